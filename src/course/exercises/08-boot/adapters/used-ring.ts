// A used ring, and a device at its other end that does not wait. It knows nothing of what is right.
//
// 1. Of the ring's entries there is only what was in them the last time round, until a barrier stands behind a load of
//    the index: a processor may have loaded them before.
// 2. What is loaded a second time has changed.

import { hostMetal } from "../../../../unikernel/metal/hosted";
import { SmallMemory } from "./small-memory";

/** flags and idx, in front of the entries. */
const HEADER_BYTES = 4n;

class LivingRing extends SmallMemory {
  readonly #entries: bigint;
  readonly #stale: SmallMemory;
  readonly #loaded = new Set<bigint>();
  #isOrdered = false;

  constructor(begin: bigint, before: Uint8Array, now: Uint8Array) {
    super(begin, now);
    this.#entries = begin + HEADER_BYTES;
    this.#stale = new SmallMemory(begin, before);
  }

  override load(address: bigint, bytes: 1 | 2 | 4 | 8): bigint {
    const isThere = this.#isOrdered || address < this.#entries;
    const value = isThere ? super.load(address, bytes) : this.#stale.load(address, bytes);
    const isAgain = this.#loaded.has(address);
    this.#loaded.add(address);
    return isAgain ? value ^ 1n : value;
  }

  override store(): never {
    throw new Error("the used ring is the device's: the driver stores nothing there");
  }

  override instruction(text: string): void {
    if (/^d[ms]b/.test(text)) this.#isOrdered = this.#loaded.has(this.#entries - 2n);
    else super.instruction(text);
  }
}

/** What the part is, as far as this is concerned. */
type Reap = (used: bigint, taken: number, rooms: readonly number[], out: number) => { readonly head: number; readonly written: number; readonly lie: string } | null;

/** The chain's number, its bytes and what is wrong; null: nothing is back. */
export type Reaped = readonly [head: number, written: number, lie: string] | null;

export type UsedRing = (begin: bigint, before: Uint8Array, now: Uint8Array, taken: number, rooms: readonly number[], out: number) => Reaped;

export const usedRing = (reap: Reap): UsedRing =>
  (begin, before, now, taken, rooms, out) => {
    hostMetal(new LivingRing(begin, before, now));
    const back = reap(begin, taken, rooms, out);
    return back === null ? null : [back.head, back.written, back.lie];
  };
