// Operations on words in their quick form. What an operation means stands in ../operation.ts, and
// there alone: a row here says how to come to the same with JavaScript's numbers, where they can.
//
// 1. A row answers what is no safe integer, NaN for instance, where it does not know; then the
//    meaning is asked. A sum or a product that comes out as a safe integer is exact: what is
//    rounded is rounded to 2^53 or beyond.
// 2. No row answers -0.

import { BINARY, type BinaryOp, COMPARE, type Comparison, UNARY, type UnaryOp } from "../operation";
import { bitsOf, type Word, wordOf } from "./word";

const HALF = 2 ** 32;
const POWERS = Array.from({ length: 64 }, (_, n) => 2 ** n);
/** So far below 2^63 that a rounded product is below it too. */
const SMALL = 2 ** 62;

const upper = (a: number): number => Math.floor(a / HALF);
const isInt32 = (a: number): boolean => (a | 0) === a;

const QUICK_BINARY: Readonly<Record<BinaryOp, (a: number, b: number) => number>> = {
  add:   (a, b) => a + b,
  sub:   (a, b) => a - b,
  mul:   (a, b) => a * b + 0,
  smulh: (a, b) => (Math.abs(a * b) > SMALL ? NaN : a * b < 0 ? -1 : 0),
  umulh: (a, b) => (a < 0 || b < 0 || a * b > SMALL ? NaN : 0),
  sdiv:  (a, b) => (b === 0 ? 0 : Math.trunc(a / b) + 0),
  udiv:  (a, b) => (a < 0 || b < 0 ? NaN : b === 0 ? 0 : Math.floor(a / b)),
  and:   (a, b) => (isInt32(a) && isInt32(b) ? a & b
    : (upper(a) & upper(b)) * HALF + ((a & b) >>> 0)),
  or:    (a, b) => (isInt32(a) && isInt32(b) ? a | b
    : (upper(a) | upper(b)) * HALF + ((a | b) >>> 0)),
  xor:   (a, b) => (isInt32(a) && isInt32(b) ? a ^ b
    : (upper(a) ^ upper(b)) * HALF + ((a ^ b) >>> 0)),
  shl:   (a, b) => a * POWERS[b & 63]!,
  lshr:  (a, b) => (a < 0 ? NaN : Math.floor(a / POWERS[b & 63]!)),
  ashr:  (a, b) => Math.floor(a / POWERS[b & 63]!),
};

const QUICK_UNARY: Readonly<Record<UnaryOp, (a: number) => number>> = {
  sext8:  (a) => a << 24 >> 24,
  sext16: (a) => a << 16 >> 16,
  sext32: (a) => a | 0,
  zext8:  (a) => a & 0xff,
  zext16: (a) => a & 0xffff,
  zext32: (a) => a >>> 0,
  clz:    (a) => (a < 0 ? 0 : a < HALF ? 32 + Math.clz32(a) : Math.clz32(upper(a))),
  rev:    () => NaN,
};

/** Signed, or of two that are not negative. */
const QUICK_COMPARE: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  eq: (a, b) => a === b, ne: (a, b) => a !== b,
  lt: (a, b) => a < b,   le: (a, b) => a <= b,  gt: (a, b) => a > b,  ge: (a, b) => a >= b,
  lo: (a, b) => a < b,   ls: (a, b) => a <= b,  hi: (a, b) => a > b,  hs: (a, b) => a >= b,
};

export function binaryOf(operator: BinaryOp): (a: Word, b: Word) => Word {
  const quick = QUICK_BINARY[operator];
  const meaning = BINARY[operator];
  return (a, b) => {
    if (typeof a === "number" && typeof b === "number") {
      const result = quick(a, b);
      if (Number.isSafeInteger(result)) return result;
    }
    return wordOf(meaning(bitsOf(a), bitsOf(b)));
  };
}

export function unaryOf(operator: UnaryOp): (a: Word) => Word {
  const quick = QUICK_UNARY[operator];
  const meaning = UNARY[operator];
  return (a) => {
    const result = typeof a === "number" ? quick(a) : NaN;
    return Number.isSafeInteger(result) ? result : wordOf(meaning(bitsOf(a)));
  };
}

const UNSIGNED: ReadonlySet<Comparison> = new Set<Comparison>(["lo", "ls", "hi", "hs"]);

export function compareOf(comparison: Comparison): (a: Word, b: Word) => boolean {
  const quick = QUICK_COMPARE[comparison];
  const meaning = COMPARE[comparison];
  const least = UNSIGNED.has(comparison) ? 0 : Number.MIN_SAFE_INTEGER;
  return (a, b) => (typeof a === "number" && typeof b === "number" && a >= least && b >= least
    ? quick(a, b) : meaning(bitsOf(a), bitsOf(b)));
}
