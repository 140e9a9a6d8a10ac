// Pages of RAM as they were at some moment: each is copied when it is about to change for the first
// time since then.

import { PAGE } from "../layout";
import type { PhysicalMemory } from "../physical-memory";

export class PageCopies {
  readonly #pages = new Map<number, Uint8Array>();

  get size(): number {
    return this.#pages.size;
  }

  /** Copies the page, unless it has changed before. */
  keep(page: number, { bytes }: PhysicalMemory): void {
    if (!this.#pages.has(page)) this.#pages.set(page, bytes.slice(page * PAGE, (page + 1) * PAGE));
  }

  /** Takes over what a later moment has, of pages that had not changed until then. */
  absorb(later: PageCopies): void {
    for (const [page, bytes] of later.#pages) {
      if (!this.#pages.has(page)) this.#pages.set(page, bytes);
    }
  }

  /** By number. */
  [Symbol.iterator](): IterableIterator<[page: number, bytes: Uint8Array]> {
    return this.#pages.entries();
  }
}
