// Software step: one instruction of the debugged code, and back to the debugger (Arm ARM, "Software
// Step exceptions"). MDSCR_EL1.SS switches it on. PSTATE.SS tells the two active states apart; the
// debugger sets it in SPSR_EL1 and returns to the debugged code.
//
//                          ERET with SPSR_EL1.SS = 1
//    inactive ------------------------------------------> active, not pending
//       ^  \                                                 |             |
//       |   \ ERET with SPSR_EL1.SS = 0                      | executes    | takes another
//       |    `----------------> active, pending <------------'  one        | exception
//       |                              |             instruction           |
//       `------------------------------+-----------------------------------'
//         takes the exception: EL1 is not stepped while PSTATE.D is set

import { levelOf, type Pstate, SS } from "../sysregs/pstate";
import { type DebugControl, isDebugged, MDSCR_SS } from "./debug-control";
import { isIllegalReturn } from "./exception-return";

/** PSTATE.EL */
const EL = 0b1100;

export type StepState = "inactive" | "active, not pending" | "active, pending";

/** Where code that runs with `pstate` stands. */
export function stepState(pstate: Pstate, control: DebugControl): StepState {
  if ((control.mdscr & MDSCR_SS) === 0 || !isDebugged(pstate, control)) return "inactive";
  return (pstate & SS) === 0 ? "active, pending" : "active, not pending";
}

/**
 * PSTATE.SS behind an ERET that finds `pstate` (Arm ARM, "DebugExceptionReturnSS"): SPSR_EL1.SS
 * counts only where the debugger, which is not stepped, returns to what is.
 */
export function stepBit(spsr: number, pstate: Pstate, control: DebugControl): 0 | 1 {
  const isStepping = (control.mdscr & MDSCR_SS) !== 0;
  if (!isStepping || isDebugged(pstate, control)) return 0;
  // An illegal return stays where it is.
  const target = isIllegalReturn(spsr, levelOf(pstate)) ? (spsr & ~EL) | (pstate & EL) : spsr;
  return isDebugged(target, control) && (spsr & SS) !== 0 ? 1 : 0;
}

/**
 * Whether `word` is a load-exclusive. Stepping between it and its store-exclusive would always fail
 * that, since every exception return clears the monitor: a debugger sees ESR_EL1.EX and steps over
 * the pair.
 *
 *   31:30  29      24  23  22  21
 *   size   0 0 1 0 0 0  0   1   is a pair, of which there are only two sizes
 */
export function isLoadExclusive(word: number): boolean {
  const isExclusiveLoad = ((word >>> 22) & 0xff) === 0b0010_0001;
  const isPair = ((word >>> 21) & 1) === 1;
  return isExclusiveLoad && (!isPair || word >>> 31 === 1);
}
