// How many instructions a slice may have, so that who presses a key does not wait, and the looks at the keyboard cost
// nothing. The machine's speed changes by a factor of ten with what it does; so the number follows it.

/** As long as a slice should take: short for a finger, long for a computer. */
const SLICE_MS = 10;
const LEAST = 10_000;
const MOST = 2_000_000;
const FIRST = 50_000;
/** From one slice to the next, the number grows by this at most. */
const GROWTH = 2;

export class Pace {
  #limit = FIRST;

  get limit(): number {
    return this.#limit;
  }

  /** A slice of `instructions` has taken `ms`. */
  took(instructions: number, ms: number): void {
    if (instructions === 0) return;
    const wanted = (instructions * SLICE_MS) / Math.max(ms, SLICE_MS / 100);
    this.#limit = Math.round(Math.min(MOST, Math.max(LEAST, Math.min(wanted, this.#limit * GROWTH))));
  }
}
