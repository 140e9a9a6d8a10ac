import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * What ELR_EL1 becomes. `pc` is where the CPU stands, an address of 64 bits: at the instruction that could not be completed; or
 * at the next one, where one has been completed, or nothing has happened at all.
 *
 * SVC and HVC are completed. But HVC calls a hypervisor, and this machine has none: there the instruction is Undefined, and has
 * not happened.
 */
export const preferredReturn: ExceptionParts["preferredReturn"] = (cause, pc) =>
  cause.kind === "HVC" ? BigInt.asUintN(64, pc - 4n) : pc;
