// FPConvert: from one floating-point format to another.

import { FPCR, processException, roundingOf, type FpContext, type Rounding } from "./context";
import { fastConvert } from "./fast-path";
import { FORMATS, fpDefaultNaN, fpInfinity, fpZero, withSign, type FpWidth } from "./format";
import { fpRoundCV } from "./round";
import { fpUnpackCV, type Unpacked } from "./unpack";

export function fpConvert(c: FpContext, from: FpWidth, to: FpWidth, x: bigint): bigint {
  return fastConvert(c, from, to, x) ?? exactConvert(c, from, to, x, roundingOf(c.fpcr));
}

/** FCVTXN's rounding to odd: double to single, so that rounding on to half errs only once. */
export function fpConvertRoundOdd(c: FpContext, from: FpWidth, to: FpWidth, x: bigint): bigint {
  return exactConvert(c, from, to, x, "ODD");
}

export function exactConvert(
  c: FpContext, from: FpWidth, to: FpWidth, x: bigint, rounding: Rounding,
): bigint {
  const a = fpUnpackCV(c, from, x);
  // Arm's alternative half precision has neither NaNs nor infinities; both are invalid there.
  const alternative = to === 16 && (c.fpcr & FPCR.AHP) !== 0;
  switch (a.type) {
    case "SNaN":
    case "QNaN":
      if (a.type === "SNaN" || alternative) processException(c, "IOC");
      if (alternative) return fpZero(to, a.negative);
      return (c.fpcr & FPCR.DN) !== 0 ? fpDefaultNaN(to) : convertNaN(from, to, a);
    case "Infinity":
      if (!alternative) return fpInfinity(to, a.negative);
      processException(c, "IOC");
      return withSign(to, a.negative, FORMATS[to].signBit - 1n);
    case "Zero":
      return fpZero(to, a.negative);
    case "Nonzero":
      return fpRoundCV(c, to, a.value, rounding);
  }
}

/** FPConvertNaN: the fraction keeps its top bits, aligned to the left, and the NaN is quiet. */
function convertNaN(from: FpWidth, to: FpWidth, nan: Unpacked): bigint {
  const fraction = nan.bits & (FORMATS[from].quietBit - 1n);
  const shift = BigInt(FORMATS[to].F - FORMATS[from].F);
  const aligned = shift >= 0n ? fraction << shift : fraction >> -shift;
  return withSign(to, nan.negative, fpDefaultNaN(to) | aligned);
}
