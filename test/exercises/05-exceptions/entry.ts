import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["begins at EL0",                     "const EL1H = 0b0101;",      "const EL1H = 0b0001;"],
    ["begins on SP_EL0",                  "const EL1H = 0b0101;",      "const EL1H = 0b0100;"],
    ["stays on the stack it finds",       "EL1H | DAIF | pan",         "0b0100 | (pstate & 1) | DAIF | pan"],
    ["leaves D open",                     "0b1111 << 6",               "0b0111 << 6"],
    ["leaves the masks as they are",      "DAIF | pan",                "(pstate & DAIF) | pan"],
    ["takes SPAN the wrong way round",    "span === 0",                "span === 1"],
    ["ignores SPAN",                      "span === 0 ? PAN : pstate & PAN", "pstate & PAN"],
    ["clears PAN",                        "span === 0 ? PAN : pstate & PAN", "span === 0 ? PAN : 0"],
    ["sets PAN always",                   "span === 0 ? PAN : pstate & PAN", "PAN"],
    ["keeps UAO",                         "DAIF | pan",                "DAIF | pan | (pstate & (1 << 23))"],
    ["keeps IL",                          "DAIF | pan",                "DAIF | pan | (pstate & (1 << 20))"],
    ["keeps SS",                          "DAIF | pan",                "DAIF | pan | (pstate & (1 << 21))"],
    ["keeps everything",                  "return EL1H",               "return pstate | EL1H"],
  ],
  right: {
    "as one number": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      export const stateAtEntry: ExceptionParts["stateAtEntry"] = (pstate, span) =>
        span === 0 || (pstate >> 22) % 2 === 1 ? 0x40_03c5 : 0x3c5;`,
    "with chapter 3's names": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      import { A, D, F, I, PAN, RESET_PSTATE } from "../../src/machine/sysregs/pstate";
      export const stateAtEntry: ExceptionParts["stateAtEntry"] = (pstate, span) =>
        RESET_PSTATE | A | D | F | I | (span ? pstate & PAN : PAN);`,
  },
};
