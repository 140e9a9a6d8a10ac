// Timers in the order in which they are due: a binary heap, in which each is due no earlier than
// the one above it. To add, to remove and to find the first takes as many steps as the heap is
// deep, so that thousands of timers cost little.
//
//              0
//          1       2          the two below i are 2i + 1 and 2i + 2
//        3   4   5   6
//
// 1. Of two that are due at the same time the one that was added first comes first.

export class Timer {
  /** In ticks of the counter. */
  due: bigint;
  /** In ticks; 0n: it comes once. */
  readonly interval: bigint;
  readonly callback: (timer: Timer) => void;
  /** Its place in the heap; -1 if it is in none. */
  place = -1;
  /** How many were added before it. */
  order = 0;

  constructor(due: bigint, interval: bigint, callback: (timer: Timer) => void) {
    this.due = due;
    this.interval = interval;
    this.callback = callback;
  }
}

/** No two are alike. */
export function isBefore(a: Timer, b: Timer): boolean {
  return a.due < b.due || (a.due === b.due && a.order < b.order);
}

export class TimerQueue {
  readonly #heap: Timer[] = [];
  #added = 0;

  get length(): number {
    return this.#heap.length;
  }

  /** All of them, in no order that means anything. */
  timers(): Timer[] {
    return this.#heap.slice();
  }

  first(): Timer | null {
    return this.#heap.length === 0 ? null : this.#heap[0]!;
  }

  add(timer: Timer): void {
    timer.order = this.#added++;
    this.#heap.push(timer);
    this.#rise(this.#heap.length - 1, timer);
  }

  /** Whether it was there. */
  remove(timer: Timer): boolean {
    const place = timer.place;
    if (place < 0) return false;
    timer.place = -1;
    const last = this.#heap.pop();
    if (last === undefined || last === timer) return true;
    // The last takes the empty place, from where it may belong up or down.
    this.#rise(place, last);
    this.#sink(last.place, last);
    return true;
  }

  #put(place: number, timer: Timer): void {
    this.#heap[place] = timer;
    timer.place = place;
  }

  /** Puts it at a place that is free, or at one above it. */
  #rise(free: number, timer: Timer): void {
    let place = free;
    while (place > 0) {
      const above = (place - 1) >>> 1;
      const other = this.#heap[above]!;
      if (!isBefore(timer, other)) break;
      this.#put(place, other);
      place = above;
    }
    this.#put(place, timer);
  }

  /** Puts it at a place that is free, or at one below it. */
  #sink(free: number, timer: Timer): void {
    let place = free;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.#heap.length) break;
      const right = below + 1;
      if (right < this.#heap.length && isBefore(this.#heap[right]!, this.#heap[below]!)) {
        below = right;
      }
      const other = this.#heap[below]!;
      if (!isBefore(other, timer)) break;
      this.#put(place, other);
      place = below;
    }
    this.#put(place, timer);
  }
}
