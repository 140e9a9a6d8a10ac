import type { SystemParts } from "../../src/machine/sysregs/parts";

/**
 * Whether an instruction of floating point or vectors is trapped at `level`, 0 or 1. `fpen` is CPACR_EL1.FPEN, two bits:
 *
 *   00   it is, at both levels        10   it is, at both levels
 *   01   it is at EL0 only            11   it is not
 */
export const trapsFp: SystemParts["trapsFp"] = (fpen, level) => (fpen & 1) === 0 || (fpen === 0b01 && level === 0);
