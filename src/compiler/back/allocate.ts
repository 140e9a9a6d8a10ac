// Linear scan. The intervals are gone through in the order in which they begin; each gets a register
// in which nothing else is alive at the same time, rather one that saves a move (hints.ts). Where
// there is none, whoever is least worth a register, for its length, goes to the frame. After
// Poletto and Sarkar, "Linear Scan Register Allocation" (1999), with the holes of Wimmer and
// Mössenböck (2005).
//
// 1. Two intervals that overlap have different registers.
// 2. What is alive across a call is in X19 to X27 or in the frame.
// 3. What is alive where a handler begins is in the frame.

import { bug } from "../../base/bug";
import { type Hints, hintsOf } from "./hints";
import type { Interval, Liveness, Range } from "./liveness";
import { type MachineFunction, type Register } from "./machine";

/** X0 to X15: a call may change them. X8 to X15 first, since X0 to X7 are wanted for arguments. */
export const CALLER_SAVED: readonly Register[] = [
  8, 9, 10, 11, 12, 13, 14, 15, 7, 6, 5, 4, 3, 2, 1, 0,
];
export const CALLEE_SAVED: readonly Register[] = [19, 20, 21, 22, 23, 24, 25, 26, 27];
const ALL = [...CALLER_SAVED, ...CALLEE_SAVED];

export interface Scan {
  /** Where each interval's register is; those in the frame are missing. */
  readonly assigned: ReadonlyMap<Register, Register>;
  readonly spilled: ReadonlySet<Register>;
}

/** Where machine registers are taken for a moment: X0 to X17 by a call, others by assembly. */
export interface Taken {
  readonly register: Register;
  readonly range: Range;
}

export function scan(
  machine: MachineFunction, liveness: Liveness, taken: readonly Taken[],
  mustSpill: ReadonlySet<Register>, isFixed: (register: Register) => boolean,
): Scan {
  const hints = hintsOf(machine);
  return new LinearScan(taken, hints, isFixed).run(liveness.intervals, mustSpill);
}

class LinearScan {
  /** What each machine register holds, or is taken by, in the order in which it was given. */
  readonly #held = new Map<Register, Interval[]>(ALL.map((register) => [register, []]));
  readonly #taken: ReadonlyMap<Register, readonly Range[]>;
  readonly #hints: Hints;
  readonly #isFixed: (register: Register) => boolean;
  readonly #assigned = new Map<Register, Register>();
  readonly #spilled = new Set<Register>();

  constructor(taken: readonly Taken[], hints: Hints, isFixed: (register: Register) => boolean) {
    this.#hints = hints;
    this.#isFixed = isFixed;
    const ranges = new Map<Register, Range[]>();
    for (const { register, range } of taken) {
      ranges.set(register, [...(ranges.get(register) ?? []), range]);
    }
    this.#taken = ranges;
  }

  run(intervals: readonly Interval[], mustSpill: ReadonlySet<Register>): Scan {
    for (const interval of intervals) {
      if (mustSpill.has(interval.register)) this.#spilled.add(interval.register);
      else this.#place(interval);
    }
    return { assigned: this.#assigned, spilled: this.#spilled };
  }

  #place(interval: Interval): void {
    const open = ALL.filter((register) => !this.#isTaken(register, interval));
    const rivals = new Map(open.map((register) => [register, this.#rivals(register, interval)]));
    const free = open.filter((register) => rivals.get(register)!.length === 0);
    const register = this.#preferred(interval, free);
    if (register !== undefined) return this.#give(register, interval);
    const [cheapest, price] = open
      .map((each) => [each, this.#priceOf(rivals.get(each)!)] as const)
      .reduce((a, b) => (b[1] < a[1] ? b : a), [undefined, Infinity] as readonly [number | undefined, number]);
    if (cheapest === undefined || price >= this.#priceOf([interval])) return this.#spill(interval);
    for (const rival of rivals.get(cheapest)!) this.#evict(cheapest, rival);
    this.#give(cheapest, interval);
  }

  /** Of the free registers one that saves a move, or the first. */
  #preferred(interval: Interval, free: readonly Register[]): Register | undefined {
    const wanted = this.#hints.wanted(interval.register, (register) => this.#assigned.get(register));
    let best = free[0];
    for (const register of free) {
      if ((wanted.get(register) ?? 0) > (wanted.get(best!) ?? 0)) best = register;
    }
    return best;
  }

  #isTaken(register: Register, { ranges }: Interval): boolean {
    const taken = this.#taken.get(register);
    return taken !== undefined && overlap(taken, ranges);
  }

  #rivals(register: Register, { ranges }: Interval): Interval[] {
    return this.#held.get(register)!.filter((other) => overlap(other.ranges, ranges));
  }

  /** What it would cost to have none of them in a register, for each place that they take. */
  #priceOf(intervals: readonly Interval[]): number {
    return intervals.reduce((sum, { register, weight, ranges }) => {
      const length = ranges.reduce((all, { from, to }) => all + to - from, 0);
      return sum + (this.#isFixed(register) ? Infinity : weight / length);
    }, 0);
  }

  #give(register: Register, interval: Interval): void {
    this.#held.get(register)!.push(interval);
    this.#assigned.set(interval.register, register);
  }

  #evict(register: Register, interval: Interval): void {
    const held = this.#held.get(register)!;
    held.splice(held.indexOf(interval), 1);
    this.#assigned.delete(interval.register);
    this.#spill(interval);
  }

  #spill({ register }: Interval): void {
    if (this.#isFixed(register)) bug(`no register for v${register}`);
    this.#spilled.add(register);
  }
}

/** Whether two lists of ranges, each in order, have a place in common. */
export function overlap(a: readonly Range[], b: readonly Range[]): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]!.to <= b[j]!.from) i++;
    else if (b[j]!.to <= a[i]!.from) j++;
    else return true;
  }
  return false;
}
