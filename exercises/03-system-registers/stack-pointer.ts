import type { SystemParts } from "../../src/machine/sysregs/parts";

/**
 * Whose stack pointer is in use: 0 for SP_EL0, 1 for SP_EL1. `pstate` is in the format of SPSR_EL1: the exception level, 0
 * or 1, is in bits 3:2, and bit 0 is SP, which MSR and MRS call SPSel. Each level has a stack pointer of its own; EL1 uses
 * EL0's instead while SP is 0.
 */
export const stackPointerOf: SystemParts["stackPointerOf"] = (pstate) => {
  throw new Error(`Return whose stack pointer is in use, 0 or 1, where PSTATE is 0b${pstate.toString(2)}.`);
};
