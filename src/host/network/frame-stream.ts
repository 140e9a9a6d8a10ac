// Frames in a stream of bytes, each behind its length: 32 bits, big-endian. QEMU's `-netdev stream` has it so.

import { LONGEST_FRAME } from "./frame";

const HEADER = 4;

/** `frame` as it stands in the stream. */
export function streamed(frame: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER + frame.length);
  new DataView(bytes.buffer).setUint32(0, frame.length);
  bytes.set(frame, HEADER);
  return bytes;
}

/** Takes a stream apart, wherever it was cut. What is longer than a frame is passed over, and never kept. */
export class FrameReader {
  /** How many were passed over. */
  tooLong = 0;
  readonly #kept = new Uint8Array(HEADER + LONGEST_FRAME);
  #length = 0;
  /** Bytes that are still to be passed over. */
  #skips = 0;

  *receive(bytes: Uint8Array): Iterable<Uint8Array> {
    for (let rest = bytes; rest.length > 0;) {
      if (this.#skips > 0) {
        const skipped = Math.min(this.#skips, rest.length);
        this.#skips -= skipped;
        rest = rest.subarray(skipped);
        continue;
      }
      const taken = Math.min(this.#wanted - this.#length, rest.length);
      this.#kept.set(rest.subarray(0, taken), this.#length);
      this.#length += taken;
      rest = rest.subarray(taken);
      if (this.#length < this.#wanted) continue;
      if (this.#announced > LONGEST_FRAME) this.#skip();
      else yield this.#kept.slice(HEADER, this.#length);
      this.#length = 0;
    }
  }

  /** What the header says; 0 until it is whole. */
  get #announced(): number {
    return this.#length < HEADER ? 0 : new DataView(this.#kept.buffer).getUint32(0);
  }

  /** Bytes until something is known: the header, or the frame with it. */
  get #wanted(): number {
    if (this.#length < HEADER || this.#announced > LONGEST_FRAME) return HEADER;
    return HEADER + this.#announced;
  }

  #skip(): void {
    this.#skips = this.#announced;
    this.tooLong++;
  }
}
