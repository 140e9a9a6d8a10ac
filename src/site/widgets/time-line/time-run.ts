/**
 * A small program with a real History: where its snapshots are, what each keeps, and what a journey in time
 * costs. The history says when; which pages are stored to meanwhile, a second machine tells that runs the same
 * program, since one that is deterministic stores the same in every run.
 */
import { bug } from "../../../base/bug";
import { Cpu } from "../../../machine/cpu/cpu";
import { createMemory, PAGE } from "../../../machine/cpu/layout";
import { PhysicalMemory, SNAPSHOT } from "../../../machine/cpu/physical-memory";
import { History } from "../../../machine/cpu/stepping/history";
import { machineOf } from "../../../machine/cpu/stepping/machine";
import { assembleProgram, isFault, ramBase, ramBytes } from "../machine/program";

/** A counter on one page, and a log that goes round on eight others. */
export const timeLineSource = `        adr   x1, counter
        adr   x2, log
loop:   add   x0, x0, #1
        str   x0, [x1]
        str   x0, [x2, x3]
        add   x3, x3, #256
        and   x3, x3, #0x7fff
        b     loop
        .balign 4096
counter: .zero 4096
log:    .zero 8 * 4096
`;

export const interval = 100;
export const mostInstructions = 6000;

export interface SnapshotTick {
  readonly time: number;
  /** How many pages it keeps: those stored to before the next one, or before now. */
  readonly pages: number;
}

/** A journey from where the machine was to another time. */
export interface Journey {
  readonly from: number;
  readonly to: number;
  /** The snapshot that was put back; undefined if the machine only ran on. */
  readonly restored: number | undefined;
  /** What it and those behind it kept is put back, and they are gone. */
  readonly undone: readonly SnapshotTick[];
  /** Instructions executed to get from there to where it is. */
  readonly executed: number;
}

export class TimeRun {
  readonly #history: History;
  /** Element t: the pages that instruction t stores to. */
  readonly #stores: readonly (readonly number[])[];
  #furthest = 0;

  constructor() {
    const cpu = loadedCpu();
    this.#stores = storesOf(loadedCpu(), mostInstructions);
    this.#history = new History(machineOf(cpu), { interval });
  }

  get time(): number {
    return this.#history.time;
  }

  get furthest(): number {
    return this.#furthest;
  }

  runOn(count: number): void {
    this.#history.advance(Math.min(count, mostInstructions - this.time));
    this.#furthest = Math.max(this.#furthest, this.time);
  }

  goTo(to: number): Journey {
    const from = this.time;
    const restored = to < from ? this.#history.snapshotBefore(to + 1) : undefined;
    const undone = restored === undefined ? [] : this.ticks().filter(({ time }) => time >= restored);
    this.#history.goTo(to);
    return { from, to, restored, undone, executed: to - (restored ?? from) };
  }

  /** In order of time. */
  ticks(): readonly SnapshotTick[] {
    const times: number[] = [];
    for (let at = this.#history.snapshotBefore(Infinity); times.at(-1) !== at; at = this.#history.snapshotBefore(at)) times.push(at);
    times.reverse();
    return times.map((time, i) => ({ time, pages: this.#pagesBetween(time, times[i + 1] ?? this.time) }));
  }

  #pagesBetween(from: number, to: number): number {
    return new Set(this.#stores.slice(from, to).flat()).size;
  }
}

function loadedCpu(): Cpu {
  const program = assembleProgram(timeLineSource);
  if (isFault(program)) return bug(`line ${program.line}: ${program.what}`);
  const physical = new PhysicalMemory(createMemory(ramBytes), ramBase, ramBytes);
  physical.write(ramBase, program.bytes);
  const cpu = new Cpu({ physical });
  cpu.pc = BigInt(ramBase);
  return cpu;
}

function storesOf(cpu: Cpu, count: number): readonly (readonly number[])[] {
  const stores: number[][] = Array.from({ length: count }, () => []);
  let time = 0;
  cpu.physical.marks.fill(SNAPSHOT); // Nobody takes the marks away: each store is heard of.
  cpu.physical.onMarkedStore((page) => stores[time]!.push(page));
  for (; time < count; time++) cpu.run(1);
  return stores;
}

export const pageBytes = PAGE;
