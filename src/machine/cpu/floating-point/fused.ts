// FPMulAdd, and the Newton steps FPRecipStepFused and FPRSqrtStepFused: a product and a sum,
// rounded once.

import { fpNeg, fpRoundOrZero } from "./arithmetic";
import type { FpContext } from "./context";
import { fastMulAdd } from "./fast-path";
import { fpInfinity, fpOnePointFive, fpTwo, fpZero, type FpWidth } from "./format";
import { fpInvalid, fpProcessNaNs } from "./nan";
import { add, multiply, scale, type Real } from "./real";
import { fpUnpack } from "./unpack";

/** addend + x * y */
export function fpMulAdd(
  c: FpContext, width: FpWidth, addend: bigint, x: bigint, y: bigint,
): bigint {
  return fastMulAdd(c, width, addend, x, y) ?? exactMulAdd(c, width, addend, x, y);
}

// #region mul-add
export function exactMulAdd(
  c: FpContext, width: FpWidth, addend: bigint, x: bigint, y: bigint,
): bigint {
  const sum = fpUnpack(c, width, addend);
  const a = fpUnpack(c, width, x);
  const b = fpUnpack(c, width, y);
  const infinityTimesZero =
    (a.type === "Infinity" && b.type === "Zero") || (a.type === "Zero" && b.type === "Infinity");

  const nan = fpProcessNaNs(c, width, sum, a, b);
  // A product that is invalid is heard over a quiet NaN in the addend, not over a signalling one.
  if (infinityTimesZero && sum.type !== "SNaN") return fpInvalid(c, width);
  if (nan !== undefined) return nan;

  const infinite = a.type === "Infinity" || b.type === "Infinity";
  const zero = a.type === "Zero" || b.type === "Zero";
  const negative = a.negative !== b.negative;
  if (sum.type === "Infinity") {
    if (infinite && sum.negative !== negative) return fpInvalid(c, width);
    return fpInfinity(width, sum.negative);
  }
  if (infinite) return fpInfinity(width, negative);
  if (sum.type === "Zero" && zero && sum.negative === negative) return fpZero(width, negative);
  return fpRoundOrZero(c, width, add(sum.value, multiply(a.value, b.value)));
}
// #endregion mul-add

const TWO: Real = { significand: 2n, exponent: 0 };
const THREE: Real = { significand: 3n, exponent: 0 };

/** FPRecipStepFused: 2 - x * y. With x = d and y near 1/d, y times this is nearer. */
export function fpRecipStepFused(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  return step(c, width, x, y, fpTwo(width, false), (product) => add(TWO, product));
}

/**
 * FPRSqrtStepFused: (3 - x * y) / 2. With y near 1/sqrt(d) and x = d * y, y times this is nearer.
 */
export function fpRSqrtStepFused(c: FpContext, width: FpWidth, x: bigint, y: bigint): bigint {
  const from = (product: Real): Real => scale(add(THREE, product), -1);
  return step(c, width, x, y, fpOnePointFive(width), from);
}

/**
 * `from` makes the result of -x * y; `infinityTimesZero` is what it comes to if that is invalid.
 */
function step(
  c: FpContext, width: FpWidth, x: bigint, y: bigint,
  infinityTimesZero: bigint, from: (product: Real) => Real,
): bigint {
  const a = fpUnpack(c, width, fpNeg(c, width, x)); // Before the NaNs: one in x comes out negated.
  const b = fpUnpack(c, width, y);
  const nan = fpProcessNaNs(c, width, a, b);
  if (nan !== undefined) return nan;
  const infinite = a.type === "Infinity" || b.type === "Infinity";
  const zero = a.type === "Zero" || b.type === "Zero";
  if (infinite && zero) return infinityTimesZero;
  if (infinite) return fpInfinity(width, a.negative !== b.negative);
  return fpRoundOrZero(c, width, from(multiply(a.value, b.value)));
}
