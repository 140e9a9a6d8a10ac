// The bytes of a file that may lie about itself: every range is checked before it is read.

import { UserFault } from "../../base/fault";
import { hex } from "../../base/word";
import type { Structure, ValuesOf } from "./structures";

export class FileBytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  /** `size` bytes at `offset`; `what` names them in the fault if the file has no such bytes. */
  slice(offset: bigint, size: bigint, what: string): Uint8Array {
    if (offset + size > BigInt(this.length)) {
      const due = `${what} should take ${size} bytes at ${hex(offset)}`;
      throw new UserFault(`truncated: ${due}, but the file ends at ${hex(this.length)}`);
    }
    return this.bytes.subarray(Number(offset), Number(offset + size));
  }

  /** The fields of a structure that lies at `offset`, which slice() has checked. */
  structure<S extends Structure>(offset: number, structure: S): ValuesOf<S> {
    const values: Record<string, number | bigint> = {};
    for (const [name, [at, size]] of Object.entries(structure)) {
      values[name] = this.#value(offset + at, size);
    }
    return values as ValuesOf<S>; // True by #value(): 8 bytes are a bigint, fewer a number.
  }

  /** `count` structures of `size` bytes each, one after the other. */
  table<S extends Structure>(
    offset: bigint, count: number, size: number, structure: S, what: string,
  ): ValuesOf<S>[] {
    this.slice(offset, BigInt(count) * BigInt(size), what);
    const start = Number(offset);
    return Array.from({ length: count }, (_, i) => this.structure(start + i * size, structure));
  }

  #value(at: number, size: 1 | 2 | 4 | 8): number | bigint {
    switch (size) {
      case 1: return this.#view.getUint8(at);
      case 2: return this.#view.getUint16(at, true);
      case 4: return this.#view.getUint32(at, true);
      case 8: return this.#view.getBigUint64(at, true);
    }
  }
}
