import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["takes SS from SPSR_EL1",                "const step = ss << 21;",                     "const step = spsr & (1 << 21);"],
    ["forgets SS",                            "(spsr & ALL) | step",                        "spsr & ALL"],
    ["forgets SS of an illegal return",       " | IL | step",                               " | IL"],
    ["has a sign in its flags",               "spsr >>> 28",                                "spsr >> 28"],
    ["takes reserved bits over",              "(spsr & ALL)",                               "(spsr & 0xdf_ffff)"],
    ["forgets IL of a legal return",          "UAO | PAN | IL | DAIF | M",                  "UAO | PAN | DAIF | M"],
    ["forgets UAO",                           "const ALL = UAO | ",                         "const ALL = "],
    ["does not say that it was illegal",      "(pstate & STAYS) | IL |",                    "(pstate & STAYS) |"],
    ["goes where it cannot go",               "(spsr & MASKS) | (pstate & STAYS)",          "(spsr & (MASKS | M)) | (pstate & UAO)"],
    ["keeps its masks",                       "const STAYS = UAO | M;",                     "const STAYS = UAO | M | DAIF;"],
    ["does not take masks over",              "const MASKS = PAN | DAIF;",                  "const MASKS = PAN;"],
    ["keeps PAN",                             "(spsr & MASKS) | (pstate & STAYS)",          "(spsr & DAIF) | (pstate & (STAYS | PAN))"],
    ["takes UAO over",                        "(spsr & MASKS) | (pstate & STAYS)",          "(spsr & (MASKS | UAO)) | (pstate & M)"],
    ["keeps its stack pointer only",          "const STAYS = UAO | M;",                     "const STAYS = UAO | 1;"],
    ["has no flags if it is illegal",         "| IL | step, nzcv }",                        "| IL | step, nzcv: 0 }"],
    ["thinks that all is legal",              "if (isIllegal(spsr, pstate)) return",        "if (isIllegal(spsr, pstate) && spsr === 0) return"],
    ["thinks that IL is illegal",             "if (![0b00000,",                             "if ((spsr & IL) !== 0) return true;\n  if (![0b00000,"],
  ],
  right: {
    "bit by bit": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      export const exceptionReturn: ExceptionParts["exceptionReturn"] = (spsr, pstate, ss) => {
        const m = spsr & 31;
        const level = (pstate >> 2) & 3;
        const legal = m === 0 || (level === 1 && (m === 4 || m === 5));
        let then = 0;
        const copy = (from: number, ...bits: number[]): void => { for (const bit of bits) then |= from & (1 << bit); };
        copy(spsr, 22, 9, 8, 7, 6);
        copy(legal ? spsr : pstate, 23, 3, 2, 0);
        if (legal) copy(spsr, 20);
        else then |= 1 << 20;
        if (ss) then |= 1 << 21;
        return { pstate: then, nzcv: Math.floor(spsr / 2 ** 28) };
      };`,
  },
};
