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
  throw new Error(`Return where it stands: PSTATE 0x${pstate.toString(16)}, MDSCR_EL1 0x${mdscr.toString(16)}, OSLSR_EL1 0x${oslsr.toString(16)}.`);
};
