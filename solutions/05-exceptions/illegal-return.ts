import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * Whether an ERET at `level`, 0 or 1, is illegal. SPSR_EL1, a word of 32 bits, says in M, its bits 4:0, what to return to:
 *
 *   4     3:2    1  0
 *   1, for AArch32; then the rest is something else
 *   0     level  0  SP
 *
 * There is no AArch32 here, and there are no levels but 0 and 1. A return does not go to a higher level. EL0 has no SP = 1, and
 * bit 1 is 0. What asks for anything else is illegal. (The machine asks of level 1 only: at EL0, ERET is Undefined.)
 */
export const isIllegalReturn: ExceptionParts["isIllegalReturn"] = (spsr, level) => {
  switch (spsr & 0b11111) {
    case 0b00000: return false;
    case 0b00100: case 0b00101: return level === 0;
    default: return true;
  }
};
