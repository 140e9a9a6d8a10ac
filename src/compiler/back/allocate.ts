// Linear scan. The intervals are gone through in the order in which they begin; each gets a
// register in which nothing else is alive at the same time, rather one that saves a move: hints.ts.
// Where there is none, whoever is least worth a register, for its length, goes to the frame. After
// Poletto and Sarkar, "Linear Scan Register Allocation" (1999), with the holes of Wimmer and
// Mössenböck (2005).
//
// 1. Two intervals that overlap have different registers.
// 2. What is alive across a call is in X19 to X27 or in the frame.

import { bug } from "../../base/bug";
import type { Hints } from "./hints";
import type { Interval, Range } from "./liveness";
import type { Register } from "./machine";

/** X0 to X15: a call may change them. X8 to X15 first, since X0 to X7 are wanted for arguments. */
export const CALLER_SAVED: readonly Register[] = [
  8, 9, 10, 11, 12, 13, 14, 15, 7, 6, 5, 4, 3, 2, 1, 0,
];
export const CALLEE_SAVED: readonly Register[] = [19, 20, 21, 22, 23, 24, 25, 26, 27];
export const ALL_REGISTERS: readonly Register[] = [...CALLER_SAVED, ...CALLEE_SAVED];

export interface Scan {
  /** Where each interval's register is; those in the frame are missing. */
  readonly assigned: ReadonlyMap<Register, Register>;
  readonly spilled: ReadonlySet<Register>;
}

/** Where a machine register is taken for a moment: by a call, or by assembly that names it. */
export interface Taken {
  readonly register: Register;
  readonly range: Range;
}

export function scan(
  intervals: readonly Interval[], taken: readonly Taken[], hints: Hints,
  isFixed: (register: Register) => boolean,
): Scan {
  return new LinearScan(taken, hints, isFixed).run(intervals);
}

class LinearScan {
  /** What each machine register holds, in the order in which it was given. */
  readonly #held = new Map<Register, Interval[]>(ALL_REGISTERS.map((register) => [register, []]));
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
      const known = ranges.get(register);
      if (known === undefined) ranges.set(register, [range]);
      else known.push(range);
    }
    this.#taken = ranges;
  }

  run(intervals: readonly Interval[]): Scan {
    for (const interval of intervals) this.#place(interval);
    return { assigned: this.#assigned, spilled: this.#spilled };
  }

  #place(interval: Interval): void {
    const open = ALL_REGISTERS.filter((register) => !this.#isTaken(register, interval));
    const rivals = new Map(open.map((register) => [register, this.#rivals(register, interval)]));
    const free = open.filter((register) => rivals.get(register)!.length === 0);
    const register = this.#preferred(interval, free);
    if (register !== undefined) return this.#give(register, interval);
    let cheapest: Register | undefined;
    let price = this.#priceOf([interval]);
    for (const each of open) {
      const asked = this.#priceOf(rivals.get(each)!);
      if (asked < price) [cheapest, price] = [each, asked];
    }
    if (cheapest === undefined) return this.#spill(interval);
    for (const rival of rivals.get(cheapest)!) this.#evict(cheapest, rival);
    this.#give(cheapest, interval);
  }

  /** Of the free registers one that saves a move, or the first. */
  #preferred(interval: Interval, free: readonly Register[]): Register | undefined {
    const assigned = (register: Register): Register | undefined => this.#assigned.get(register);
    const wanted = this.#hints.wanted(interval.register, assigned);
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

  /** Who has ended before this one begins is in nobody's way any more: they come in order. */
  #rivals(register: Register, { ranges }: Interval): Interval[] {
    const begin = ranges[0]!.from;
    const held = this.#held.get(register)!.filter((other) => other.ranges.at(-1)!.to > begin);
    this.#held.set(register, held);
    return held.filter((other) => overlap(other.ranges, ranges));
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
