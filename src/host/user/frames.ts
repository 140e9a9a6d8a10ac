// RAM, given out a page at a time. A frame is shared by all who map it; the last one gives it back.

import { bug } from "../../base/bug";
import type { PhysAddr } from "../../base/word";
import { PAGE } from "../../machine/cpu/layout";
import type { PhysicalMemory } from "../../machine/cpu/physical-memory";

/** There is no frame left. Whoever asked for it must go. */
export class OutOfMemory extends Error {
  override readonly name = "OutOfMemory";
}

export class Frames {
  readonly physical: PhysicalMemory;
  /** How many map each frame, by its number. */
  readonly #uses: Uint32Array;
  readonly #freed: number[] = [];
  /** Frames from here on have never been used, and so are zero. */
  #untouched = 0;

  constructor(physical: PhysicalMemory) {
    this.physical = physical;
    this.#uses = new Uint32Array(physical.size / PAGE);
  }

  get free(): number {
    return this.#freed.length + this.#uses.length - this.#untouched;
  }

  get total(): number {
    return this.#uses.length;
  }

  /** A page of zeroes, mapped once. */
  allocate(): PhysAddr {
    const freed = this.#freed.pop();
    const number = freed ?? this.#untouched++;
    if (number >= this.#uses.length) {
      this.#untouched = number;
      throw new OutOfMemory();
    }
    if (freed !== undefined) {
      this.physical.willChange(number * PAGE, PAGE);
      this.physical.bytes.fill(0, number * PAGE, (number + 1) * PAGE);
    }
    this.#uses[number] = 1;
    return this.physical.base + number * PAGE;
  }

  /** A page of its own with the same bytes. */
  copy(frame: PhysAddr): PhysAddr {
    const copied = this.allocate();
    this.physical.write(copied, this.bytes(frame));
    return copied;
  }

  /** The bytes of a frame, live: to write them, use PhysicalMemory.write(). */
  bytes(frame: PhysAddr): Uint8Array {
    const offset = frame - this.physical.base;
    return this.physical.bytes.subarray(offset, offset + PAGE);
  }

  share(frame: PhysAddr): PhysAddr {
    this.#uses[this.#number(frame)]!++;
    return frame;
  }

  isShared(frame: PhysAddr): boolean {
    return this.#uses[this.#number(frame)]! > 1;
  }

  release(frame: PhysAddr): void {
    const number = this.#number(frame);
    if (this.#uses[number] === 0) bug(`frame ${number} is released twice`);
    this.#uses[number]!--;
    if (this.#uses[number] === 0) this.#freed.push(number);
  }

  #number(frame: PhysAddr): number {
    return (frame - this.physical.base) / PAGE;
  }
}
