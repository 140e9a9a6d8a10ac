// Which functions a store ends. Code and data share pages, so a page with compiled code is written
// to all the time; only the words that were compiled count.

import { PAGE } from "../cpu/layout";

const LAST = PAGE / 4 - 1;

/** See parts.ts. */
export function isStale(words: ArrayLike<number>, offset: number, length: number): boolean {
  const end = Math.min((offset + length - 1) >> 2, LAST);
  for (let word = Math.max(offset >> 2, 0); word <= end; word++) {
    if ((words[word >> 5]! >>> (word & 31)) & 1) return true;
  }
  return false;
}
