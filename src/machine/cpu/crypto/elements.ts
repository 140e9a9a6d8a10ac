// A vector register is one bigint of 128 bits. These take it apart into elements and put it back
// together; element 0 is always in the low bits.
//
//   127       96 95        64 63        32 31         0
//  +------------+------------+------------+------------+
//  |   word 3   |   word 2   |   word 1   |   word 0   |
//  +------------+------------+------------+------------+
//  |       doubleword 1      |       doubleword 0      |
//  +-------------------------+-------------------------+
//
// 1. A word is a pattern of 32 bits in a number, whose sign says nothing: JavaScript's bitwise
//    operators take any number modulo 2^32, and give a signed one.
// 2. A doubleword is an unsigned bigint.

export type Words = readonly [number, number, number, number];
export type Doublewords = readonly [bigint, bigint];

/** Elem[vector, e, 32] for e from 0 to 3. */
export function wordsOf(vector: bigint): Words {
  const [low, high] = doublewordsOf(vector);
  return [wordOf(low), wordOf(low >> 32n), wordOf(high), wordOf(high >> 32n)];
}

export function vectorOfWords(w0: number, w1: number, w2: number, w3: number): bigint {
  return vectorOf(doublewordOf(w0, w1), doublewordOf(w2, w3));
}

/** Elem[vector, e, 64] for e from 0 to 1. */
export function doublewordsOf(vector: bigint): Doublewords {
  return [BigInt.asUintN(64, vector), vector >> 64n];
}

export function vectorOf(low: bigint, high: bigint): bigint {
  return (high << 64n) | low;
}

/** The low 32 bits. */
export const wordOf = (value: bigint): number => Number(BigInt.asUintN(32, value));

const doublewordOf = (low: number, high: number): bigint =>
  (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
