// What time does to the interrupt lines: each CPU's two timers, its cycle counter, and the event
// stream that ends a WFE. A timer's line follows from registers and the clock (chapter 3), so
// nothing is counted here. What must be known is when it will next change: until then the CPUs may
// run without a look at the clock.

import { INTID } from "../../formats/devices/gic";
import type { Stateful } from "../cpu/stepping/machine";
import type { Processor } from "../exceptions/processor";
import type { InterruptLine } from "../devices/device";
import { monitorsAsk, overflowDue } from "../sysregs/registers/cycle-counter";
import {
  type EventStream, eventStream, NEVER, timerAsks, timerDue,
} from "../sysregs/registers/timer";
import type { Clock } from "../sysregs/view";
import { PPI } from "./memory-map";

/** INTIDs of each CPU's own interrupts that follow the clock. */
export const TIMED_LINES = {
  PMU: INTID.FIRST_PPI + PPI.performanceMonitors,
  CNTV: INTID.FIRST_PPI + PPI.virtualTimer,
  CNTP: INTID.FIRST_PPI + PPI.physicalTimer,
} as const;

/** A CPU, and its lines to the interrupt controller. */
export interface TimedCpu {
  readonly processor: Processor;
  readonly line: (intid: number) => InterruptLine;
}

export class Timers implements Stateful<readonly (bigint | undefined)[]> {
  readonly #clock: Clock;
  readonly #timerDue: typeof timerDue;
  readonly #cpus: readonly { readonly processor: Processor; readonly lines: Lines }[];
  /** For each CPU that sleeps by WFE: how many events its stream had made when it went to sleep. */
  readonly #events: (bigint | undefined)[];
  /** The count at the last update: what was due later has not been heard of. */
  #updated = 0n;

  constructor(clock: Clock, cpus: readonly TimedCpu[], rule = timerDue) {
    this.#clock = clock;
    this.#timerDue = rule;
    this.#cpus = cpus.map(({ processor, line }) => ({ processor, lines: linesOf(line) }));
    this.#events = cpus.map(() => undefined);
  }

  /** Has every line be as the registers and the clock say now, and wakes who waits for an event. */
  update(): void {
    this.#updated = this.#clock.count;
    this.#cpus.forEach(({ processor: { exceptions } }, cpu) => {
      this.updateLines(cpu);
      const passed = this.#events[cpu];
      if (passed === undefined || passed === this.#eventsOf(cpu)) return;
      exceptions.signalEvent();
      this.listen(cpu, false); // One is enough to wake it.
    });
  }

  updateLines(cpu: number): void {
    const { processor: { system }, lines } = this.#cpus[cpu]!;
    lines.CNTV(timerAsks(system, "CNTV"));
    lines.CNTP(timerAsks(system, "CNTP"));
    lines.PMU(monitorsAsk(system));
  }

  /** From now on the CPU listens to its event stream, or not. */
  listen(cpu: number, listens: boolean): void {
    this.#events[cpu] = listens ? this.#eventsOf(cpu) : undefined;
  }

  /**
   * The count at which a line, or what a CPU listens for, will next change; NEVER if none will.
   * `allSleep`: no CPU executes until then.
   */
  due(allSleep: boolean): bigint {
    return least(NEVER, ...this.#cpus.map(({ processor: { system } }, cpu) => {
      const due = (timer: "CNTP" | "CNTV"): bigint => this.#timerDue(
        system.stored(`${timer}_CTL_EL0`), system.stored(`${timer}_CVAL_EL0`), this.#updated,
      );
      const stream = this.#events[cpu] === undefined ? undefined : eventStream(system);
      const event = stream === undefined ? NEVER : nextEvent(stream, this.#updated);
      return least(due("CNTV"), due("CNTP"), overflowDue(system, allSleep), event);
    }));
  }

  reset(): void {
    this.#events.fill(undefined);
  }

  save(): readonly (bigint | undefined)[] {
    return [...this.#events];
  }

  restore(events: readonly (bigint | undefined)[]): void {
    events.forEach((passed, cpu) => { this.#events[cpu] = passed; });
  }

  #eventsOf(cpu: number): bigint | undefined {
    const stream = eventStream(this.#cpus[cpu]!.processor.system);
    return stream && (this.#clock.count + stream.phase) / stream.period;
  }
}

type Lines = Readonly<Record<keyof typeof TIMED_LINES, InterruptLine>>;

const linesOf = (line: (intid: number) => InterruptLine): Lines => ({
  PMU: line(TIMED_LINES.PMU), CNTV: line(TIMED_LINES.CNTV), CNTP: line(TIMED_LINES.CNTP),
});

/** The first count behind `count` at which the stream makes an event. */
const nextEvent = ({ period, phase }: EventStream, count: bigint): bigint =>
  ((count + phase) / period + 1n) * period - phase;

export function least(...counts: bigint[]): bigint {
  return counts.reduce((a, b) => (b < a ? b : a));
}
