// System registers, by the names that the Arm architecture gives them: a literal, since the name is
// a part of the instruction.

import { hosted } from "./hosted";

/** MRS */
export function readSystemRegister(name: string): bigint {
  return hosted().readSystemRegister(name);
}

/** MSR */
export function writeSystemRegister(name: string, value: bigint): void {
  hosted().writeSystemRegister(name, value);
}
