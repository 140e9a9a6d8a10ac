// Chance that can be repeated: a Draw gives the same numbers for the same seed, on every machine. The generator is
// sfc32 (Chris Doty-Humphrey, PractRand), its 96 bits of state filled from the seed's text by FNV-1a. It hides
// nothing: a secret seed goes through a keyed hash before it comes here (course/grade/seed.ts).

import { bug } from "../../base/bug";

export class Draw {
  readonly #seed: string;
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: string) {
    this.#seed = seed;
    [this.#a, this.#b, this.#c] = [fnv1a(`a${seed}`), fnv1a(`b${seed}`), fnv1a(`c${seed}`)];
    for (let i = 0; i < 16; i++) this.word();
  }

  /** A draw of its own for `purpose`: what one property draws does not move what the next one draws. */
  for(purpose: string): Draw {
    return new Draw(`${this.#seed}/${purpose}`);
  }

  /** 0 to 2^32 - 1. */
  word(): number {
    const sum = (this.#a + this.#b + this.#counter) >>> 0;
    this.#counter = (this.#counter + 1) >>> 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) >>> 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) >>> 0;
    return sum;
  }

  /** 0 to `limit` - 1; limit is at most 2^32. */
  below(limit: number): number {
    if (!(limit >= 1 && limit <= 2 ** 32)) bug(`cannot draw below ${limit}`);
    return Math.floor((this.word() / 2 ** 32) * limit);
  }

  /** `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** An unsigned number of `width` bits, at most 32. */
  bits(width: number): number {
    return width === 0 ? 0 : this.word() >>> (32 - width);
  }

  /** An unsigned number of `width` bits. */
  bigBits(width: number): bigint {
    let bits = 0n;
    for (let drawn = 0; drawn < width; drawn += 32) bits = (bits << 32n) | BigInt(this.word());
    return BigInt.asUintN(width, bits);
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) bug("nothing to pick from");
    return from[this.below(from.length)] as T;
  }

  /** The same things in another order. */
  shuffle<T>(things: readonly T[]): T[] {
    const shuffled = [...things];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
    }
    return shuffled;
  }

  /** `count` results of `draw`. */
  times<T>(count: number, draw: () => T): T[] {
    return Array.from({ length: count }, draw);
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
