import { ALL, isSet, PER_WORD, wordOf } from "../../src/unikernel/memory/page-bits";

/**
 * The first page of the lowest run of `run` free pages, or -1. `free` is the address of a table with a bit a page, `pages` of
 * them: bit n % 64 of word n / 64 is 1 if page n is free. The run begins at page `lowest` or behind it, and ends within the
 * table. Page 0 of the table is page `first` of physical memory, and there the run must begin at a multiple of `alignment`,
 * a power of 2. wordOf() loads 64 bits, isSet() one: where a whole word says the same of its pages, one load is to do.
 *
 * @noalloc
 */
export function findRun(free: bigint, pages: number, first: number, lowest: number, run: number, alignment: number): number {
  let begin = aligned(first, lowest, alignment);
  let page = begin;
  while (page < pages && page - begin < run) {
    const word = page % PER_WORD === 0 ? wordOf(free, page) : 1n;
    if (word === ALL) {
      page += PER_WORD;
    } else if (word !== 0n && isSet(free, page)) {
      page++;
    } else {
      page += word === 0n ? PER_WORD : 1;
      begin = aligned(first, page, alignment);
      page = begin;
    }
  }
  return page - begin >= run ? begin : -1;
}

/** The first page from `page` on whose address is aligned. */
function aligned(first: number, page: number, alignment: number): number {
  const behind = (first + page) % alignment;
  return behind === 0 ? page : page + alignment - behind;
}
