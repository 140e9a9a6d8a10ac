// FPToFixed and FixedToFP: integers, and numbers with a fixed count of bits after the point; and
// FPToFixedJS, the conversion that JavaScript calls ToInt32.

import { processException, type FpContext, type Rounding } from "./context";
import { fastFromInteger, fastToInteger } from "./fast-path";
import { fpZero, type FpWidth } from "./format";
import { isNaN } from "./nan";
import { roundToInteger, scale } from "./real";
import { fpRound } from "./round";
import { fpUnpack } from "./unpack";

/** FPToFixed: x * 2^fractionBits as the nearest integer of `intWidth` bits; 0 of a NaN. */
export function fpToFixed(
  c: FpContext, width: FpWidth, x: bigint,
  fractionBits: number, unsigned: boolean, intWidth: number, rounding: Rounding,
): bigint {
  if (fractionBits === 0) {
    const fast = fastToInteger(c, width, x, unsigned, intWidth, rounding);
    if (fast !== undefined) return fast;
  }
  return exactToFixed(c, width, x, fractionBits, unsigned, intWidth, rounding);
}

export function exactToFixed(
  c: FpContext, width: FpWidth, x: bigint,
  fractionBits: number, unsigned: boolean, intWidth: number, rounding: Rounding,
): bigint {
  const a = fpUnpack(c, width, x);
  if (isNaN(a)) processException(c, "IOC");
  const { integer, inexact } = roundToInteger(scale(a.value, fractionBits), rounding);
  const most = (1n << BigInt(unsigned ? intWidth : intWidth - 1)) - 1n;
  const least = unsigned ? 0n : -most - 1n;
  const saturated = integer > most ? most : integer < least ? least : integer;
  if (saturated !== integer) processException(c, "IOC"); // And then not inexact as well.
  else if (inexact) processException(c, "IXC");
  return BigInt.asUintN(intWidth, saturated);
}

/** FixedToFP: the integer `value` of `intWidth` bits, divided by 2^fractionBits. */
export function fixedToFp(
  c: FpContext, width: FpWidth, value: bigint,
  fractionBits: number, unsigned: boolean, intWidth: number, rounding: Rounding,
): bigint {
  const integer = unsigned ? BigInt.asUintN(intWidth, value) : BigInt.asIntN(intWidth, value);
  if (fractionBits === 0) {
    const fast = fastFromInteger(c, width, integer, rounding);
    if (fast !== undefined) return fast;
  }
  return exactFromFixed(c, width, integer, fractionBits, rounding);
}

export function exactFromFixed(
  c: FpContext, width: FpWidth, integer: bigint, fractionBits: number, rounding: Rounding,
): bigint {
  if (integer === 0n) return fpZero(width, false);
  return fpRound(c, width, { significand: integer, exponent: -fractionBits }, rounding);
}

/**
 * FPToFixedJS, for FJCVTZS: JavaScript's ToInt32 of a double, the low 32 bits of the number
 * truncated, and Z = 1n if that is the very number: in range, whole, and not -0.
 */
export function fpToFixedJS(c: FpContext, x: bigint): { result: bigint; Z: bigint } {
  const a = fpUnpack(c, 64, x);
  const { integer, inexact } = roundToInteger(a.value, "ZERO");
  const fits = integer === BigInt.asIntN(32, integer);
  if (isNaN(a) || !fits) processException(c, "IOC");
  else if (inexact) processException(c, "IXC");
  const minusZero = a.type === "Zero" && a.negative;
  return {
    result: BigInt.asUintN(32, integer),
    Z: isNaN(a) || !fits || inexact || minusZero ? 0n : 1n,
  };
}
