// Two neighbouring runs of an array that become one: the heart of Timsort (sort.ts). The shorter
// one is copied away, and elements are taken from the one or the other until one wins so often
// that it pays to look, in steps that double, for how many more it will win.

import { gallopLeft, gallopRight } from "./gallop";

/** So many wins on end, and galloping goes on. */
const WORTH_GALLOPING = 7;

export class Merge<T> {
  readonly #work: T[];
  readonly #compare: (a: T, b: T) => number;
  /** So many wins on end, and galloping begins: less where it has paid. */
  #leastWins = WORTH_GALLOPING;
  /** The run that was copied away, where its next element is, and how many are left of it. */
  #copy: T[] = [];
  #fromCopy = 0;
  #inCopy = 0;
  /** Where the other run's next element is, and how many are left of it. */
  #fromWork = 0;
  #inWork = 0;
  /** Where the next element goes. */
  #to = 0;

  constructor(work: T[], compare: (a: T, b: T) => number) {
    this.#work = work;
    this.#compare = compare;
  }

  /** Run B is right behind run A. */
  merge(startA: number, wholeA: number, baseB: number, wholeB: number): void {
    const work = this.#work;
    const compare = this.#compare;
    // In its place already is what is not greater than B's first, or not less than A's last.
    const inPlace = gallopRight(work, work[baseB]!, startA, wholeA, 0, compare);
    const baseA = startA + inPlace;
    const lengthA = wholeA - inPlace;
    if (lengthA === 0) return;
    const last: T = work[baseA + lengthA - 1]!;
    const lengthB = gallopLeft(work, last, baseB, wholeB, wholeB - 1, compare);
    if (lengthB === 0) return;
    if (lengthA <= lengthB) this.#mergeLow(baseA, lengthA, baseB, lengthB);
    else this.#mergeHigh(baseA, lengthA, baseB, lengthB);
  }

  // ---- A is the shorter: from the front

  #mergeLow(baseA: number, lengthA: number, baseB: number, lengthB: number): void {
    this.#copy = this.#work.slice(baseA, baseA + lengthA);
    this.#fromCopy = 0;
    this.#inCopy = lengthA;
    this.#fromWork = baseB;
    this.#inWork = lengthB;
    this.#to = baseA;
    this.#takeWork(1);
    if (this.#inWork > 0 && this.#inCopy > 1) this.#mergeUp();
    // More than one is left of A only where nothing is left of B. A's last belongs behind B.
    if (this.#inWork > 0) this.#takeWork(this.#inWork);
    this.#takeCopy(this.#inCopy);
  }

  #mergeUp(): void {
    while (this.#oneByOneUp()) {
      if (!this.#gallopUp()) return;
    }
  }

  /** True if one run has won often enough for galloping; false at the end. */
  #oneByOneUp(): boolean {
    let winsOfCopy = 0;
    let winsOfWork = 0;
    while (winsOfCopy < this.#leastWins && winsOfWork < this.#leastWins) {
      if (this.#compare(this.#work[this.#fromWork]!, this.#copy[this.#fromCopy]!) < 0) {
        this.#takeWork(1);
        winsOfWork++;
        winsOfCopy = 0;
        if (this.#inWork === 0) return false;
      } else {
        this.#takeCopy(1);
        winsOfCopy++;
        winsOfWork = 0;
        if (this.#inCopy === 1) return false;
      }
    }
    return true;
  }

  /** True if it does not pay any more; false at the end. */
  #gallopUp(): boolean {
    const work = this.#work;
    const copy = this.#copy;
    const compare = this.#compare;
    this.#leastWins++;
    for (let isPaying = true; isPaying;) {
      this.#leastWins = Math.max(1, this.#leastWins - 1);
      const next: T = work[this.#fromWork]!;
      const ofCopy = gallopRight(copy, next, this.#fromCopy, this.#inCopy, 0, compare);
      this.#takeCopy(ofCopy);
      if (this.#inCopy <= 1) return false;
      this.#takeWork(1);
      if (this.#inWork === 0) return false;
      const copied: T = copy[this.#fromCopy]!;
      const ofWork = gallopLeft(work, copied, this.#fromWork, this.#inWork, 0, compare);
      this.#takeWork(ofWork);
      if (this.#inWork === 0) return false;
      this.#takeCopy(1);
      if (this.#inCopy === 1) return false;
      isPaying = ofCopy >= WORTH_GALLOPING || ofWork >= WORTH_GALLOPING;
    }
    this.#leastWins++;
    return true;
  }

  #takeWork(count: number): void {
    const work = this.#work;
    for (let i = 0; i < count; i++) work[this.#to + i] = work[this.#fromWork + i]!;
    this.#to += count;
    this.#fromWork += count;
    this.#inWork -= count;
  }

  #takeCopy(count: number): void {
    const work = this.#work;
    const copy = this.#copy;
    for (let i = 0; i < count; i++) work[this.#to + i] = copy[this.#fromCopy + i]!;
    this.#to += count;
    this.#fromCopy += count;
    this.#inCopy -= count;
  }

  // ---- B is the shorter: from behind. `from` and `to` are the last of each.

  #mergeHigh(baseA: number, lengthA: number, baseB: number, lengthB: number): void {
    this.#copy = this.#work.slice(baseB, baseB + lengthB);
    this.#fromCopy = lengthB - 1;
    this.#inCopy = lengthB;
    this.#fromWork = baseA + lengthA - 1;
    this.#inWork = lengthA;
    this.#to = baseB + lengthB - 1;
    this.#takeLastWork(1);
    if (this.#inWork > 0 && this.#inCopy > 1) this.#mergeDown();
    if (this.#inWork > 0) this.#takeLastWork(this.#inWork);
    this.#takeLastCopy(this.#inCopy);
  }

  #mergeDown(): void {
    while (this.#oneByOneDown()) {
      if (!this.#gallopDown()) return;
    }
  }

  #oneByOneDown(): boolean {
    let winsOfCopy = 0;
    let winsOfWork = 0;
    while (winsOfCopy < this.#leastWins && winsOfWork < this.#leastWins) {
      if (this.#compare(this.#copy[this.#fromCopy]!, this.#work[this.#fromWork]!) < 0) {
        this.#takeLastWork(1);
        winsOfWork++;
        winsOfCopy = 0;
        if (this.#inWork === 0) return false;
      } else {
        this.#takeLastCopy(1);
        winsOfCopy++;
        winsOfWork = 0;
        if (this.#inCopy === 1) return false;
      }
    }
    return true;
  }

  #gallopDown(): boolean {
    this.#leastWins++;
    for (let isPaying = true; isPaying;) {
      this.#leastWins = Math.max(1, this.#leastWins - 1);
      const ofWork = this.#inWork - this.#gallopInWork();
      this.#takeLastWork(ofWork);
      if (this.#inWork === 0) return false;
      this.#takeLastCopy(1);
      if (this.#inCopy === 1) return false;
      const ofCopy = this.#inCopy - this.#gallopInCopy();
      this.#takeLastCopy(ofCopy);
      if (this.#inCopy <= 1) return false;
      this.#takeLastWork(1);
      if (this.#inWork === 0) return false;
      isPaying = ofWork >= WORTH_GALLOPING || ofCopy >= WORTH_GALLOPING;
    }
    this.#leastWins++;
    return true;
  }

  /** How many of A are not greater than B's last. */
  #gallopInWork(): number {
    const count = this.#inWork;
    const first = this.#fromWork - count + 1;
    const key: T = this.#copy[this.#fromCopy]!;
    return gallopRight(this.#work, key, first, count, count - 1, this.#compare);
  }

  /** How many of B are less than A's last. */
  #gallopInCopy(): number {
    const count = this.#inCopy;
    const key: T = this.#work[this.#fromWork]!;
    return gallopLeft(this.#copy, key, 0, count, count - 1, this.#compare);
  }

  #takeLastWork(count: number): void {
    const work = this.#work;
    for (let i = 0; i < count; i++) work[this.#to - i] = work[this.#fromWork - i]!;
    this.#to -= count;
    this.#fromWork -= count;
    this.#inWork -= count;
  }

  #takeLastCopy(count: number): void {
    const work = this.#work;
    const copy = this.#copy;
    for (let i = 0; i < count; i++) work[this.#to - i] = copy[this.#fromCopy - i]!;
    this.#to -= count;
    this.#fromCopy -= count;
    this.#inCopy -= count;
  }
}
