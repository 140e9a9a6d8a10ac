// The machine's time. Virtual, it is the instructions that its CPUs have completed, all together,
// and what they slept: the same program reads the same time, and no CPU ever reads an earlier one
// than another has read before. A person at the terminal wants the host's time instead, in which a
// second lasts a second and no run is like another.

import { SLEPT } from "../cpu/layout";
import type { Cpu } from "../cpu/cpu";
import type { Stateful } from "../cpu/stepping/machine";
import { CYCLES_A_TICK, TIMER_HZ } from "../sysregs/clock";
import { NEVER } from "../sysregs/registers/timer";
import type { Clock } from "../sysregs/view";

/** Nanoseconds since some moment. It never goes backwards. */
export type HostClock = () => number;

const NANOSECONDS = 1e9;

/** The last count of virtual time, whose cycles have 64 bits: in 584 years. */
export const LAST_COUNT = NEVER / CYCLES_A_TICK;

export interface BoardTime {
  /** One an instruction, whoever executes it, and those that all sleep for. */
  readonly cycles: bigint;
  /** The generic timer's count, which every CPU reads. */
  readonly count: bigint;
}

/** Virtual time, behind so many instructions of each CPU and so many cycles of sleep. */
export function timeAt(executed: readonly number[], slept: bigint): BoardTime {
  const cycles = BigInt(executed.reduce((sum, instructions) => sum + instructions, 0)) + slept;
  return { cycles, count: cycles / CYCLES_A_TICK };
}

export interface ClockState {
  readonly start: number;
  readonly count: bigint;
}

export class BoardClock implements Clock, Stateful<ClockState> {
  readonly #cpus: readonly Pick<Cpu, "time" | "state">[];
  readonly #host: HostClock | undefined;
  readonly #timeAt: typeof timeAt;
  /** Whole seconds since 1970, when the count was 0. */
  #start: number;
  /** The host's time and ours, when they were last held together. */
  #hostThen = 0;
  #countThen = 0n;

  /** `cpus` may grow until the machine runs. Without `host`, time is virtual. */
  constructor(
    cpus: readonly Pick<Cpu, "time" | "state">[], start: number, host?: HostClock, rule = timeAt,
  ) {
    this.#cpus = cpus;
    this.#start = Math.floor(start);
    this.#timeAt = rule;
    this.#host = host;
    this.#hostThen = host?.() ?? 0;
  }

  get isVirtual(): boolean {
    return this.#host === undefined;
  }

  get cycles(): bigint {
    return this.#host === undefined ? this.#virtual.cycles : this.count * CYCLES_A_TICK;
  }

  get count(): bigint {
    if (this.#host === undefined) return this.#virtual.count;
    const nanoseconds = this.#host() - this.#hostThen;
    return this.#countThen + BigInt(Math.floor((nanoseconds * TIMER_HZ) / NANOSECONDS));
  }

  /** Whole seconds since 1970. */
  get date(): number {
    return this.#start + Number(this.count / BigInt(TIMER_HZ));
  }

  /** The count when `date` begins, not before now; NEVER at Infinity. */
  countAt(date: number): bigint {
    if (date === Infinity) return NEVER;
    const count = BigInt(date - this.#start) * BigInt(TIMER_HZ);
    return count > this.count ? count : this.count;
  }

  /** Of virtual time, until `count` is reached. */
  cyclesUntil(count: bigint): bigint {
    return count * CYCLES_A_TICK - this.cycles;
  }

  /** Virtual time passes, and nothing is executed. */
  sleep(cycles: bigint): void {
    this.#cpus[0]!.state.levels[SLEPT]! += cycles;
  }

  /** The date at count 0, and the count, from which restore() goes on by the host's time then. */
  save(): ClockState {
    return { start: this.#start, count: this.count };
  }

  restore({ start, count }: ClockState): void {
    this.#start = start;
    this.#countThen = count;
    this.#hostThen = this.#host?.() ?? 0;
    const behind = this.cyclesUntil(count);
    if (this.isVirtual && behind > 0n) this.sleep(behind); // It went on by a host's time.
  }

  /** The time that all sleep for is kept with the first CPU. */
  get #virtual(): BoardTime {
    return this.#timeAt(this.#cpus.map(({ time }) => time), this.#cpus[0]!.state.levels[SLEPT]!);
  }
}

/** Nanoseconds that `ticks` of the generic timer take. */
export const nanosecondsOf = (ticks: bigint): number => (Number(ticks) * NANOSECONDS) / TIMER_HZ;
