// Hashes of keys: of a string's codes, or of a word.

import { isString, wordOf } from "../metal/object";
import { lengthOf } from "./class-table";
import { hashOfString } from "./strings";

/** From 0. Equal keys have equal hashes. */
export function hashOf<K>(key: K): number {
  const word = wordOf(key);
  const hash = isString(key) ? hashOfString(word, lengthOf(word)) : hashOfWord(word);
  return hash >>> 1;
}

/**
 * Addresses are multiples of 16, and numbers often in a row: the low bits get something of the
 * high.
 */
function hashOfWord(word: bigint): number {
  const folded = Number(word & 0xffff_ffffn) ^ Number(word >> 32n);
  const mixed = Math.imul(folded ^ (folded >>> 16), 0x45d9_f3b);
  return mixed ^ (mixed >>> 16);
}
