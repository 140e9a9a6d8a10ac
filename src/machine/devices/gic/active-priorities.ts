// Which priorities a CPU is handling (GIC architecture specification, "Preemption" and "Priority
// drop"). Each interrupt that is acknowledged preempts, so it is more urgent than all before it: a
// stack, whose top is the lowest number. A stack of distinct numbers that grows downwards only is a
// set, and a set of few numbers is a bit each.

import { IDLE } from "./priority";

/** Bit n of word w: group priority 2 * (32 * w + n) runs. The lowest bit of a priority is none. */
export type ActivePriorities = readonly number[];

/** Enough for the 128 group priorities. */
export const NOTHING_ACTIVE: ActivePriorities = [0, 0, 0, 0];

/** `groupPriority` runs as well. */
export const raised = (active: ActivePriorities, groupPriority: number): ActivePriorities =>
  active.map((word, w) => w === groupPriority >> 6 ? word | (1 << (groupPriority >> 1)) : word);

/** The most urgent is over. */
export function dropped(active: ActivePriorities): ActivePriorities {
  const top = active.findIndex((word) => word !== 0);
  return active.map((word, w) => w === top ? word & (word - 1) : word);
}

/** The most urgent that runs, or IDLE. */
export function runningPriority(active: ActivePriorities): number {
  const top = active.findIndex((word) => word !== 0);
  return top < 0 ? IDLE : 2 * (32 * top + lowestBit(active[top]!));
}

/** The number of the lowest bit that is set. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);
