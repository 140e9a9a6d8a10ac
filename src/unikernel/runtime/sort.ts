// Array.prototype.sort: Timsort, as V8 has it, after Tim Peters' description (listsort.txt of
// CPython). It finds runs that are in order already and merges them; where one run keeps winning,
// it gallops. It compares the same elements in the same order as Node does, so that even a
// comparison that prints, or contradicts itself, does the same in both worlds.
//
// 1. The array changes at the end, all at once: a comparison that throws leaves it as it was.
// 2. Of the runs on the stack, each is longer than the two behind it together.

import { Merge } from "./merge";

export function sort<T>(array: T[], compare: (a: T, b: T) => number): T[] {
  const length = array.length;
  if (length < 2) return array;
  const sorted = new Timsort<T>(array.slice(0), compare).sorted();
  for (let i = 0; i < length; i++) {
    if (i < array.length) array[i] = sorted[i]!;
    else array.push(sorted[i]!); // The comparison has taken elements away.
  }
  return array;
}

/** Shorter runs than this are made longer before they are merged. */
function leastRun(length: number): number {
  let rest = length;
  let isAnyLost = 0;
  while (rest >= 64) {
    isAnyLost = isAnyLost | (rest & 1);
    rest = rest >> 1;
  }
  return rest + isAnyLost;
}

class Timsort<T> {
  readonly #work: T[];
  readonly #compare: (a: T, b: T) => number;
  readonly #merge: Merge<T>;
  /** The runs that wait to be merged: where each starts, and how long it is. */
  readonly #bases: number[] = [];
  readonly #lengths: number[] = [];

  constructor(work: T[], compare: (a: T, b: T) => number) {
    this.#work = work;
    this.#compare = compare;
    this.#merge = new Merge<T>(work, compare);
  }

  sorted(): T[] {
    const least = leastRun(this.#work.length);
    let low = 0;
    while (low < this.#work.length) {
      const remaining = this.#work.length - low;
      let length = this.#makeRun(low, low + remaining);
      if (length < least) {
        const forced = Math.min(least, remaining);
        this.#insertionSort(low, low + length, low + forced);
        length = forced;
      }
      this.#bases.push(low);
      this.#lengths.push(length);
      this.#mergeWhereUneven();
      low += length;
    }
    while (this.#lengths.length > 1) this.#mergeAt(this.#smallerNeighbour());
    return this.#work;
  }

  /**
   * How many elements from `low` on are in order; if they are in the opposite one, turns them
   * round.
   */
  #makeRun(low: number, high: number): number {
    const work = this.#work;
    if (low + 1 === high) return 1;
    const isDescending = this.#compare(work[low + 1]!, work[low]!) < 0;
    let end = low + 2;
    while (end < high && (this.#compare(work[end]!, work[end - 1]!) < 0) === isDescending) end++;
    if (isDescending) this.#reverse(low, end);
    return end - low;
  }

  #reverse(from: number, to: number): void {
    const work = this.#work;
    let low = from;
    let high = to - 1;
    while (low < high) {
      const value: T = work[low]!;
      work[low] = work[high]!;
      work[high] = value;
      low++;
      high--;
    }
  }

  /** Those before `sorted` are in order; finds the place of each of the others by halves. */
  #insertionSort(low: number, sorted: number, high: number): void {
    const work = this.#work;
    for (let next = sorted; next < high; next++) {
      const pivot: T = work[next]!;
      let left = low;
      let right = next;
      while (left < right) {
        const middle = left + ((right - left) >> 1);
        if (this.#compare(pivot, work[middle]!) < 0) right = middle;
        else left = middle + 1;
      }
      for (let i = next; i > left; i--) work[i] = work[i - 1]!;
      work[left] = pivot;
    }
  }

  /** Keeps invariant 2. */
  #mergeWhereUneven(): void {
    const lengths = this.#lengths;
    while (lengths.length > 1) {
      const n = lengths.length - 2;
      if (!this.#isLonger(n + 1) || !this.#isLonger(n)) this.#mergeAt(this.#smallerNeighbour());
      else if (lengths[n]! <= lengths[n + 1]!) this.#mergeAt(n);
      else return;
    }
  }

  /** Whether the run two before n is longer than the two behind it together. */
  #isLonger(n: number): boolean {
    const lengths = this.#lengths;
    return n < 2 || lengths[n - 2]! > lengths[n - 1]! + lengths[n]!;
  }

  /** Of the last three runs, the first of the two neighbours to be merged. */
  #smallerNeighbour(): number {
    const lengths = this.#lengths;
    const n = lengths.length - 2;
    return n > 0 && lengths[n - 1]! < lengths[n + 1]! ? n - 1 : n;
  }

  /** Merges the run with the one behind it. */
  #mergeAt(n: number): void {
    const bases = this.#bases;
    const lengths = this.#lengths;
    const lengthA = lengths[n]!;
    const lengthB = lengths[n + 1]!;
    this.#merge.merge(bases[n]!, lengthA, bases[n + 1]!, lengthB);
    lengths[n] = lengthA + lengthB;
    if (n === lengths.length - 3) {
      bases[n + 1] = bases[n + 2]!;
      lengths[n + 1] = lengths[n + 2]!;
    }
    bases.pop();
    lengths.pop();
  }
}
