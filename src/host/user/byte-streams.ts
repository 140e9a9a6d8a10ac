// A program's input and output as bytes in memory, where no terminal or file stands behind it.

import { Stream } from "./stream";

/** All there is to read. */
export class InputBytes extends Stream {
  #left: Uint8Array;

  constructor(bytes: Uint8Array) {
    super("/dev/stdin");
    this.#left = bytes;
  }

  override read(into: Uint8Array): number {
    const taken = this.#left.subarray(0, into.length);
    into.set(taken);
    this.#left = this.#left.subarray(taken.length);
    return taken.length;
  }
}

/** `take` gets what is written, as it is written. */
export class OutputBytes extends Stream {
  readonly #take: (bytes: Uint8Array) => void;

  constructor(path: string, take: (bytes: Uint8Array) => void) {
    super(path);
    this.#take = take;
  }

  override write(bytes: Uint8Array): number {
    this.#take(bytes);
    return bytes.length;
  }
}
