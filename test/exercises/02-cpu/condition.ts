import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong               find                                   replace
    ["never turns an answer round", "(cond & 1) === 1 && cond !== 0b1111", "false"],
    ["takes nv for never",          " && cond !== 0b1111",                 ""],
    ["swaps C and V",               "[8, 4, 2, 1]",                        "[8, 4, 1, 2]"],
    ["has N in bit 0",              "[8, 4, 2, 1]",                        "[1, 2, 4, 8]"],
    ["takes N alone for less",      "n === v, n === v && !z",              "!n, !n && !z"],
    ["lets hi be hs",               "c && !z",                             "c"],
    ["lets gt be ge",               "n === v && !z",                       "n === v"],
    ["turns the wrong ones round",  "(cond & 1) === 1",                    "(cond & 8) === 8"],
  ],
  right: {
    "as a switch": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      export const conditionHolds: CpuParts["conditionHolds"] = (cond, nzcv) => {
        const n = (nzcv >> 3) & 1, z = (nzcv >> 2) & 1, c = (nzcv >> 1) & 1, v = nzcv & 1;
        switch (cond) {
          case 0: return z === 1;
          case 1: return z === 0;
          case 2: return c === 1;
          case 3: return c === 0;
          case 4: return n === 1;
          case 5: return n === 0;
          case 6: return v === 1;
          case 7: return v === 0;
          case 8: return c === 1 && z === 0;
          case 9: return c === 0 || z === 1;
          case 10: return n === v;
          case 11: return n !== v;
          case 12: return z === 0 && n === v;
          case 13: return z === 1 || n !== v;
          default: return true;
        }
      };`,
    "as one number a condition": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      const HOLDS = [0xf0f0, 0xcccc, 0xff00, 0xaaaa, 0x0c0c, 0xaa55, 0x0a05, 0xffff];
      export const conditionHolds: CpuParts["conditionHolds"] = (cond, nzcv) => {
        const holds = (HOLDS[cond >> 1]! >> nzcv) & 1;
        return (cond < 14 ? holds ^ (cond & 1) : 1) === 1;
      };`,
  },
};
