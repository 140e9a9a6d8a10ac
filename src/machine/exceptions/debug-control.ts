// Who may debug whom (Arm ARM, "AArch64.GenerateDebugExceptionsFrom"). The debugger is a kernel: it
// steps a program and sets breakpoints in it. To debug a kernel, it asks for it with MDSCR_EL1.KDE,
// and PSTATE.D keeps it out of its own handlers. BRK needs no leave: it is not for debuggers alone.

import { D, levelOf, type Pstate } from "../sysregs/pstate";

/** The registers that say so, as they are. */
export interface DebugControl {
  /** MDSCR_EL1 */
  readonly mdscr: number;
  /** OSLSR_EL1 */
  readonly oslsr: number;
}

/** MDSCR_EL1: software step, kernel debug enable, monitor debug events. */
export const MDSCR_SS = 1 << 0;
export const MDSCR_KDE = 1 << 13;
export const MDSCR_MDE = 1 << 15;
/** OSLSR_EL1.OSLK: the registers are being saved or restored. A CPU wakes up with it set. */
export const OSLK = 1 << 1;

/** Whether debug exceptions, but for BRK, can be taken from code that runs with `pstate`. */
export function isDebugged(pstate: Pstate, { mdscr, oslsr }: DebugControl): boolean {
  if ((oslsr & OSLK) !== 0) return false;
  if (levelOf(pstate) === 0) return true;
  return (mdscr & MDSCR_KDE) !== 0 && (pstate & D) === 0;
}
