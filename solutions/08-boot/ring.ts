/**
 * A ring of bytes. An interrupt's handler puts them in, the event loop takes them out, in the same order. It has room for
 * `capacity` bytes, all of which can be used; that is any number from 1 on.
 *
 * The handler comes between any two instructions of the loop, and the loop never between two of the handler. So put() and
 * take() must not both write the same variable: between the load and the store of `count--`, the other's `count++` is lost.
 * Neither may allocate.
 */
export class ByteRing {
  readonly capacity: number;
  readonly #bytes: Uint8Array;
  #put = 0;
  #taken = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.#bytes = new Uint8Array(capacity);
  }

  /** How many bytes wait. @noalloc */
  get length(): number {
    return this.#put - this.#taken;
  }

  /** Whether there was room for the byte, 0 to 255. Where there is none, nothing changes. @noalloc */
  put(byte: number): boolean {
    if (this.length === this.capacity) return false;
    this.#bytes[this.#put % this.capacity] = byte;
    this.#put++;
    return true;
  }

  /** The byte that has waited longest, which waits no more; -1 if there is none. @noalloc */
  take(): number {
    if (this.length === 0) return -1;
    const byte = this.#bytes[this.#taken % this.capacity]!;
    this.#taken++;
    return byte;
  }
}
