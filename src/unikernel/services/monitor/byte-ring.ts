// A ring of bytes between two that do not wait for each other: a handler puts, the event loop takes.
//
//         #taken            #put
//    . . . 4 8 1 5 1 6 2 3 . . .      the byte at n is in slot n modulo the capacity
//
// 1. The handler comes between any two instructions of the loop. So each count is written by one of
//    the two alone, and a byte is in its slot before #put says so.

export class ByteRing {
  readonly capacity: number;
  readonly #bytes: Uint8Array;
  /** How many bytes were ever put in, and taken out. */
  #put = 0;
  #taken = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.#bytes = new Uint8Array(capacity);
  }

  /** How many wait. @noalloc */
  get length(): number {
    return this.#put - this.#taken;
  }

  /** False: it is full, and nothing has changed. @noalloc */
  put(byte: number): boolean {
    if (this.length === this.capacity) return false;
    this.#bytes[this.#put % this.capacity] = byte;
    this.#put++;
    return true;
  }

  /** The byte that has waited longest; -1: there is none. @noalloc */
  take(): number {
    if (this.length === 0) return -1;
    const byte = this.#bytes[this.#taken % this.capacity]!;
    this.#taken++;
    return byte;
  }
}
