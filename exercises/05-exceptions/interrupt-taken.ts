import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * The interrupt that is taken now, "SError", "FIQ" or "IRQ", or undefined. `lines` says which are asserted. PSTATE.A, bit 8, masks
 * SError; PSTATE.I, bit 7, IRQ; PSTATE.F, bit 6, FIQ, at EL0 as at EL1. Of several, SError is first, then FIQ, then IRQ.
 */
export const interruptTaken: ExceptionParts["interruptTaken"] = (lines, pstate) => {
  const asserted = Object.entries(lines).filter(([, isAsserted]) => isAsserted).map(([name]) => name);
  throw new Error(`Return which interrupt is taken, if any, of ${asserted.join(", ") || "none"}, where PSTATE is 0x${pstate.toString(16)}.`);
};
