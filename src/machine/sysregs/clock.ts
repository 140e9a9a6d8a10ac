// The time that the guest can read: cycles, and the generic timer's count. It is the number of
// instructions executed, so the same program always reads the same time. While the CPU sleeps
// nothing is executed; whoever wakes it says how long that was.

import type { Cpu } from "../cpu/cpu";
import { SLEPT } from "../cpu/layout";
import type { Clock } from "./view";

/** CNTFRQ_EL0: ticks of the generic timer a second, as on QEMU's board. */
export const TIMER_HZ = 62_500_000;
/** One instruction a cycle, 1,000 million of them a second. */
export const CYCLES_A_TICK = 16n;

export class VirtualClock implements Clock {
  readonly #cpu: Pick<Cpu, "time" | "state">;

  constructor(cpu: Pick<Cpu, "time" | "state">) {
    this.#cpu = cpu;
  }

  get cycles(): bigint {
    return BigInt(this.#cpu.time) + this.#cpu.state.levels[SLEPT]!;
  }

  get count(): bigint {
    return this.cycles / CYCLES_A_TICK;
  }
}
