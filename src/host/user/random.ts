// Random bytes that are the same in every run: xorshift64* (S. Vigna, "An experimental exploration of
// Marsaglia's xorshift generators, scrambled").

const MULTIPLIER = 0x2545_f491_4f6c_dd1dn;

export class RandomBytes {
  #state: bigint;

  constructor(seed = 0x6f32_7021n) {
    this.#state = seed;
  }

  take(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.#byte());
  }

  #byte(): number {
    this.#state ^= this.#state >> 12n;
    this.#state ^= BigInt.asUintN(64, this.#state << 25n);
    this.#state ^= this.#state >> 27n;
    return Number(BigInt.asUintN(64, this.#state * MULTIPLIER) >> 56n);
  }
}
