// What a register that is more than storage reads and writes. SystemRegisters is one.

import type { CpuState } from "../cpu/layout";
import type { SystemRegisterName } from "../decoder/tables/system-registers";
import type { InterruptInterface } from "./interrupt-interface";
import type { Pstate } from "./pstate";

/** The machine's time. */
export interface Clock {
  /** Cycles of the CPU since its reset: one an instruction, and those that it slept. */
  readonly cycles: bigint;
  /** The generic timer's count, at CNTFRQ_EL0 a second. */
  readonly count: bigint;
}

export interface SystemView {
  readonly state: CpuState;
  readonly clock: Clock;
  /** What the interrupt lines say, as ISR_EL1 has it; without it, none is asserted. */
  readonly interruptStatus?: number;
  /** Undefined, if the interrupt controller is not a GICv3. */
  readonly interruptInterface?: InterruptInterface | undefined;
  /** Written, it changes the exception level and the stack pointer in use as well. */
  pstate: Pstate;
  /** A register of the tables as its bits are stored, without its `read`. */
  stored(name: SystemRegisterName): bigint;
  store(name: SystemRegisterName, value: bigint): void;
}
