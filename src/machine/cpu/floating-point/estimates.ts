// FPRecipEstimate, FPRSqrtEstimate, FPRecpX, UnsignedRecipEstimate and UnsignedRSqrtEstimate: eight
// good bits of 1/x and 1/sqrt(x), laid down to the bit, for Newton's method to start from.

import { FPCR, processException, roundingOf, type FpContext } from "./context";
import { FORMATS, fpInfinity, fpZero, withSign, type FpWidth } from "./format";
import { fpInvalid, fpProcessNaN, isNaN } from "./nan";
import { bitLength, exponentOf } from "./real";
import { fpOverflow } from "./round";
import { fpUnpack, type Unpacked } from "./unpack";

/** RecipEstimate: 1 / (a / 512) as r / 256, for 256 <= a < 512; and 256 <= r < 512. */
function recipEstimate(a: number): number {
  const middle = a * 2 + 1; // The middle of the interval that a's nine bits leave open, in 1024ths.
  const b = Math.floor(2 ** 19 / middle);
  return Math.floor((b + 1) / 2);
}

/** RecipSqrtEstimate: 1 / sqrt(a / 512) as r / 256, for 128 <= a < 512; and 256 <= r < 512. */
function recipSqrtEstimate(a: number): number {
  const middle = a < 256 ? a * 2 + 1 : ((a & ~1) + 1) * 2; // From a half upwards, eight bits only.
  let b = 512;
  while (middle * (b + 1) * (b + 1) < 2 ** 28) b++;
  return Math.floor((b + 1) / 2);
}

/** UnsignedRecipEstimate: op / 2^32, at least 1/2, gives result / 2^31; else all ones. */
export function unsignedRecipEstimate(op: bigint): bigint {
  if (op < 0x8000_0000n) return 0xffff_ffffn;
  return BigInt(recipEstimate(Number(op >> 23n))) << 23n;
}

/** UnsignedRSqrtEstimate: op / 2^32, at least 1/4, gives result / 2^31; else all ones. */
export function unsignedRSqrtEstimate(op: bigint): bigint {
  if (op < 0x4000_0000n) return 0xffff_ffffn;
  return BigInt(recipSqrtEstimate(Number(op >> 23n))) << 23n;
}

export function fpRecipEstimate(c: FpContext, width: FpWidth, x: bigint): bigint {
  const a = fpUnpack(c, width, x);
  const { F, minimumExponent } = FORMATS[width];
  if (isNaN(a)) return fpProcessNaN(c, width, a);
  if (a.type === "Infinity") return fpZero(width, a.negative);
  if (a.type === "Zero") {
    processException(c, "DZC");
    return fpInfinity(width, a.negative);
  }
  const exponent = exponentOf(a.value);
  if (exponent < minimumExponent - 2) return fpOverflow(c, width, a.negative, roundingOf(c.fpcr));
  const flush = (c.fpcr & (width === 16 ? FPCR.FZ16 : FPCR.FZ)) !== 0;
  if (flush && exponent >= -minimumExponent) { // The reciprocal would be a denormal.
    processException(c, "UFC");
    return fpZero(width, a.negative);
  }

  // 1 / (a/512 * 2^(exponent + 1)) = r/256 * 2^(-exponent - 1), r with its leading 1 in bit 8.
  const r = BigInt(recipEstimate(leadingBits(a, 9)));
  const field = -exponent - 1 - minimumExponent + 1;
  // As in FPRound, the leading 1 is added to an exponent field one too small; a denormal, whose
  // field is 0 or -1, shifts it into the fraction.
  const places = BigInt(F - 8);
  const magnitude = field >= 1
    ? (BigInt(field - 1) << BigInt(F)) + (r << places)
    : (r << places) >> BigInt(1 - field);
  return withSign(width, a.negative, magnitude);
}

export function fpRSqrtEstimate(c: FpContext, width: FpWidth, x: bigint): bigint {
  const a = fpUnpack(c, width, x);
  const { F, minimumExponent } = FORMATS[width];
  if (isNaN(a)) return fpProcessNaN(c, width, a);
  if (a.type === "Zero") {
    processException(c, "DZC");
    return fpInfinity(width, a.negative);
  }
  if (a.negative) return fpInvalid(c, width);
  if (a.type === "Infinity") return fpZero(width, false);

  // The root halves the exponent, so it must be even: a is taken from [1/2, 1) or from [1/4, 1/2).
  const exponent = exponentOf(a.value) + 1;
  const even = exponent % 2 === 0;
  const r = BigInt(recipSqrtEstimate(leadingBits(a, even ? 9 : 8)));
  const resultExponent = (even ? -exponent : -exponent - 1) / 2;
  // Never a denormal: the root of the largest number is far from it.
  return (BigInt(resultExponent - minimumExponent) << BigInt(F)) + (r << BigInt(F - 8));
}

/** The first `count` bits of |a|, from its leading 1 down. */
function leadingBits({ value }: Unpacked, count: number): number {
  const magnitude = value.significand < 0n ? -value.significand : value.significand;
  const shift = BigInt(bitLength(magnitude) - count);
  return Number(shift >= 0n ? magnitude >> shift : magnitude << -shift);
}

/** FPRecpX: a power of two that brings x near 1 without overflow, by inverting x's exponent. */
export function fpRecpX(c: FpContext, width: FpWidth, x: bigint): bigint {
  const { F, infinity } = FORMATS[width];
  const a = fpUnpack(c, width, x);
  if (isNaN(a)) return fpProcessNaN(c, width, a);
  const field = x & infinity;
  const largest = infinity - (1n << BigInt(F));
  return withSign(width, a.negative, field === 0n ? largest : field ^ infinity);
}
