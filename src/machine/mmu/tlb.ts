// The translation lookaside buffer: the last walks' results. It is a promise to nobody: what is in
// it may be used although the tables say otherwise by now, until software invalidates it.
//
// 1. An entry's place is a set of a few, chosen by its page's number; a set that is full gives up
//    its entries in turn. So what is kept follows from what was asked, and a replay keeps the same.
// 2. Where software has let two entries overlap, the smaller one counts. (The manual allows that,
//    the other, or an abort; software is to break before it makes.)
// 3. Whoever remembers more than the TLB does hears of every entry that goes.

import type { TlbEntry, VirtPage } from "./tlb-entry";
import type { Invalidation } from "./tlb-invalidation";

/** Pages of 4 KiB that are no longer known. */
export interface PageRange {
  readonly page: VirtPage;
  readonly pages: number;
}

export interface TlbParts {
  tlbMatches(entry: TlbEntry, page: VirtPage, asid: number): boolean;
  isInvalidated(entry: TlbEntry, invalidation: Invalidation): boolean;
}

export interface TlbOptions {
  readonly parts: TlbParts;
  /** undefined: any page may be concerned. */
  readonly forget: (range?: PageRange) => void;
  /** A power of two. */
  readonly sets?: number | undefined;
  readonly ways?: number | undefined;
}

export interface TlbState {
  readonly entries: readonly (TlbEntry | undefined)[];
  /** Which way of each set is given up next. */
  readonly victims: readonly number[];
}

export class Tlb {
  readonly #parts: TlbParts;
  readonly #forget: (range?: PageRange) => void;
  readonly #sets: number;
  readonly #ways: number;
  /** Set after set. */
  #entries: (TlbEntry | undefined)[];
  #victims: number[];
  /** The sizes that entries may have, the smallest first. */
  #sizes: readonly number[] = [];

  constructor({ parts, forget, sets = 128, ways = 4 }: TlbOptions) {
    this.#parts = parts;
    this.#forget = forget;
    this.#sets = sets;
    this.#ways = ways;
    this.#entries = new Array<TlbEntry | undefined>(sets * ways).fill(undefined);
    this.#victims = new Array<number>(sets).fill(0);
  }

  /** All that it keeps, in order of its places. */
  get entries(): readonly TlbEntry[] {
    return this.#entries.filter((entry) => entry !== undefined);
  }

  find(page: VirtPage, asid: number): TlbEntry | undefined {
    for (const pages of this.#sizes) {
      const first = this.#setOf(page, pages);
      for (let at = first; at < first + this.#ways; at++) {
        const entry = this.#entries[at];
        if (entry?.pages === pages && this.#parts.tlbMatches(entry, page, asid)) return entry;
      }
    }
    return undefined;
  }

  add(entry: TlbEntry): void {
    const first = this.#setOf(entry.page, entry.pages);
    const at = this.#placeIn(first);
    const old = this.#entries[at];
    this.#entries[at] = entry;
    if (!this.#sizes.includes(entry.pages)) this.#sizes = sizesOf(this.entries);
    if (old !== undefined) this.#forget(old);
  }

  invalidate(invalidation: Invalidation): void {
    let removed = 0;
    let last: TlbEntry | undefined;
    for (let at = 0; at < this.#entries.length; at++) {
      const entry = this.#entries[at];
      if (entry === undefined || !this.#parts.isInvalidated(entry, invalidation)) continue;
      this.#entries[at] = undefined;
      removed++;
      last = entry;
    }
    if (removed > 0) this.#forget(removed === 1 ? last : undefined);
  }

  save(): TlbState {
    return { entries: [...this.#entries], victims: [...this.#victims] };
  }

  restore({ entries, victims }: TlbState): void {
    this.#entries = [...entries];
    this.#victims = [...victims];
    this.#sizes = sizesOf(this.entries);
    this.#forget();
  }

  /** Where the set begins that an entry for `page` of this size is in. */
  #setOf(page: VirtPage, pages: number): number {
    return (((page / pages) >>> 0) & (this.#sets - 1)) * this.#ways;
  }

  /** An empty place of the set, or that of the entry whose turn it is to go. */
  #placeIn(first: number): number {
    for (let at = first; at < first + this.#ways; at++) {
      if (this.#entries[at] === undefined) return at;
    }
    const set = first / this.#ways;
    const way = this.#victims[set]!;
    this.#victims[set] = (way + 1) % this.#ways;
    return first + way;
  }
}

const sizesOf = (entries: readonly TlbEntry[]): number[] =>
  [...new Set(entries.map(({ pages }) => pages))].sort((a, b) => a - b);
