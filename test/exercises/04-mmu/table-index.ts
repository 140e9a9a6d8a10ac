import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                replace
    ["knows 4 KiB alone",                    "const perTable = granule - 3;",                    "const perTable = 9;"],
    ["counts levels from 0",                 "(3 - level) * perTable",                           "level * perTable"],
    ["counts levels to 4",                   "(3 - level)",                                      "(4 - level)"],
    ["forgets the offset",                   "granule + (3 - level)",                            "3 + (3 - level)"],
    ["takes every first table for a whole",  "Math.min(perTable, inputBits - low)",              "perTable"],
    ["lets bits above the address in",       "BigInt.asUintN(width, va >> BigInt(low))",         "BigInt.asUintN(64, va >> BigInt(low))"],
    ["shifts a number",                      "Number(BigInt.asUintN(width, va >> BigInt(low)))", "(Number(va) >> low) & (2 ** width - 1)"],
    ["takes an entry for a bit",             "const perTable = granule - 3;",                    "const perTable = granule;"],
  ],
  right: {
    "with a mask": `
      import type { MmuParts } from "../../src/machine/mmu/parts";
      export const tableIndex: MmuParts["tableIndex"] = (va, level, granule, inputBits) => {
        const counted = va & ((1n << BigInt(inputBits)) - 1n);
        const entries = 2n ** BigInt(granule - 3);
        let pages = counted >> BigInt(granule);
        for (let i = 3; i > level; i--) pages /= entries;
        return Number(pages % entries);
      };`,
  },
};
