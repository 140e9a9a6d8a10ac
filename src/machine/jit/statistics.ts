// What the engine has done: for who wants to know where the time goes.

import type { Region } from "./region";

/** "elsewhere": not in the engine, in exceptions and devices and whatever runs the machine. */
export type Activity =
  "elsewhere" | "compiling" | "assembling" | "interpreting" | "compiled code";

export class Statistics {
  readonly milliseconds: Record<Activity, number> =
    { "elsewhere": 0, "compiling": 0, "assembling": 0, "interpreting": 0, "compiled code": 0 };
  modules = 0;
  regions = 0;
  blocks = 0;
  /** Guest instructions that were compiled, and bytes of WebAssembly. */
  instructions = 0;
  bytes = 0;
  /** Functions that a store has ended; and how often all were let go. */
  invalidated = 0;
  cleared = 0;
  /** Executed one after another, because they were not compiled. */
  interpreted = 0;
  /** Executed by the interpreter for compiled code. */
  slow = 0;
  /** Words that the executor could not express, and in how many regions each was. */
  readonly refused = new Map<number, number>();
  /** Words that the interpreter executed for compiled code, and how often; with a clock only. */
  readonly slowWords: Map<number, number> | undefined;
  readonly #now: (() => number) | undefined;
  #activity: Activity = "elsewhere";
  #since: number;

  /** `now` is milliseconds, from any moment on; without it all times are 0. */
  constructor(now?: () => number) {
    this.#now = now;
    this.#since = now?.() ?? 0;
    if (now !== undefined) this.slowWords = new Map();
  }

  compiled(blocks: number, { instructions, refused }: Region): void {
    this.regions++;
    this.blocks += blocks;
    this.instructions += instructions;
    for (const word of refused) this.refused.set(word, (this.refused.get(word) ?? 0) + 1);
  }

  /** From now on time is spent on `activity`. Returns on what it was. */
  during(activity: Activity): Activity {
    const before = this.#activity;
    if (this.#now === undefined) return before;
    const now = this.#now();
    this.milliseconds[before] += now - this.#since;
    this.#since = now;
    this.#activity = activity;
    return before;
  }

  /** An instruction has been executed for compiled code. */
  slowly(word: number): void {
    this.slow++;
    const words = this.slowWords;
    if (words !== undefined) words.set(word, (words.get(word) ?? 0) + 1);
  }
}
