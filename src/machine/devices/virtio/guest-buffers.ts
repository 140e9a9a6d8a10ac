// One side of a chain: buffers of the driver's, here and there in RAM, as the one run of bytes that
// they stand for. All of them were found to be RAM when the chain was taken.

import { bug } from "../../../base/bug";
import type { GuestMemory } from "../device";
import type { GuestBuffer } from "./chain";

export class GuestBuffers {
  /** All of them together. */
  readonly length: number;
  readonly list: readonly GuestBuffer[];
  readonly #memory: GuestMemory;

  constructor(memory: GuestMemory, list: readonly GuestBuffer[]) {
    this.#memory = memory;
    this.list = list;
    this.length = list.reduce((sum, { length }) => sum + length, 0);
  }

  /** `length` bytes from `at` on, or as many as there are. */
  read(at: number, length: number): Uint8Array {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.length - at)));
    this.pieces(at, bytes.length, ({ address, length: size }, done) => {
      bytes.set(this.#memory.bytes(address, size) ?? bug("a buffer is not RAM"), done);
    });
    return bytes;
  }

  /** As many of `bytes` as there is room for from `at` on: how many. */
  write(at: number, bytes: Uint8Array): number {
    const total = Math.max(0, Math.min(bytes.length, this.length - at));
    this.pieces(at, total, ({ address, length }, done) => {
      this.#memory.write(address, bytes.subarray(done, done + length));
    });
    return total;
  }

  /** The bytes from `at` on in their pieces, each with how many come before it. */
  pieces(at: number, length: number, visit: (piece: GuestBuffer, done: number) => void): void {
    let begin = 0; // of the buffer, in the run
    for (const buffer of this.list) {
      const from = Math.max(at, begin);
      const to = Math.min(at + length, begin + buffer.length);
      if (from < to) {
        const address = buffer.address + BigInt(from - begin);
        visit({ address, length: to - from }, from - at);
      }
      begin += buffer.length;
    }
  }
}
