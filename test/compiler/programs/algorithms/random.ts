// Generators of numbers: 32 bits by shifts, 64 bits by products.
class XorShift {
  #state: number;
  constructor(seed: number) { this.#state = seed | 0; }
  next(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return this.#state >>> 0;
  }
}

class SplitMix {
  #state: bigint;
  constructor(seed: bigint) { this.#state = seed; }
  next(): bigint {
    this.#state = BigInt.asUintN(64, this.#state + 0x9e37_79b9_7f4a_7c15n);
    let z = this.#state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58_476d_1ce4_e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn);
    return z ^ (z >> 31n);
  }
}

export function start(): void {
  const [x, s] = [new XorShift(2463534242), new SplitMix(1234567n)];
  for (let i = 0; i < 10; i++) console.log(`${x.next()} ${s.next()}`);
  const counts = new Array<number>(8).fill(0);
  for (let i = 0; i < 4000; i++) counts[x.next() >>> 29]!++;
  console.log(counts.join());
}
