// What can be stepped forwards and backwards: one CPU here, chapter 6's board later.
//
// 1. A machine is deterministic. Its clock is the instructions it has completed; the same state,
//    run equally long, becomes the same state. What the world outside does goes through
//    History.record().
// 2. Whatever the guest can see is in the machine's memory, or in a Stateful part.

import type { Cpu, Stop } from "../cpu";
import type { PhysicalMemory } from "../physical-memory";

/** What has a state of its own outside the machine's memory: a host's open files, a device. */
export interface Stateful<S = unknown> {
  /** What restore() takes. It is kept, so it must not change when the part does. */
  save(): S;
  restore(state: S): void;
}

export interface Machine {
  /** In order of their pages in the machine's memory. */
  readonly cpus: readonly Cpu[];
  /** Who executes the next instruction. */
  readonly current: Cpu;
  readonly physical: PhysicalMemory;
  readonly parts: readonly Stateful[];
  /** Instructions completed, by all CPUs together. */
  readonly time: number;
  /** Executes up to `limit` instructions. */
  run(limit: number): Stop;
  /** Memory, registers and parts are not what they were: forgets whatever was derived from them. */
  restored(): void;
}

/** A machine of one CPU. `parts` are what answers its exceptions. */
export function machineOf(cpu: Cpu, parts: readonly Stateful[] = []): Machine {
  return {
    cpus: [cpu],
    current: cpu,
    physical: cpu.physical,
    parts,
    get time() { return cpu.time; },
    run: (limit) => cpu.run(limit),
    restored: () => { cpu.restored(); },
  };
}
