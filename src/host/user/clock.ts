// What time it is. The virtual clock goes with the instructions that are executed, so that a program
// that asks gets the same answer in every run; a program that sleeps makes it jump.

export interface Clock {
  /** Nanoseconds since the host began. */
  monotonic(): bigint;
  /** Nanoseconds since 1970. */
  realtime(): bigint;
  /** Nobody has anything to do before `monotonic`. */
  waitUntil(monotonic: bigint): void;
}

/** 62.5 MHz, as the generic timer of the board (chapter 6): an instruction is a tick. */
const NANOSECONDS_PER_INSTRUCTION = 16n;
/** The first of January 2024, 0:00 UTC. */
const START = 1_704_067_200n * 1_000_000_000n;

export class VirtualClock implements Clock {
  readonly #retired: () => number;
  #skipped = 0n;

  constructor(retired: () => number) {
    this.#retired = retired;
  }

  monotonic(): bigint {
    return BigInt(this.#retired()) * NANOSECONDS_PER_INSTRUCTION + this.#skipped;
  }

  realtime(): bigint {
    return START + this.monotonic();
  }

  waitUntil(monotonic: bigint): void {
    const missing = monotonic - this.monotonic();
    if (missing > 0n) this.#skipped += missing;
  }
}
