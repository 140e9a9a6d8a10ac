import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["swaps the two active states",         "=== 0 ? \"active, pending\" : \"active, not pending\"", "=== 0 ? \"active, not pending\" : \"active, pending\""],
    ["does not ask who steps",              "(mdscr & 1) === 0 || ",                        ""],
    ["ignores the OS lock",                 "isLocked || ",                                 ""],
    ["takes OSLM for the lock",             "(oslsr & 2)",                                  "(oslsr & 8)"],
    ["steps every kernel",                  "!canStop",                                     "false"],
    ["steps no kernel",                     " || isKernelsTurn",                            ""],
    ["asks for KDE at EL0, too",            "(pstate & LEVEL) === 0 || isKernelsTurn",      "isKernelsTurn"],
    ["is stopped by D at EL0, too",         "(pstate & LEVEL) === 0 || ",                   "((pstate & LEVEL) === 0 && (pstate & D) === 0) || "],
    ["steps a kernel that has D set",       " && (pstate & D) === 0;",                      ";"],
    ["steps a kernel without KDE",          "(mdscr & KDE) !== 0 && ",                      ""],
    ["takes MDE for KDE",                   "const KDE = 1 << 13;",                         "const KDE = 1 << 15;"],
    ["takes another mask for D",            "const D = 1 << 9;",                            "const D = 1 << 8;"],
    ["takes SP for the level",              "const LEVEL = 0b1100;",                        "const LEVEL = 0b0001;"],
    ["takes IL for SS",                     "const SS = 1 << 21;",                          "const SS = 1 << 20;"],
    ["thinks that KDE steps",               "(mdscr & 1) === 0",                            "mdscr === 0"],
  ],
  right: {
    "reason by reason": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      export const stepState: ExceptionParts["stepState"] = (pstate, control) => {
        const bit = (word: number, place: number): boolean => Math.floor(word / 2 ** place) % 2 === 1;
        if (!bit(control.mdscr, 0)) return "inactive";
        if (bit(control.oslsr, 1)) return "inactive";
        if (bit(pstate, 2) && !bit(control.mdscr, 13)) return "inactive";
        if (bit(pstate, 2) && bit(pstate, 9)) return "inactive";
        return bit(pstate, 21) ? "active, not pending" : "active, pending";
      };`,
  },
};
