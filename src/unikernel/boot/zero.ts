// Memory becomes zero, before there is anything else to rely on.

import { store8 } from "../metal/memory";
import { minus, plus, roundUp } from "../metal/word";
import { fill } from "../runtime/heap";

/** Every byte from one address up to another. @noalloc */
export function zero(from: bigint, to: bigint): void {
  const words = roundUp(from, 8n);
  const wordsEnd = minus(to, to & 7n);
  if (words < wordsEnd) fill(words, wordsEnd, 0n);
  for (let at = from; at < to && at < words; at = plus(at, 1n)) store8(at, 0);
  for (let at = wordsEnd < words ? words : wordsEnd; at < to; at = plus(at, 1n)) store8(at, 0);
}
