import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                    find                                                  replace
    ["never traps",                     "(fpen & 1) === 0 || (fpen === 0b01 && level === 0)", "false"],
    ["always traps",                    "(fpen & 1) === 0 || (fpen === 0b01 && level === 0)", "true"],
    ["traps 01 at EL1",                 "level === 0",                                        "level === 1"],
    ["traps 01 at both levels",         "fpen === 0b01 && level === 0",                       "fpen === 0b01"],
    ["does not trap 01",                " || (fpen === 0b01 && level === 0)",                 ""],
    ["takes 10 for the opposite of 01", "(fpen & 1) === 0 || (fpen === 0b01 && level === 0)", "fpen === 0 || (fpen === 0b01 && level === 0) || (fpen === 0b10 && level === 1)"],
    ["takes any bit for permission",    "(fpen & 1) === 0",                                   "fpen === 0"],
    ["takes 11 for 01",                 "fpen === 0b01",                                      "(fpen & 1) === 1"],
  ],
  right: {
    "as one number": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      const TRAPPED = [[true, true], [true, false], [true, true], [false, false]];
      export const trapsFp: SystemParts["trapsFp"] = (fpen, level) => TRAPPED[fpen]![level]!;`,
    "as the manual's pseudocode": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      export const trapsFp: SystemParts["trapsFp"] = (fpen, level) => {
        switch (fpen) {
          case 0b00: case 0b10: return true;
          case 0b01: return level === 0;
          default: return false;
        }
      };`,
  },
};
