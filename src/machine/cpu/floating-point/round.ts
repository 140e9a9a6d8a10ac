// FPRound: from an exact number to the bit pattern of a neighbour that the format has.

import { FPCR, processException, roundingOf, type FpContext, type Rounding } from "./context";
import { FORMATS, fpInfinity, fpMaxNormal, fpZero, withSign, type FpWidth } from "./format";
import { exponentOf, roundToInteger, scale, type Real } from "./real";

/** FPRound, for every operation but a conversion between formats. `value` is not 0. */
export function fpRound(
  c: FpContext, width: FpWidth, value: Real, rounding: Rounding = roundingOf(c.fpcr),
): bigint {
  const flush = (c.fpcr & (width === 16 ? FPCR.FZ16 : FPCR.FZ)) !== 0;
  return roundBase(c, width, value, rounding, { flush, ahp: false });
}

/** FPRoundCV, for conversions between formats: FPCR.AHP counts, FPCR.FZ16 does not. */
export function fpRoundCV(
  c: FpContext, width: FpWidth, value: Real, rounding: Rounding = roundingOf(c.fpcr),
): bigint {
  const flush = width !== 16 && (c.fpcr & FPCR.FZ) !== 0;
  const ahp = width === 16 && (c.fpcr & FPCR.AHP) !== 0;
  return roundBase(c, width, value, rounding, { flush, ahp });
}

function roundBase(
  c: FpContext, width: FpWidth, value: Real, rounding: Rounding,
  { flush, ahp }: { flush: boolean; ahp: boolean },
): bigint {
  const { F, minimumExponent, signBit, infinity } = FORMATS[width];
  const negative = value.significand < 0n;
  const tiny = exponentOf(value) < minimumExponent;
  if (tiny && flush) {
    processException(c, "UFC"); // Not IXC, although the result is hardly exact.
    return fpZero(width, negative);
  }

  // Count in units of the last place: a denormal has as many places as the smallest normal number.
  const exponent = tiny ? minimumExponent : exponentOf(value);
  const { integer, inexact } = roundToInteger(scale(value, F - exponent), rounding);
  // Underflow is judged before rounding, so a number that rounds up to the smallest normal one
  // underflows.
  if (tiny && inexact) processException(c, "UFC");

  // The integer still has its leading 1 (a denormal has none). Added, not OR-ed, it raises the
  // exponent field by one; and if rounding carried out of the fraction, by two, leaving a fraction
  // of zeros.
  const magnitude =
    (BigInt(exponent - minimumExponent) << BigInt(F)) + (negative ? -integer : integer);

  if (ahp && magnitude >= signBit) {
    processException(c, "IOC"); // No infinity to go to: the largest number, and not even inexact.
    return withSign(width, negative, signBit - 1n);
  }
  if (!ahp && magnitude >= infinity) return fpOverflow(c, width, negative, rounding);
  if (inexact) processException(c, "IXC");
  return withSign(width, negative, magnitude);
}

/** Infinity, or the largest finite number if that is what the rounding mode leads to. */
export function fpOverflow(
  c: FpContext, width: FpWidth, negative: boolean, rounding: Rounding,
): bigint {
  processException(c, "OFC");
  processException(c, "IXC");
  return overflowsToInfinity(rounding, negative)
    ? fpInfinity(width, negative)
    : fpMaxNormal(width, negative);
}

function overflowsToInfinity(rounding: Rounding, negative: boolean): boolean {
  switch (rounding) {
    case "TIEEVEN":
    case "TIEAWAY": return true;
    case "POSINF":  return !negative;
    case "NEGINF":  return negative;
    case "ZERO":
    case "ODD":     return false;
  }
}
