import { broken } from "../../src/unikernel/runtime/broken";

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

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** How many bytes wait. @noalloc */
  get length(): number {
    return broken("How many bytes have been put in, and not taken?");
  }

  /** Whether there was room for the byte, 0 to 255. Where there is none, nothing changes. @noalloc */
  put(byte: number): boolean {
    if (byte < 0) return false;
    return broken("Put the byte behind those that wait, if there is room for it.");
  }

  /** The byte that has waited longest, which waits no more; -1 if there is none. @noalloc */
  take(): number {
    return -1;
  }
}
