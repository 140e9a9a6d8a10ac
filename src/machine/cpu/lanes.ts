// Vectors taken apart: bytes in the host's memory, seen as elements of every size at once. Shifting
// a number of 128 bits for each of sixteen elements takes several times as long. The hosts of
// JavaScript that count are little-endian, as the guest is, so element 0 comes first.

import type { Size } from "./operations";

export class Lanes {
  readonly bytes: Uint8Array;
  readonly #of16: Uint16Array;
  readonly #of32: Uint32Array;
  readonly #of64: BigUint64Array;
  /** An element on its way in: there is no faster way to cut a bigint short. */
  readonly #one = new BigUint64Array(1);
  readonly #oneOf8 = new Uint8Array(this.#one.buffer);
  readonly #oneOf16 = new Uint16Array(this.#one.buffer);
  readonly #oneOf32 = new Uint32Array(this.#one.buffer);

  /** Room for so many vectors. */
  constructor(vectors: number) {
    this.bytes = new Uint8Array(16 * vectors);
    this.#of16 = new Uint16Array(this.bytes.buffer);
    this.#of32 = new Uint32Array(this.bytes.buffer);
    this.#of64 = new BigUint64Array(this.bytes.buffer);
  }

  /** Takes in `vector`, of `bits` bits, behind `before` others of as many. */
  put(bits: number, vector: bigint, before = 0): void {
    const at = before * (bits >> 6);
    this.#of64[at] = vector; // Modulo 2^64.
    if (bits > 64) this.#of64[at + 1] = vector >> 64n;
  }

  /** The first vector, of `bits` bits. */
  vector(bits: number): bigint {
    const low = this.#of64[0]!;
    if (bits > 64) return low | (this.#of64[1]! << 64n);
    return bits === 64 ? low : BigInt.asUintN(bits, low);
  }

  /** Elements count on from one vector to the next. */
  element(size: Size, index: number): bigint {
    switch (size) {
      case 8:   return BigInt(this.bytes[index]!);
      case 16:  return BigInt(this.#of16[index]!);
      case 32:  return BigInt(this.#of32[index]!);
      case 64:  return this.#of64[index]!;
      case 128: return this.#of64[2 * index]! | (this.#of64[2 * index + 1]! << 64n);
    }
  }

  /** Bits of `value` that have no room in the element are lost. */
  setElement(size: Size, index: number, value: bigint): void {
    this.#one[0] = value;
    switch (size) {
      case 8:   this.bytes[index] = this.#oneOf8[0]!; break;
      case 16:  this.#of16[index] = this.#oneOf16[0]!; break;
      case 32:  this.#of32[index] = this.#oneOf32[0]!; break;
      case 64:  this.#of64[index] = value; break;
      case 128: this.put(128, value, index); break;
    }
  }

  /** Element i = element from[i] of `source`. */
  gather(size: Size, source: Lanes, from: readonly number[]): void {
    const step = size >> 3;
    for (let i = 0; i < from.length; i++) {
      const at = from[i]! * step;
      for (let k = 0; k < step; k++) this.bytes[i * step + k] = source.bytes[at + k]!;
    }
  }
}
