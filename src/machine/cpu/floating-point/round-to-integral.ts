// FPRoundInt and FPRoundIntN: to a whole number, still in floating point.

import { processException, type FpContext, type Rounding } from "./context";
import { fastRoundInt } from "./fast-path";
import { FORMATS, fpInfinity, fpZero, withSign, type FpWidth } from "./format";
import { fpProcessNaN, isNaN } from "./nan";
import { roundToInteger } from "./real";
import { fpRound } from "./round";
import { fpUnpack } from "./unpack";

/** FPRoundInt. `exact`: say so in FPSR.IXC if x was not whole (FRINTX alone does). */
export function fpRoundInt(
  c: FpContext, width: FpWidth, x: bigint, rounding: Rounding, exact: boolean,
): bigint {
  const fast = exact ? undefined : fastRoundInt(width, x, rounding);
  return fast ?? exactRoundInt(c, width, x, rounding, exact);
}

export function exactRoundInt(
  c: FpContext, width: FpWidth, x: bigint, rounding: Rounding, exact: boolean,
): bigint {
  const a = fpUnpack(c, width, x);
  if (isNaN(a)) return fpProcessNaN(c, width, a);
  if (a.type === "Infinity") return fpInfinity(width, a.negative);
  const { integer, inexact } = roundToInteger(a.value, rounding);
  if (inexact && exact) processException(c, "IXC");
  if (integer === 0n) return fpZero(width, a.negative); // -0.3 becomes -0.
  return fpRound(c, width, { significand: integer, exponent: 0 }, "ZERO");
}

/**
 * FPRoundIntN, for FRINT32 and FRINT64: what does not fit a signed integer of `intSize` bits
 * becomes the most negative one, as the conversion instructions of another architecture have it.
 */
export function fpRoundIntN(
  c: FpContext, width: FpWidth, x: bigint, rounding: Rounding, intSize: 32 | 64,
): bigint {
  const a = fpUnpack(c, width, x);
  const { integer, inexact } = roundToInteger(a.value, rounding);
  if (isNaN(a) || integer !== BigInt.asIntN(intSize, integer)) {
    processException(c, "IOC");
    return mostNegative(width, intSize);
  }
  if (inexact) processException(c, "IXC");
  if (integer === 0n) return fpZero(width, a.negative);
  return fpRound(c, width, { significand: integer, exponent: 0 }, "ZERO");
}

/** -(2^(intSize - 1)) */
function mostNegative(width: FpWidth, intSize: number): bigint {
  const { F, minimumExponent } = FORMATS[width];
  return withSign(width, true, BigInt(intSize - minimumExponent) << BigInt(F));
}
