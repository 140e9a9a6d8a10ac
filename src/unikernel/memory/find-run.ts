// Pages on end of which each is free. Whole words are looked at where they say the same of all
// their pages.

import { ALL, isSet, PER_WORD, wordOf } from "./page-bits";

/**
 * The lowest page at or behind `lowest` with which `run` free pages begin, or -1. `free` is a table
 * of so many pages; its page 0 is page `first` of physical memory, and of that the run's first is
 * to be at a multiple of `alignment`, a power of 2. @noalloc
 */
export function findRun(
  free: bigint, pages: number, first: number, lowest: number, run: number, alignment: number,
): number {
  let begin = alignedFrom(first, lowest, alignment);
  let page = begin;
  while (page < pages && page - begin < run) {
    const word = page % PER_WORD === 0 ? wordOf(free, page) : 1n;
    if (word === ALL) {
      page += PER_WORD;
    } else if (word !== 0n && isSet(free, page)) {
      page++;
    } else {
      begin = alignedFrom(first, page + (word === 0n ? PER_WORD : 1), alignment);
      page = begin;
    }
  }
  return page - begin >= run ? begin : -1;
}

/** Page 0 of the table need not be at a multiple of the alignment. */
function alignedFrom(first: number, page: number, alignment: number): number {
  const behind = (first + page) % alignment;
  return behind === 0 ? page : page + alignment - behind;
}
