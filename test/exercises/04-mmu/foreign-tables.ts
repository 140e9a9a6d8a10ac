import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    // what is wrong                            find                                                replace
    ["counts entries in bytes",                 "table + 8n * index",                               "table + index"],
    ["reads rights the other way round",        "read: { bit: 51n, yes: 0n }",                      "read: { bit: 51n, yes: 1n }"],
    ["lets unwritable pages be written",        "write: { bit: 56n, yes: 1n }",                     "write: { bit: 56n, yes: 0n }"],
    ["looks at the leaf bit at the last level", "level === 3 || isSet(entry, LEAF)",                "isSet(entry, LEAF)"],
    ["knows no large leaves",                   "level === 3 || isSet(entry, LEAF)",                "level === 3"],
    ["asks leaves alone for rights",            "if (!isSet(entry, RIGHTS[access]))",               "if (isLeaf && !isSet(entry, RIGHTS[access]))"],
    ["asks for rights first",                   "if (!isSet(entry, PRESENT)) return fault(144, level);\n    if (!isSet(entry, RIGHTS[access])) return fault(192, level);", "if (!isSet(entry, RIGHTS[access])) return fault(192, level);\n    if (!isSet(entry, PRESENT)) return fault(144, level);"],
    ["takes crooked leaves",                    "if (within !== 0n) return fault(30, level);",      ""],
    ["adds the offset alone",                   "BigInt.asUintN(Number(low), va) }",                "BigInt.asUintN(10, va) }"],
    ["has no sign",                             "BigInt.asIntN(34, va)",                            "BigInt.asUintN(34, va)"],
    ["takes every address",                     "if (va !== BigInt.asUintN(64, BigInt.asIntN(34, va))) return fault(120);", ""],
    ["has one level too few in its codes",      "code: code + 2 * level",                           "code: code + 2 * (level + 1)"],
    ["does not say the level",                  "code: code + 2 * level",                           "code: level < 0 ? 0 : code"],
    ["has a frame number of its own",           "BigInt.asUintN(25, entry >> 9n)",                  "BigInt.asUintN(26, entry >> 9n)"],
    ["has frame numbers of bytes",              "entry >> 9n) << OFFSET",                           "entry >> 9n)"],
  ],
  right: {
    "with the address taken apart before": `
      import type { ForeignTranslation, MmuQuestions } from "../../src/course/exercises/04-mmu/questions";
      const WIDTHS = [5, 8, 5, 6];
      export const foreignTranslate: MmuQuestions["foreignTranslate"] = (va, access, root, memory) => {
        const top = va >> 33n;
        if (top !== 0n && top !== (1n << 31n) - 1n) return { kind: "fault", code: 120 };
        const word = (at: bigint): bigint => memory.find(([address]) => address === at)?.[1] ?? 0n;
        const allows = { read: 0n, write: 1n << 56n, execute: 2n }[access];
        const look = { read: 1n << 51n, write: 1n << 56n, execute: 2n }[access];
        const from = (level: number, table: bigint): ForeignTranslation => {
          const low = 10 + WIDTHS.slice(level + 1).reduce((sum, width) => sum + width, 0);
          const index = (va >> BigInt(low)) & ((1n << BigInt(WIDTHS[level]!)) - 1n);
          const entry = word(table + index * 8n);
          const target = ((entry >> 9n) & 0x1ff_ffffn) * 1024n;
          if ((entry & (1n << 53n)) === 0n) return { kind: "fault", code: 144 + 2 * level };
          if ((entry & look) !== allows) return { kind: "fault", code: 192 + 2 * level };
          if (level < 3 && (entry & (1n << 45n)) === 0n) return from(level + 1, target);
          const size = 1n << BigInt(low);
          return target % size === 0n ? { kind: "found", address: target + va % size } : { kind: "fault", code: 30 + 2 * level };
        };
        return from(0, root);
      };`,
  },
};
