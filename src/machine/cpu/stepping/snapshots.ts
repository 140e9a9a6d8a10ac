// The moments that can be gone back to at once, each with what has changed in RAM until the next.
// They lie the closer together the nearer they are to now, so that there are few of them however
// long a program runs, and going back a little is cheap.
//
//   start         kept               kept      kept  kept kept now
//   |---------------|------------------|---------|-----|---|-|

import { PAGE } from "../layout";
import type { PageCopies } from "./page-copies";

export interface Snapshot {
  readonly time: number;
  /** How many events had happened (history.ts). */
  readonly events: number;
  /** The CPUs' pages of the machine's memory. */
  readonly registers: BigUint64Array;
  /** What the machine's parts saved. */
  readonly parts: readonly unknown[];
  /** RAM, where it has changed between this snapshot and the next. */
  readonly pages: PageCopies;
}

/** A snapshot stays if without it the gap would be more than 1/RATIO of its distance from now. */
const RATIO = 4;

export class Snapshots {
  readonly #snapshots: Snapshot[] = [];

  get count(): number {
    return this.#snapshots.length;
  }

  get oldest(): Snapshot {
    return this.#snapshots[0]!;
  }

  get newest(): Snapshot {
    return this.#snapshots.at(-1)!;
  }

  /** The last one that is not behind `time`. There is one unless `time` is before the oldest. */
  at(time: number): Snapshot | undefined {
    return this.#snapshots.findLast((each) => each.time <= time);
  }

  /** Of copied pages. */
  get bytes(): number {
    return this.#snapshots.reduce((sum, { pages }) => sum + pages.size * PAGE, 0);
  }

  /** Adds the newest, and lets go of what is too near to others by now. */
  add(snapshot: Snapshot): void {
    this.#snapshots.push(snapshot);
    for (let i = this.#snapshots.length - 2; i > 0; i--) {
      const gap = this.#snapshots[i + 1]!.time - this.#snapshots[i - 1]!.time;
      if (gap * RATIO < snapshot.time - this.#snapshots[i + 1]!.time) this.#forget(i);
    }
  }

  /** Lets go of the second, so that a page which both copied is kept once. */
  thin(): void {
    this.#forget(1);
  }

  /** Lets go of the first: the past begins later. */
  forgetOldest(): void {
    this.#snapshots.shift();
  }

  /** Takes away `snapshot` and all behind it, the newest first, to undo what happened since. */
  *takeBack(snapshot: Snapshot): Iterable<Snapshot> {
    while (this.count > 0) {
      const last = this.#snapshots.pop()!;
      yield last;
      if (last === snapshot) return;
    }
  }

  /** What changed since it now counts from the one before it. */
  #forget(index: number): void {
    const [forgotten] = this.#snapshots.splice(index, 1);
    this.#snapshots[index - 1]!.pages.absorb(forgotten!.pages);
  }
}
