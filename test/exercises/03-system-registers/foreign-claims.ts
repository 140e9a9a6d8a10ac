import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    // what is wrong                           find                                    replace
    ["wants the very version",                 "unsigned(30, 25) >= 2",                "unsigned(30, 25) === 2"],
    ["wants a later version",                  "unsigned(22, 18) >= 1",                "unsigned(22, 18) > 1"],
    ["knows no versions to come",              "unsigned(22, 18) >= 2",                "[2, 3].includes(unsigned(22, 18))"],
    ["knows no signs",                         "signed(17, 14) >= 0",                  "unsigned(17, 14) >= 0"],
    ["takes all for signed",                   "unsigned(30, 25) >= 3",                "signed(30, 25) >= 3"],
    ["takes -1 for nothing",                   "signed(17, 14) >= -1",                 "signed(17, 14) >= 0"],
    ["takes a bit the wrong way round",        "claim(unsigned(36, 36) === 0",         "claim(unsigned(36, 36) === 1"],
    ["counts from 0",                          "${2 ** unsigned(7, 4)}",               "${unsigned(7, 4)}"],
    ["counts otherwise",                       "${2 ** unsigned(7, 4)}",               "${unsigned(7, 4) + 1}"],
    ["asks nobody else",                       " && features.includes(\"windlass\")",  ""],
    ["asks somebody else",                     "features.includes(\"windlass\")",      "features.includes(\"whetstone\")"],
    ["looks beside the field",                 "unsigned(12, 12)",                     "unsigned(11, 11)"],
    ["has a field one bit too wide",           "unsigned(22, 18) >= 2",                "unsigned(23, 18) >= 2"],
    ["claims a feature twice",                 "  return features;",                   "  features.push(\"gimlet\");\n  return features;"],
  ],
  right: {
    "as text, in another order": `
      import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";
      export const foreignClaims: SystemQuestions["foreignClaims"] = (id) => {
        const text = id.toString(2).padStart(64, "0");
        const bits = (high: number, low: number): number => parseInt(text.slice(63 - high, 64 - low), 2);
        const sign = bits(17, 14) > 7 ? bits(17, 14) - 16 : bits(17, 14);
        const rows: [string, boolean][] = [
          [String(1 << bits(7, 4)) + " feathers", true],
          ["chisel", bits(34, 34) === 1 && sign > -2],
          ["windlass", sign > -2],
          ["whetstone", sign > -1],
          ["trivet", bits(22, 18) > 1],
          ["bodkin", bits(22, 18) > 0],
          ["quern", bits(30, 25) > 2],
          ["crucible", bits(30, 25) > 1],
          ["gimlet", !bits(12, 12)],
          ["pulley", !bits(36, 36)],
        ];
        return rows.filter(([, holds]) => holds).map(([feature]) => feature);
      };`,
  },
};
