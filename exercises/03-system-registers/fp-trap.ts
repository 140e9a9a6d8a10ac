import type { SystemParts } from "../../src/machine/sysregs/parts";

/**
 * Whether an instruction of floating point or vectors is trapped at `level`, 0 or 1. `fpen` is CPACR_EL1.FPEN, two bits:
 *
 *   00   it is, at both levels        10   it is, at both levels
 *   01   it is at EL0 only            11   it is not
 */
export const trapsFp: SystemParts["trapsFp"] = (fpen, level) => {
  throw new Error(`Return whether FPEN = 0b${fpen.toString(2).padStart(2, "0")} traps floating point at EL${level}.`);
};
