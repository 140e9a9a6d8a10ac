import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["ignores the masks",                 "(pstate & mask) === 0",              "(pstate & mask) >= 0"],
    ["takes 1 for open",                  "(pstate & mask) === 0",              "(pstate & mask) !== 0"],
    ["swaps A and I",                     "const A = 1 << 8;\nconst I = 1 << 7;", "const A = 1 << 7;\nconst I = 1 << 8;"],
    ["swaps I and F",                     "const I = 1 << 7;\nconst F = 1 << 6;", "const I = 1 << 6;\nconst F = 1 << 7;"],
    ["lets one mask stop all",            "(pstate & mask) === 0",              "(pstate & 0b111 << 6) === 0"],
    ["asks D",                            "(pstate & mask) === 0",              "(pstate & (mask | 1 << 9)) === 0"],
    ["has no masks at EL0",               "(pstate & mask) === 0",              "(pstate & mask) === 0 || (pstate & 0b1100) === 0"],
    ["lets a masked SError stop the rest", "if (lines.SError && isOpen(A)) return \"SError\";", "if (lines.SError) return isOpen(A) ? \"SError\" : undefined;"],
    ["lets a masked FIQ stop the IRQ",    "if (lines.FIQ && isOpen(F)) return \"FIQ\";", "if (lines.FIQ) return isOpen(F) ? \"FIQ\" : undefined;"],
    ["puts IRQ before FIQ",               "  if (lines.FIQ &&",                 "  if (lines.IRQ && isOpen(I)) return \"IRQ\";\n  if (lines.FIQ &&"],
    ["puts SError last",                  "if (lines.SError && isOpen(A)) return \"SError\";", "if (lines.SError && isOpen(A) && !lines.FIQ && !lines.IRQ) return \"SError\";"],
    ["takes what is not asserted",        "if (lines.FIQ && isOpen(F))",        "if (isOpen(F))"],
    ["never takes an SError",             "if (lines.SError && isOpen(A)) return \"SError\";\n", ""],
  ],
  right: {
    "as a list": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      export const interruptTaken: ExceptionParts["interruptTaken"] = (lines, pstate) =>
        (["SError", "FIQ", "IRQ"] as const).find((name) => lines[name] && ((pstate >> { SError: 8, FIQ: 6, IRQ: 7 }[name]) & 1) === 0);`,
  },
};
