import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * PSTATE at the first instruction of a handler; `pstate` is what the exception finds, `span` is SCTLR_EL1.SPAN, 0 or 1. Both
 * PSTATEs are in the format of SPSR_EL1, without flags:
 *
 *   23   22   21  20        9  8  7  6      3:2    1  0
 *   UAO  PAN  SS  IL        D  A  I  F      level  0  SP
 *
 * The handler begins at EL1, on the stack of EL1, with everything masked. PAN stays as it is; but if SPAN is 0, it becomes 1.
 * All else is 0.
 */
export const stateAtEntry: ExceptionParts["stateAtEntry"] = (pstate, span) => {
  const pan = span === 0 ? PAN : pstate & PAN;
  return EL1H | DAIF | pan;
};

const PAN = 1 << 22;
const DAIF = 0b1111 << 6;
const EL1H = 0b0101;
