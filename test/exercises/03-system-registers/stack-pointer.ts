import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                  find                                             replace
    ["looks at SP alone",             "(pstate & 0b1100) !== 0 && (pstate & 1) === 1", "(pstate & 1) === 1"],
    ["looks at the level alone",      " && (pstate & 1) === 1",                        ""],
    ["is one or the other",           "!== 0 && (pstate",                              "!== 0 || (pstate"],
    ["is the other way round",        "? 1 : 0",                                       "? 0 : 1"],
    ["takes the rest for zero",       "(pstate & 0b1100) !== 0 && (pstate & 1) === 1", "pstate === 0b0101 || pstate === 0x3c5"],
    ["looks for the level elsewhere", "(pstate & 0b1100)",                             "(pstate & 0b0011)"],
    ["takes SP for its opposite",     "(pstate & 1) === 1",                            "(pstate & 1) === 0"],
  ],
  right: {
    "by the mode": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      export const stackPointerOf: SystemParts["stackPointerOf"] = (pstate) => {
        switch (pstate & 0b1111) {
          case 0b0101: return 1;
          default: return 0;
        }
      };`,
    "as arithmetic": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";
      export const stackPointerOf: SystemParts["stackPointerOf"] = (pstate) => ((pstate >> 2) & pstate & 1) as 0 | 1;`,
  },
};
