// Numbers that look random, from a seed: entropy for a machine that must do the same every time.
// (xoshiro128**, by Blackman and Vigna, seeded by SplitMix32. Nothing for keeping secrets with.)

import type { Stateful } from "../cpu/stepping/machine";

export class SeededRandom implements Stateful<readonly number[]> {
  readonly #state = new Uint32Array(4);

  constructor(seed: number) {
    let split = seed | 0;
    for (let i = 0; i < 4; i++) {
      split = (split + 0x9e37_79b9) | 0;
      const a = Math.imul(split ^ (split >>> 16), 0x21f0_aaad);
      const b = Math.imul(a ^ (a >>> 15), 0x735a_2d97);
      this.#state[i] = b ^ (b >>> 15);
    }
  }

  fill(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) bytes[i] = this.#next() >>> 24;
  }

  save(): readonly number[] {
    return [...this.#state];
  }

  restore(state: readonly number[]): void {
    this.#state.set(state);
  }

  #next(): number {
    const s = this.#state;
    const result = Math.imul(rotate(Math.imul(s[1]!, 5), 7), 9);
    const shifted = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= shifted;
    s[3] = rotate(s[3]!, 11);
    return result;
  }
}

const rotate = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));
