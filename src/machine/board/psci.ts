// The board's firmware: PSCI (Arm DEN 0022). A kernel calls it like a function: the function's
// number in X0, arguments in X1 to X3, and HVC, where on other boards a hypervisor listens. It has
// no code on this board: the CPU's HVC ends here.

import {
  AFFINITY_OFF, AFFINITY_ON, NOTHING_TO_MIGRATE, PSCI, PSCI_1_1, PSCI_STATUS, type PsciFunction,
} from "../../formats/devices/psci";

/** X0 to X3. */
export type PsciArguments = readonly [x0: bigint, x1: bigint, x2: bigint, x3: bigint];

/** What is to be done, beside returning. */
export type PsciEffect =
  | {
    readonly kind: "CPU on"; readonly cpu: number;
    readonly entry: bigint; readonly context: bigint;
  }
  /** The caller's own; it does not return. */
  | { readonly kind: "CPU off" }
  /** The caller sleeps until an interrupt. */
  | { readonly kind: "suspend" }
  | { readonly kind: "system off" }
  | { readonly kind: "system reset" };

export interface PsciAnswer {
  /** X0, where the call returns. */
  readonly result: bigint;
  readonly effect?: PsciEffect;
}

const FUNCTIONS = new Map(
  Object.entries(PSCI).map(([name, number]) => [BigInt(number), name as PsciFunction]),
);

/** The affinity fields of MPIDR_EL1: all but Aff0 are 0 here. */
const AFFINITY = 0xff_00ff_ffffn;

/** Of CPU_SUSPEND's power_state: the level, which is a single CPU's here, and reserved bits. */
const NO_POWER_STATE = 0xfffe_0000n;

/** What a call does, where `isOn` has each CPU's state. */
export function psci([x0, x1, x2, x3]: PsciArguments, isOn: readonly boolean[]): PsciAnswer {
  const name = FUNCTIONS.get(BigInt.asUintN(32, x0));
  switch (name) {
    case "PSCI_VERSION":
      return { result: BigInt(PSCI_1_1) };
    case "PSCI_FEATURES":
      return returning(FUNCTIONS.has(BigInt.asUintN(32, x1)) ? "SUCCESS" : "NOT_SUPPORTED");
    case "MIGRATE_INFO_TYPE":
      return { result: BigInt(NOTHING_TO_MIGRATE) };
    case "CPU_ON": case "CPU_ON_32":
      return cpuOn(cpuAt(argument(name, x1), isOn), argument(name, x2), argument(name, x3), isOn);
    case "AFFINITY_INFO": case "AFFINITY_INFO_32": {
      const cpu = cpuAt(argument(name, x1), isOn);
      if (cpu === undefined || argument(name, x2) !== 0n) return returning("INVALID_PARAMETERS");
      return { result: BigInt(isOn[cpu]! ? AFFINITY_ON : AFFINITY_OFF) };
    }
    case "CPU_SUSPEND": case "CPU_SUSPEND_32":
      if ((x1 & NO_POWER_STATE) !== 0n) return returning("INVALID_PARAMETERS");
      return { ...returning("SUCCESS"), effect: { kind: "suspend" } };
    case "CPU_OFF":
      return { ...returning("SUCCESS"), effect: { kind: "CPU off" } };
    case "SYSTEM_OFF":
      return { ...returning("SUCCESS"), effect: { kind: "system off" } };
    case "SYSTEM_RESET":
      return { ...returning("SUCCESS"), effect: { kind: "system reset" } };
    case undefined:
      return returning("NOT_SUPPORTED");
  }
}

function cpuOn(
  cpu: number | undefined, entry: bigint, context: bigint, isOn: readonly boolean[],
): PsciAnswer {
  const isAligned = (entry & 3n) === 0n;
  if (cpu === undefined || !isAligned) return returning("INVALID_PARAMETERS");
  if (isOn[cpu]!) return returning("ALREADY_ON");
  return { ...returning("SUCCESS"), effect: { kind: "CPU on", cpu, entry, context } };
}

/** The CPU whose MPIDR_EL1 has these affinities. */
function cpuAt(affinities: bigint, isOn: readonly boolean[]): number | undefined {
  const isThere = (affinities & ~AFFINITY) === 0n && affinities < BigInt(isOn.length);
  return isThere ? Number(affinities) : undefined;
}

/** A function of the 32-bit convention has arguments of 32 bits. */
const argument = (name: PsciFunction, x: bigint): bigint =>
  name.endsWith("_32") ? BigInt.asUintN(32, x) : x;

const returning = (status: keyof typeof PSCI_STATUS): PsciAnswer =>
  ({ result: BigInt.asUintN(64, BigInt(PSCI_STATUS[status])) });
