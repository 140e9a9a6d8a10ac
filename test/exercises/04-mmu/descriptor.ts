import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                replace
    ["has tables at level 3",                `level === 3 ? "page" : "table"`,                   `level > 3 ? "page" : "table"`],
    ["has blocks at level 3",                "level === 2 || (level === 1 && granule === 12)",   "level >= 2 || (level === 1 && granule === 12)"],
    ["has blocks at level 0",                "level === 2 || (level === 1 && granule === 12)",   "level === 2 || (level <= 1 && granule === 12)"],
    ["has blocks at level 1 for all",        "(level === 1 && granule === 12)",                  "level === 1"],
    ["has no blocks of 1 GiB",               "level === 2 || (level === 1 && granule === 12)",   "level === 2"],
    ["looks at bit 0 alone",                 "if (low === 0b11)",                                "if (low % 2 === 1)"],
    ["takes RES0 bits into a block",         "addressFrom(granule + (3 - level) * (granule - 3))", "addressFrom(granule)"],
    ["aligns tables to 4 KiB",               "address: addressFrom(granule), APTable",           "address: addressFrom(12), APTable"],
    ["has 32 bits of address",               "bits(47, low) * 2 ** low",                         "bits(31, low) * 2 ** low"],
    ["has 52 bits of address",               "bits(47, low) * 2 ** low",                         "bits(51, low) * 2 ** low"],
    ["counts NSTable to APTable",            "bits(62, 61)",                                     "bits(63, 61)"],
    ["swaps UXN and PXN",                    "PXN: isSet(53), UXN: isSet(54)",                   "PXN: isSet(54), UXN: isSet(53)"],
    ["swaps the tables' UXN and PXN",        "UXNTable: isSet(60), PXNTable: isSet(59)",         "UXNTable: isSet(59), PXNTable: isSet(60)"],
    ["reads all three bits of AP",           "AP: bits(7, 6)",                                   "AP: bits(7, 5)"],
    ["has four kinds of memory",             "AttrIndx: bits(4, 2)",                             "AttrIndx: bits(3, 2)"],
  ],
  right: {
    "by a table of kinds": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      const KINDS = {
        12: ["table", "block table", "block table", "page"],
        14: ["table", "table", "block table", "page"],
        16: ["", "table", "block table", "page"],
      } as const;
      export const decodeDescriptor: MmuParts["decodeDescriptor"] = (d, level, granule) => {
        const bit = (i: number): boolean => (d & (1n << BigInt(i))) !== 0n;
        const kinds = (KINDS[granule][level] ?? "").split(" ");
        const kind = !bit(0) ? undefined : bit(1) ? kinds.find((it) => it !== "block") : kinds.find((it) => it === "block");
        const align = kind === "block" ? { 12: [0, 30, 21, 0], 14: [0, 0, 25, 0], 16: [0, 0, 29, 0] }[granule][level]! : granule;
        const address = Number((d & 0xffff_ffff_ffffn) & ~((1n << BigInt(align)) - 1n));
        if (kind === "table") return { kind, address, APTable: (bit(62) ? 2 : 0) + (bit(61) ? 1 : 0), UXNTable: bit(60), PXNTable: bit(59) };
        if (kind !== "block" && kind !== "page") return { kind: "invalid" };
        return {
          kind, address, AttrIndx: Number((d >> 2n) & 7n), AP: Number((d >> 6n) & 3n), SH: Number((d >> 8n) & 3n),
          AF: bit(10), nG: bit(11), PXN: bit(53), UXN: bit(54),
        };
      };`,
  },
};
