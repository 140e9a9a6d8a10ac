import { AFFINITY_OFF, AFFINITY_ON, NOTHING_TO_MIGRATE, PSCI, PSCI_1_1, PSCI_STATUS } from "../../src/formats/devices/psci";
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
  const number = Number(BigInt.asUintN(32, call[0]));
  const is32 = (number & 0x4000_0000) === 0;
  const [x1, x2, x3] = [call[1], call[2], call[3]].map((x) => (is32 ? BigInt.asUintN(32, x) : x)) as [bigint, bigint, bigint];
  const cpu = x1 < BigInt(isOn.length) ? Number(x1) : undefined;
  switch (number) {
    case PSCI.PSCI_VERSION: return { result: BigInt(PSCI_1_1) };
    case PSCI.MIGRATE_INFO_TYPE: return { result: BigInt(NOTHING_TO_MIGRATE) };
    case PSCI.PSCI_FEATURES: return NUMBERS.includes(Number(x1)) ? SUCCESS : status("NOT_SUPPORTED");
    case PSCI.CPU_ON: case PSCI.CPU_ON_32:
      if (cpu === undefined || x2 % 4n !== 0n) return status("INVALID_PARAMETERS");
      return isOn[cpu] === true ? status("ALREADY_ON") : { ...SUCCESS, effect: { kind: "CPU on", cpu, entry: x2, context: x3 } };
    case PSCI.AFFINITY_INFO: case PSCI.AFFINITY_INFO_32:
      if (cpu === undefined || x2 !== 0n) return status("INVALID_PARAMETERS");
      return { result: BigInt(isOn[cpu] === true ? AFFINITY_ON : AFFINITY_OFF) };
    case PSCI.CPU_SUSPEND: case PSCI.CPU_SUSPEND_32:
      return (x1 & 0xfffe_0000n) === 0n ? { ...SUCCESS, effect: { kind: "suspend" } } : status("INVALID_PARAMETERS");
    case PSCI.CPU_OFF: return { ...SUCCESS, effect: { kind: "CPU off" } };
    case PSCI.SYSTEM_OFF: return { ...SUCCESS, effect: { kind: "system off" } };
    case PSCI.SYSTEM_RESET: return { ...SUCCESS, effect: { kind: "system reset" } };
    default: return status("NOT_SUPPORTED");
  }
};

const NUMBERS: readonly number[] = Object.values(PSCI);

const status = (name: keyof typeof PSCI_STATUS): { readonly result: bigint } => ({ result: BigInt.asUintN(64, BigInt(PSCI_STATUS[name])) });

const SUCCESS = status("SUCCESS");
