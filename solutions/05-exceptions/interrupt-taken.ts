import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * The interrupt that is taken now, "SError", "FIQ" or "IRQ", or undefined. `lines` says which are asserted. PSTATE.A, bit 8, masks
 * SError; PSTATE.I, bit 7, IRQ; PSTATE.F, bit 6, FIQ, at EL0 as at EL1. Of several, SError is first, then FIQ, then IRQ.
 */
export const interruptTaken: ExceptionParts["interruptTaken"] = (lines, pstate) => {
  const isOpen = (mask: number): boolean => (pstate & mask) === 0;
  if (lines.SError && isOpen(A)) return "SError";
  if (lines.FIQ && isOpen(F)) return "FIQ";
  if (lines.IRQ && isOpen(I)) return "IRQ";
  return undefined;
};

const A = 1 << 8;
const I = 1 << 7;
const F = 1 << 6;
