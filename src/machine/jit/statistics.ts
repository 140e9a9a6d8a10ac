// What the engine has done: for who wants to know where the time goes.

import type { Region } from "./region";

export type Activity = "compiling" | "assembling" | "interpreting" | "compiled code";

export class Statistics {
  /** Milliseconds, from any moment on; without a clock all times are 0. */
  readonly now: () => number;
  readonly milliseconds: Record<Activity, number> =
    { compiling: 0, assembling: 0, interpreting: 0, "compiled code": 0 };
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

  constructor(now: () => number = () => 0) {
    this.now = now;
  }

  compiled(blocks: number, { instructions, refused }: Region): void {
    this.regions++;
    this.blocks += blocks;
    this.instructions += instructions;
    for (const word of refused) this.refused.set(word, (this.refused.get(word) ?? 0) + 1);
  }

  spent(on: Activity, since: number): void {
    this.milliseconds[on] += this.now() - since;
  }
}
