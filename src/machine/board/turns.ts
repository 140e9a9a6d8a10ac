// Whose turn it is. The CPUs of the machine execute one after another, each for a turn, on one host
// thread; a CPU that waits or is off is passed over. Where a turn ends depends on nothing but what
// the machine has executed, so a machine of four CPUs is as deterministic as one of one.
//
// 1. How far the current turn has come is state: run(10) five times is run(50).
// 2. A CPU that is alone has a turn without an end: nobody waits for it.

import type { Stateful } from "../cpu/stepping/machine";

/** Instructions in a turn, if nothing ends it before. */
export const TURN = 10_000;

/** It executes, is switched off, or sleeps until an interrupt or an event. */
export type CpuActivity = "runs" | "off" | "WFI" | "WFE";

/** A CPU's, and how many instructions are left of it. */
export interface Turn {
  readonly current: number;
  readonly left: number;
}

const FIRST: Turn = { current: 0, left: TURN };

export interface TurnState extends Turn {
  readonly activities: readonly CpuActivity[];
}

/**
 * Gives the turn to whoever may run next, the current CPU last of all unless some of its turn is
 * left. undefined: nobody runs.
 */
export function nextTurn(turn: Turn, activities: readonly CpuActivity[]): Turn | undefined {
  if (isUnderWay(turn, activities)) return turn;
  for (let step = 1; step <= activities.length; step++) {
    const cpu = (turn.current + step) % activities.length;
    if (activities[cpu] === "runs") return { current: cpu, left: TURN };
  }
  return undefined;
}

const isUnderWay = ({ current, left }: Turn, activities: readonly CpuActivity[]): boolean =>
  left > 0 && activities[current] === "runs";

export class Turns implements Stateful<TurnState> {
  readonly #nextTurn: typeof nextTurn;
  readonly #activities: CpuActivity[];
  #turn = FIRST;

  constructor(cpus: number, rule: typeof nextTurn = nextTurn) {
    this.#nextTurn = rule;
    this.#activities = firstAlone(cpus);
  }

  get current(): number {
    return this.#turn.current;
  }

  /** Instructions that the current CPU may execute until it is another's turn. */
  get left(): number {
    return this.#isAlone ? Infinity : this.#turn.left;
  }

  /** The current CPU goes on with its turn, whatever the others do. */
  get isUnderWay(): boolean {
    return isUnderWay(this.#turn, this.#activities);
  }

  activity(cpu: number): CpuActivity {
    return this.#activities[cpu]!;
  }

  set(cpu: number, activity: CpuActivity): void {
    this.#activities[cpu] = activity;
  }

  /** The current CPU has executed so many. */
  spend(instructions: number): void {
    if (this.#isAlone) return;
    const { current, left } = this.#turn;
    this.#turn = { current, left: left - instructions };
  }

  /** Gives the turn to whoever may run next. False: nobody runs. */
  next(): boolean {
    const next = this.#nextTurn(this.#turn, this.#activities);
    if (next !== undefined) this.#turn = next;
    return next !== undefined;
  }

  get #isAlone(): boolean {
    return this.#activities.length === 1;
  }

  reset(): void {
    this.restore({ ...FIRST, activities: firstAlone(this.#activities.length) });
  }

  save(): TurnState {
    return { ...this.#turn, activities: [...this.#activities] };
  }

  restore({ current, left, activities }: TurnState): void {
    this.#turn = { current, left };
    activities.forEach((activity, cpu) => { this.#activities[cpu] = activity; });
  }
}

/** The first CPU runs, and has the others switched on when it wants them. */
const firstAlone = (cpus: number): CpuActivity[] =>
  Array.from({ length: cpus }, (_, cpu) => (cpu === 0 ? "runs" : "off"));
