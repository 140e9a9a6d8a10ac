import { isSet } from "../../src/unikernel/memory/page-bits";
import { broken } from "../../src/unikernel/runtime/broken";

/**
 * The first page of the lowest run of `run` free pages, or -1. `free` is the address of a table with a bit a page, `pages` of
 * them: bit n % 64 of word n / 64 is 1 if page n is free. The run begins at page `lowest` or behind it, and ends within the
 * table. Page 0 of the table is page `first` of physical memory, and there the run must begin at a multiple of `alignment`,
 * a power of 2. wordOf() loads 64 bits, isSet() one: where a whole word says the same of its pages, one load is to do.
 *
 * @noalloc
 */
export function findRun(free: bigint, pages: number, first: number, lowest: number, run: number, alignment: number): number {
  if (lowest >= pages) return -1;
  if (run === 1 && first % alignment === 0 && isSet(free, lowest)) return lowest;
  return broken("Begin at the first aligned page, and count free pages from there; at one that is taken, begin anew behind it.");
}
