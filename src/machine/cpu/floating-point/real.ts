// The pseudocode's type `real`: exact numbers. Floating-point numbers, and sums and products of
// them, are whole numbers times a power of two, which two fields hold exactly. Quotients and roots
// need not be: they are cut off far below the last bit that any format keeps, and one more bit, the
// sticky bit, says whether something was lost. No rounding can tell the difference.

import type { Rounding } from "./context";

/** significand * 2^exponent. Many pairs are the same number. */
export interface Real {
  readonly significand: bigint;
  readonly exponent: number;
}

export function add(a: Real, b: Real): Real {
  const exponent = Math.min(a.exponent, b.exponent);
  return { significand: scaled(a, exponent) + scaled(b, exponent), exponent };
}

export function multiply(a: Real, b: Real): Real {
  return { significand: a.significand * b.significand, exponent: a.exponent + b.exponent };
}

/** a * 2^by */
export function scale({ significand, exponent }: Real, by: number): Real {
  return { significand, exponent: exponent + by };
}

/** Negative if a < b, 0n if they are equal, positive if a > b. */
export function compare(a: Real, b: Real): bigint {
  const exponent = Math.min(a.exponent, b.exponent);
  return scaled(a, exponent) - scaled(b, exponent);
}

// Enough for a double's 53 bits and one below them, which tells a half; the sticky bit is beyond.
const WORKING_BITS = 64;

/** a / b to WORKING_BITS bits, and one more bit that is 1 if the division left a remainder. */
export function divide(a: Real, b: Real): Real {
  const shift = Math.max(0, WORKING_BITS + bitLength(b.significand) - bitLength(a.significand));
  const numerator = a.significand << BigInt(shift);
  const quotient = numerator / b.significand;
  const remainder = numerator % b.significand;
  // The quotient was truncated towards zero, so the sticky bit moves it away from zero.
  const negative = numerator < 0n !== b.significand < 0n;
  const sticky = remainder === 0n ? 0n : negative ? -1n : 1n;
  return {
    significand: quotient * 2n + sticky,
    exponent: a.exponent - b.exponent - shift - 1,
  };
}

/** The square root of `a` > 0 to WORKING_BITS bits, and one more bit that is 1 if it has more. */
export function squareRoot(a: Real): Real {
  let shift = Math.max(0, 2 * WORKING_BITS - bitLength(a.significand));
  if ((a.exponent - shift) % 2 !== 0) shift++; // Half of the exponent must be whole.
  const square = a.significand << BigInt(shift);
  const root = integerSquareRoot(square);
  const sticky = root * root === square ? 0n : 1n;
  return { significand: root * 2n + sticky, exponent: (a.exponent - shift) / 2 - 1 };
}

/** e, where |a| = m * 2^e and 1 <= m < 2. `a` is not 0. */
export function exponentOf({ significand, exponent }: Real): number {
  return bitLength(significand) - 1 + exponent;
}

/**
 * `a` as a whole number. As in the manual: down first, then up by one if the rest (0 <= rest < 1)
 * and the rounding mode say so. For a negative number, too, down is towards minus infinity.
 */
export function roundToInteger(a: Real, rounding: Rounding): { integer: bigint; inexact: boolean } {
  if (a.exponent >= 0) return { integer: scaled(a, 0), inexact: false };
  const places = BigInt(-a.exponent);
  const down = a.significand >> places;
  const rest = a.significand - (down << places);
  if (rest === 0n) return { integer: down, inexact: false };
  const half = 1n << (places - 1n);
  return { integer: roundsUp(down, rest - half, rounding) ? down + 1n : down, inexact: true };
}

/** `overHalf`: by how much the rest, which is not 0, is over a half; only the sign matters. */
function roundsUp(down: bigint, overHalf: bigint, rounding: Rounding): boolean {
  const odd = (down & 1n) === 1n;
  switch (rounding) {
    case "TIEEVEN": return overHalf > 0n || (overHalf === 0n && odd);
    case "TIEAWAY": return overHalf > 0n || (overHalf === 0n && down >= 0n);
    case "POSINF":  return true;
    case "NEGINF":  return false;
    case "ZERO":    return down < 0n;
    case "ODD":     return !odd;
  }
}

/** `a` in units of 2^exponent, where a.exponent >= exponent. */
function scaled(a: Real, exponent: number): bigint {
  return a.significand << BigInt(a.exponent - exponent);
}

/** Of |a|. */
export function bitLength(a: bigint): number {
  return (a < 0n ? -a : a).toString(2).length;
}

/** The largest r with r * r <= square, by Newton's iteration from above. */
function integerSquareRoot(square: bigint): bigint {
  let root = 1n << BigInt((bitLength(square) + 1) >> 1);
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
