// ERET: back from the handler (Arm ARM, "AArch64.ExceptionReturn", "Illegal return events from
// AArch64 state"). A kernel also enters a program for the first time with it. It cannot do harm by
// it: where SPSR_EL1 asks for what may not be, the level and the stack stay as they are, and
// PSTATE.IL is set, so that the next instruction takes an exception instead.

import { DAIF, IL, type Level, levelOf, NZCV_SHIFT, PAN, type Pstate, SS, UAO }
  from "../sysregs/pstate";

/** SPSR_EL1.M, where it says who was interrupted. */
const M = 0b1_1111;
const EL0T = 0b0_0000;
const EL1T = 0b0_0100;
const EL1H = 0b0_0101;

/** Of SPSR_EL1, what PSTATE takes over whatever M says; and what it does only if M is legal. */
const ALWAYS_RESTORED = DAIF | PAN;
const RESTORED = ALWAYS_RESTORED | UAO | IL | M;

/** The state behind an exception return. */
export interface Returned {
  readonly pstate: Pstate;
  /** N in bit 3. */
  readonly nzcv: number;
}

/**
 * Whether SPSR_EL1 asks `level` for a state that it cannot return to: AArch32 (M[4]), a level that
 * is higher or not there, a stack pointer that the level does not have, a reserved bit.
 */
export function isIllegalReturn(spsr: number, level: Level): boolean {
  switch (spsr & M) {
    case EL0T: return false;
    case EL1T: case EL1H: return level < 1;
    default: return true;
  }
}

/** What `pstate` becomes. `ss` is PSTATE.SS then, which software-step.ts knows. */
export function exceptionReturn(spsr: number, pstate: Pstate, ss: 0 | 1): Returned {
  const nzcv = spsr >>> NZCV_SHIFT;
  const step = ss === 1 ? SS : 0;
  if (isIllegalReturn(spsr, levelOf(pstate))) {
    const kept = pstate & (M | UAO);
    return { pstate: kept | (spsr & ALWAYS_RESTORED) | step | IL, nzcv };
  }
  return { pstate: (spsr & RESTORED) | step, nzcv };
}
