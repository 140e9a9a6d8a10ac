// A hash table with open addressing, from numbers to numbers: counts of pseudo-random keys.

class Counts {
  readonly #keys: Int32Array;
  readonly #counts: Int32Array;
  readonly #mask: number;

  constructor(slots: number) {
    this.#keys = new Int32Array(slots);
    this.#counts = new Int32Array(slots);
    this.#mask = slots - 1;
  }

  add(key: number): void {
    const slot = this.#slotOf(key);
    this.#keys[slot] = key;
    this.#counts[slot] = this.#counts[slot]! + 1;
  }

  get(key: number): number {
    return this.#counts[this.#slotOf(key)]!;
  }

  #slotOf(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 16) & this.#mask;
    while (this.#counts[slot]! !== 0 && this.#keys[slot]! !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

export function start(): void {
  const counts = new Counts(16384);
  let seed = 1;
  for (let i = 0; i < 100_000; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    counts.add((seed >>> 8) % 6000);
  }
  let sum = 0;
  for (let key = 0; key < 6000; key++) sum = (Math.imul(sum, 31) + counts.get(key)) | 0;
  console.log(`${sum >>> 0}`);
}
