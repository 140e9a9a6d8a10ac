// How the machine was at some moment, as far as it has changed since, and what the difference is.

import type { PhysAddr } from "../../../base/word";
import { type CpuState, cpuStateIn, PAGE } from "../layout";
import { registersOf } from "./events";
import type { Machine } from "./machine";
import { PageCopies } from "./page-copies";
import { type Register, REGISTERS } from "./registers";

export interface RegisterChange {
  /** The CPU's number. */
  readonly cpu: number;
  readonly register: Register;
  readonly before: bigint;
  readonly after: bigint;
}

/** Consecutive bytes, each of which differs. */
export interface MemoryChange {
  readonly address: PhysAddr;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export class Before {
  readonly time: number;
  /** RAM then: whoever is about to change a page has it copied here. */
  readonly pages = new PageCopies();
  readonly #machine: Machine;
  readonly #states: readonly CpuState[];

  constructor(machine: Machine) {
    this.#machine = machine;
    this.time = machine.time;
    const buffer = registersOf(machine).slice().buffer;
    this.#states = machine.cpus.map((_, cpu) => cpuStateIn({ buffer }, cpu));
  }

  /** Registers that are now other than then. */
  registers(): RegisterChange[] {
    return this.#machine.cpus.flatMap(({ state }, cpu) => REGISTERS.flatMap((register) => {
      const [before, after] = [register.read(this.#states[cpu]!), register.read(state)];
      return before === after ? [] : [{ cpu, register, before, after }];
    }));
  }

  /** RAM that is now other than then, in ascending order. */
  memory(): MemoryChange[] {
    const pages = [...this.pages].sort(([a], [b]) => a - b);
    return pages.flatMap(([page, before]) => this.#changesIn(page, before));
  }

  #changesIn(page: number, before: Uint8Array): MemoryChange[] {
    const { base, bytes } = this.#machine.physical;
    const after = bytes.subarray(page * PAGE, (page + 1) * PAGE);
    const changes: MemoryChange[] = [];
    for (let from = 0; from < PAGE; from++) {
      let to = from;
      while (to < PAGE && before[to] !== after[to]) to++;
      if (to === from) continue;
      const address = base + page * PAGE + from;
      changes.push({ address, before: before.slice(from, to), after: after.slice(from, to) });
      from = to;
    }
    return changes;
  }
}
