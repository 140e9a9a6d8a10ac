import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["lets everybody go everywhere",    "default: return true;",                   "default: return false;"],
    ["ignores AArch32",                 "0b11111",                                 "0b01111"],
    ["ignores bit 1",                   "spsr & 0b11111",                          "spsr & 0b11101"],
    ["looks at the level alone",        "switch (spsr & 0b11111)",                 "switch (spsr & 0b11100)"],
    ["lets EL0 have SP = 1",            "case 0b00000: return false;",             "case 0b00000: case 0b00001: return false;"],
    ["lets EL1 go to EL2",              "case 0b00000: return false;",             "case 0b00000: case 0b01001: return false;"],
    ["knows no EL1t",                   "case 0b00100: case 0b00101:",             "case 0b00101:"],
    ["knows no EL1h",                   "case 0b00100: case 0b00101:",             "case 0b00100:"],
    ["lets EL0 go up",                  "return level === 0;",                     "return false;"],
    ["does not let EL1 stay",           "return level === 0;",                     "return true;"],
    ["does not like IL",                "switch (spsr & 0b11111)",                 "if ((spsr & (1 << 20)) !== 0) return true;\n  switch (spsr & 0b11111)"],
    ["looks at all of SPSR_EL1",        "switch (spsr & 0b11111)",                 "switch (spsr)"],
    ["is the other way round",          "case 0b00000: return false;",             "case 0b00000: return true;"],
  ],
  right: {
    "field by field": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      export const isIllegalReturn: ExceptionParts["isIllegalReturn"] = (spsr, level) => {
        const [aarch32, target, reserved, sp] = [(spsr >> 4) & 1, (spsr >> 2) & 3, (spsr >> 1) & 1, spsr & 1];
        if (aarch32 === 1 || reserved === 1) return true;
        return target > level || (target === 0 && sp === 1);
      };`,
    "as a list": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      const LEGAL = [[0], [0, 4, 5]] as const;
      export const isIllegalReturn: ExceptionParts["isIllegalReturn"] = (spsr, level) =>
        !(LEGAL[level] as readonly number[]).includes(spsr & 31);`,
  },
};
