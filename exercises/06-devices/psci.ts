import type { BoardRules } from "../../src/machine/board/parts";

/**
 * What a call of the firmware returns in X0, as `result`, and what is to be done, as `effect`, if there is anything. `call` is X0
 * to X3. `isOn` says of each CPU whether it is on; what is called CPU n has the affinity n in its MPIDR_EL1, and nothing else.
 *
 *   function           arguments               result                          effect
 *   PSCI_VERSION                               PSCI_1_1
 *   MIGRATE_INFO_TYPE                          NOTHING_TO_MIGRATE
 *   PSCI_FEATURES      a function's number     SUCCESS, if it is one of these
 *   CPU_ON             CPU, entry, context     SUCCESS                         { kind: "CPU on", cpu, entry, context }
 *   AFFINITY_INFO      CPU, a level: 0         AFFINITY_ON or AFFINITY_OFF
 *   CPU_SUSPEND        power state             SUCCESS                         { kind: "suspend" }
 *   CPU_OFF                                    SUCCESS                         { kind: "CPU off" }
 *   SYSTEM_OFF                                 SUCCESS                         { kind: "system off" }
 *   SYSTEM_RESET                               SUCCESS                         { kind: "system reset" }
 *
 * Any other number is NOT_SUPPORTED. A number is the lower 32 bits of X0; what is above them does not count. And where a
 * function's name ends in _32, only the lower 32 bits of its arguments count.
 *
 * A CPU that is not there is INVALID_PARAMETERS; so is an entry that is not divisible by 4, a level that is not 0, and a power
 * state in which any of bits 31:17 is set. To switch on a CPU that is on is ALREADY_ON, if nothing else is wrong with it.
 *
 * A negative status is 64 bits, all of them: -1 is 0xffff_ffff_ffff_ffff.
 *
 * All these numbers have their names in src/formats/devices/psci.ts, which you may import: PSCI, PSCI_STATUS, and others.
 */
export const psci: BoardRules["psci"] = (call, isOn) => {
  const on = isOn.flatMap((each, cpu) => (each ? [cpu] : []));
  throw new Error(`Return { result, effect } of a call with X0 = 0x${call[0].toString(16)}, X1 = 0x${call[1].toString(16)}; CPUs that are on: ${on.join(", ")}.`);
};
