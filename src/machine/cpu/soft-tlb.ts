// Translations to RAM that loads and stores have used, so that the next access to the same page
// costs one comparison. Four words each, by page number modulo SLOTS:
//
//   word 0   bits 31:12 of the virtual address; below them, flags
//   word 1   bits 63:32
//   word 2   what is added to bits 31:0 of an address for its place in the machine's memory
//   word 3   the page of RAM, counted from its start
//
// 1. An entry without flags may be used by whoever finds bits 63:12 of all bytes of an access in
//    words 0 and 1. One with a flag wants a closer look.
// 2. Flags are in bits 11:4 of word 0. So what is compared may have bits 3:0 of an address, which
//    must be 0 where an access is to be aligned, and be mistaken for no flag.
// 3. It lies where chapter 11's compiled code can read it, if the machine's memory has room for it.

import { PAGE, RAM_OFFSET } from "./layout";

export const SLOTS = 1024;
export const ENTRY_WORDS = 4;

/** A store must look at the page's marks first. */
export const LOOK = 0x10;
/** Device memory, or SCTLR_EL1.A: every access must be aligned. */
export const ALIGNED = 0x20;
/** Nothing is here. */
const EMPTY = 0x40;

const MATCH = -PAGE | EMPTY;

export class SoftTlb {
  readonly words: Uint32Array;
  /** The pages of RAM that an entry without LOOK may be of. */
  readonly #unlooked = new Set<number>();

  /** `words` has ENTRY_WORDS for each slot. */
  constructor(words: Uint32Array = new Uint32Array(SLOTS * ENTRY_WORDS)) {
    this.words = words;
    this.forget();
  }

  /** The first word of an address's entry, or -1. */
  find(low: number, high: number): number {
    const entry = ((low >>> 12) % SLOTS) * ENTRY_WORDS;
    const isFound = (this.words[entry]! & MATCH) === (low & -PAGE)
      && this.words[entry + 1] === high;
    return isFound ? entry : -1;
  }

  /** Whether the entry that an address would have wants stores to look at marks. */
  looks(low: number): boolean {
    return (this.words[((low >>> 12) % SLOTS) * ENTRY_WORDS]! & LOOK) !== 0;
  }

  /** Remembers that the page of a virtual address is at `offset` in RAM. */
  set(low: number, high: number, offset: number, flags: number): void {
    const entry = ((low >>> 12) % SLOTS) * ENTRY_WORDS;
    const page = (low & -PAGE) >>> 0;
    this.words[entry] = page | flags;
    this.words[entry + 1] = high;
    this.words[entry + 2] = RAM_OFFSET + offset - page; // Modulo 2^32.
    this.words[entry + 3] = offset / PAGE;
    if ((flags & LOOK) === 0) this.#unlooked.add(offset / PAGE);
  }

  /** One virtual page, by bits 55:12 of its addresses, and perhaps others; without it, all. */
  forget(page?: number): void {
    if (page === undefined) {
      this.words.fill(EMPTY);
      this.#unlooked.clear();
    } else this.words[(page % SLOTS) * ENTRY_WORDS] = EMPTY;
  }

  /** So many pages from one on. */
  forgetRange(first: number, pages: number): void {
    const { words } = this;
    for (let entry = 0; entry < words.length; entry += ENTRY_WORDS) {
      const page = (words[entry + 1]! & 0xff_ffff) * 0x10_0000 + (words[entry]! >>> 12);
      if (page >= first && page < first + pages) words[entry] = EMPTY;
    }
  }

  /** Nobody has marked the page of an entry: stores need not look any more. */
  lookNoMore(entry: number): void {
    this.words[entry]! &= ~LOOK;
    this.#unlooked.add(this.words[entry + 3]!);
  }

  /** Has stores look at the marks of a page of RAM; without it, of all. */
  lookAt(ramPage?: number): void {
    const { words } = this;
    if (ramPage !== undefined && !this.#unlooked.delete(ramPage)) return;
    for (let entry = 0; entry < words.length; entry += ENTRY_WORDS) {
      if (ramPage === undefined || words[entry + 3] === ramPage) words[entry]! |= LOOK;
    }
  }
}
