import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * Where code that runs with `pstate` stands:
 *
 *   "inactive"             nobody steps it
 *   "active, not pending"  it is to execute one instruction: PSTATE.SS, bit 21, is 1
 *   "active, pending"      it has, and is to be stopped: PSTATE.SS is 0
 *
 * It is stepped if control.mdscr, MDSCR_EL1, has SS set, bit 0; the OS lock is open, that is, control.oslsr, OSLSR_EL1, has bit 1
 * clear; and debug exceptions can be taken from its level. From EL0 they always can. From EL1 they can if MDSCR_EL1.KDE, bit 13,
 * is 1 and PSTATE.D, bit 9, is 0. The level is bits 3:2 of `pstate`.
 */
export const stepState: ExceptionParts["stepState"] = (pstate, { mdscr, oslsr }) => {
  const isLocked = (oslsr & 2) !== 0;
  const isKernelsTurn = (mdscr & KDE) !== 0 && (pstate & D) === 0;
  const canStop = (pstate & LEVEL) === 0 || isKernelsTurn;
  if ((mdscr & 1) === 0 || isLocked || !canStop) return "inactive";
  return (pstate & SS) === 0 ? "active, pending" : "active, not pending";
};

const KDE = 1 << 13;
const SS = 1 << 21;
const D = 1 << 9;
const LEVEL = 0b1100;
