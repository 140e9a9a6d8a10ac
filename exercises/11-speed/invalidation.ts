import type { JitParts } from "../../src/machine/jit/parts";

/**
 * A page of 4096 bytes holds compiled code and data. Which of its 1024 words a function was compiled from is a set of bits:
 * bit n % 32 of words[n / 32] is word n's. Is the function stale once `length` bytes have been stored, at least 1, the first of
 * them `offset` bytes from the page's beginning? A disk may store many pages at once: then `offset` may be below 0, and the
 * end behind the page's.
 *
 * This is asked for every store to such a page, for each function in it.
 */
export const isStale: JitParts["isStale"] = (_words, offset, length) => {
  throw new Error(`Say whether ${length} bytes from ${offset} on touch a word with a bit in words.`);
};
