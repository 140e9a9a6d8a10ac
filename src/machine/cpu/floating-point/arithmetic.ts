// FPAdd, FPSub, FPMul, FPMulX, FPDiv, FPSqrt, FPAbs, FPNeg. Each unpacks, lets NaNs through, sorts
// out infinities and zeros, and rounds the exact result of what is left. The host's own arithmetic
// answers first where it is known to be the same (fast-path.ts).

import { processException, roundingOf, type FpContext } from "./context";
import { fastAdd, fastDiv, fastMul, fastSqrt, fastSub } from "./fast-path";
import { FORMATS, fpInfinity, fpTwo, fpZero, type FpWidth } from "./format";
import { fpInvalid, fpProcessNaN, fpProcessNaNs } from "./nan";
import { add, divide, multiply, squareRoot, type Real } from "./real";
import { fpRound } from "./round";
import { fpUnpack } from "./unpack";

export function fpAdd(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return fastAdd(c, width, x, y) ?? exactAdd(c, width, x, y);
}

export function fpSub(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return fastSub(c, width, x, y) ?? exactSub(c, width, x, y);
}

export function fpMul(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return fastMul(c, width, x, y) ?? exactMul(c, width, x, y);
}

export function fpDiv(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return fastDiv(c, width, x, y) ?? exactDiv(c, width, x, y);
}

export function fpSqrt(c: FpContext, width: FpWidth, x: bigint): bigint {
  return fastSqrt(c, width, x) ?? exactSqrt(c, width, x);
}

// #region add
export function exactAdd(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return sum(c, width, x, y, false);
}

/** Not FPAdd of -y: a NaN keeps its sign. */
export function exactSub(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return sum(c, width, x, y, true);
}

function sum(c: FpContext, width: FpWidth, x: bigint, y: bigint, subtract: boolean): bigint {
  const a = fpUnpack(c, width, x);
  const b = fpUnpack(c, width, y);
  const nan = fpProcessNaNs(c, width, a, b);
  if (nan !== undefined) return nan;
  const negativeB = b.negative !== subtract;
  const value = subtract ? { ...b.value, significand: -b.value.significand } : b.value;
  const infinite = a.type === "Infinity" || b.type === "Infinity";
  if (infinite) {
    if (a.type === b.type && a.negative !== negativeB) return fpInvalid(c, width);
    return fpInfinity(width, a.type === "Infinity" ? a.negative : negativeB);
  }
  if (a.type === "Zero" && b.type === "Zero" && a.negative === negativeB) {
    return fpZero(width, a.negative);
  }
  return fpRoundOrZero(c, width, add(a.value, value));
}

/** A sum that comes to nothing is +0, or -0 when rounding towards minus infinity. */
export function fpRoundOrZero(c: FpContext, width: FpWidth, value: Real): bigint {
  if (value.significand === 0n) return fpZero(width, roundingOf(c.fpcr) === "NEGINF");
  return fpRound(c, width, value);
}
// #endregion add

export function exactMul(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return product(c, width, x, y, () => fpInvalid(c, width));
}

/** FPMulX: infinity times zero is +-2, which is what a Newton step for a reciprocal wants. */
export function fpMulX(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return product(c, width, x, y, (negative) => fpTwo(width, negative));
}

function product(
  c: FpContext, width: FpWidth, x: bigint, y: bigint,
  infinityTimesZero: (negative: boolean) => bigint,
): bigint {
  const a = fpUnpack(c, width, x);
  const b = fpUnpack(c, width, y);
  const nan = fpProcessNaNs(c, width, a, b);
  if (nan !== undefined) return nan;
  const negative = a.negative !== b.negative;
  const infinite = a.type === "Infinity" || b.type === "Infinity";
  const zero = a.type === "Zero" || b.type === "Zero";
  if (infinite && zero) return infinityTimesZero(negative);
  if (infinite) return fpInfinity(width, negative);
  if (zero) return fpZero(width, negative);
  return fpRound(c, width, multiply(a.value, b.value));
}

export function exactDiv(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  const a = fpUnpack(c, width, x);
  const b = fpUnpack(c, width, y);
  const nan = fpProcessNaNs(c, width, a, b);
  if (nan !== undefined) return nan;
  const negative = a.negative !== b.negative;
  // 0/0 and infinity/infinity
  if (a.type === b.type && a.type !== "Nonzero") return fpInvalid(c, width);
  if (a.type === "Infinity") return fpInfinity(width, negative);
  if (b.type === "Zero") {
    processException(c, "DZC");
    return fpInfinity(width, negative);
  }
  if (a.type === "Zero" || b.type === "Infinity") return fpZero(width, negative);
  return fpRound(c, width, divide(a.value, b.value));
}

export function exactSqrt(c: FpContext, width: FpWidth, x: bigint): bigint {
  const a = fpUnpack(c, width, x);
  if (a.type === "QNaN" || a.type === "SNaN") return fpProcessNaN(c, width, a);
  if (a.type === "Zero") return fpZero(width, a.negative); // The root of -0 is -0.
  if (a.negative) return fpInvalid(c, width);
  if (a.type === "Infinity") return fpInfinity(width, false);
  return fpRound(c, width, squareRoot(a.value));
}

/** FPAbs clears the sign bit, of NaNs too, and sets no flag. */
export function fpAbs(_c: FpContext, width: FpWidth, x: bigint): bigint {
  return x & ~FORMATS[width].signBit;
}

/** FPNeg inverts the sign bit, of NaNs too, and sets no flag. */
export function fpNeg(_c: FpContext, width: FpWidth, x: bigint): bigint {
  return x ^ FORMATS[width].signBit;
}
