import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["looks at the virtual address alone",   " && physical % size === 0",                    ""],
    ["looks at the physical address alone",  "offset % size === 0 && ",                      ""],
    ["does not see where the range ends",    "bytes >= size && ",                            ""],
    ["wants more than a block's length",     "bytes >= size",                                "bytes > size"],
    ["knows no GiB",                         "if (fits(GIB, offset, physical, bytes)) return GIB;", ""],
    ["knows no 2 MiB",                       "fits(MIB_2, offset, physical, bytes) ? MIB_2 : KIB_4", "KIB_4"],
    ["has blocks of 4 MiB",                  "const MIB_2 = 0x20_0000;",                     "const MIB_2 = 0x40_0000;"],
    ["has blocks of 64 KiB",                 "const KIB_4 = 0x1000;",                        "const KIB_4 = 0x1_0000;"],
    ["wants the length to be a multiple",    "bytes >= size",                                "bytes >= size && bytes % size === 0"],
    ["wants the two to be alike, and no more", "offset % size === 0 && physical % size === 0", "(offset - physical) % size === 0"],
    ["adds the two up",                      "offset % size === 0 && physical % size === 0", "(offset + physical) % size === 0"],
    ["takes the smallest that fits first",   "if (fits(GIB, offset, physical, bytes)) return GIB;", "if (fits(MIB_2, offset, physical, bytes)) return MIB_2;\n  if (fits(GIB, offset, physical, bytes)) return GIB;"],
  ],
  right: {
    "by going down from the largest": `
      const SIZES = [0x4000_0000, 0x20_0000] as const;
      /** @noalloc */
      export function nextPiece(offset: number, physical: number, bytes: number): number {
        for (const size of SIZES) {
          const rest = offset % size + physical % size;
          if (rest === 0 && Math.trunc(bytes / size) > 0) return size;
        }
        return 0x1000;
      }`,
    "by their bits": `
      /** @noalloc */
      export function nextPiece(offset: number, physical: number, bytes: number): number {
        const both = BigInt(offset) | BigInt(physical);
        if ((both & 0x3fff_ffffn) === 0n && bytes >= 0x4000_0000) return 0x4000_0000;
        return (both & 0x1f_ffffn) === 0n && bytes >= 0x20_0000 ? 0x20_0000 : 4096;
      }`,
  },
};
