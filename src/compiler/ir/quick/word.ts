// A word of 64 bits, in the form that JavaScript is quickest with: the number, if the word taken as
// signed is a safe integer, and else the bigint from 0. A word has one form only, so that === tells
// whether two are the same.

import { isSafe } from "../safe-integer";

export type Word = number | bigint;

export function wordOf(bits: bigint): Word {
  return isSafe(bits) ? Number(BigInt.asIntN(64, bits)) : BigInt.asUintN(64, bits);
}

/** From 0, as the tables of operation.ts want it. */
export const bitsOf = (word: Word): bigint =>
  (typeof word === "number" ? BigInt.asUintN(64, BigInt(word)) : word);
