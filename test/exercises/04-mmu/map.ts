import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                replace
    ["makes pages of everything",            "([1, 2, 3] as const).find",                        "([3] as const).find"],
    ["knows no blocks of 1 GiB",             "([1, 2, 3] as const).find",                        "([2, 3] as const).find"],
    ["does not look where it leads",         "pa % size === 0 && Number(va) % size === 0",       "Number(va) % size === 0"],
    ["does not look where it is seen",       "pa % size === 0 && Number(va) % size === 0",       "pa % size === 0"],
    ["maps more than it should",             " && mapping.bytes - done >= size",                 ""],
    ["wants more than a block for a block",  "mapping.bytes - done >= size",                     "(mapping.bytes - done > size || size === 4096)"],
    ["takes a new table each time",          "if (there !== undefined) return there;",           ""],
    ["has pages as blocks",                  "level === 3 ? 0b11n : 0b01n",                      "0b01n"],
    ["has blocks as tables",                 "level === 3 ? 0b11n : 0b01n",                      "0b11n"],
    ["forgets the access flag",              "(0b11n << 8n) | (1n << 10n)",                      "(0b11n << 8n)"],
    ["forgets the shareability",             "(0b11n << 8n) | (1n << 10n)",                      "(1n << 10n)"],
    ["swaps UXN and PXN",                    "(UXN ? 1n << 54n : 0n) | (PXN ? 1n << 53n : 0n)",  "(UXN ? 1n << 53n : 0n) | (PXN ? 1n << 54n : 0n)"],
    ["has AP in the wrong place",            "BigInt(AP) << 6n",                                 "BigInt(AP) << 5n"],
    ["forgets the kind of memory",           " | (BigInt(AttrIndx) << 2n)",                      ""],
    ["has entries of one byte",              "table + 8 * indexOf(va, level)",                   "table + indexOf(va, level)"],
    ["does not connect its tables",          "    writes.push([entry, BigInt(table) | 0b11n]);\n", ""],
    ["maps the first block alone",           "const [va, pa] = [mapping.va + BigInt(done), mapping.pa + done];", "const [va, pa] = [mapping.va, mapping.pa];"],
  ],
  right: {
    "from the top, each table splitting what is its own": `
      import type { DescriptorWrite, MmuQuestions, WantedMapping } from "../../src/course/exercises/04-mmu/questions";
      export const mapPages: MmuQuestions["mapPages"] = (wanted, root, free) => {
        const writes: DescriptorWrite[] = [];
        let used = 0;
        const fill = (table: number, level: number, base: number, within: readonly WantedMapping[]): void => {
          const size = 2 ** (39 - 9 * level);
          for (let index = 0; index < 512; index++) {
            const from = base + index * size;
            const here = within.filter(({ va, bytes }) => Number(va) < from + size && Number(va) + bytes > from);
            if (here.length === 0) continue;
            const one = here[0]!;
            const pa = one.pa + from - Number(one.va);
            const fits = Number(one.va) <= from && Number(one.va) + one.bytes >= from + size && pa % size === 0;
            if (fits) {
              const upper = (one.UXN ? 2n : 0n) + (one.PXN ? 1n : 0n);
              const low = 0x701n + (level === 3 ? 2n : 0n) + 64n * BigInt(one.AP) + 4n * BigInt(one.AttrIndx);
              writes.push([table + 8 * index, upper * 2n ** 53n + BigInt(pa) + low]);
            } else {
              const next = free[used++]!;
              writes.push([table + 8 * index, BigInt(next) + 3n]);
              fill(next, level + 1, from, here);
            }
          }
        };
        fill(root, 1, 0, wanted);
        return writes;
      };`,
  },
};
