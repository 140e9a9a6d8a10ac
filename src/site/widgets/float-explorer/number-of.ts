/** What a floating-point pattern is, exactly: its class, its value in decimal, its neighbours. Pure. */
import { FORMATS, type FpWidth } from "../../../machine/cpu/floating-point/format";
import type { Real } from "../../../machine/cpu/floating-point/real";
import { fpUnpack } from "../../../machine/cpu/floating-point/unpack";

export type FloatClass = "zero" | "denormal" | "normal" | "infinity" | "quiet NaN" | "signalling NaN";

export interface FloatNumber {
  readonly width: FpWidth;
  readonly bits: bigint;
  readonly class: FloatClass;
  readonly negative: boolean;
  readonly exponentField: number;
  readonly fraction: bigint;
  /** Finite numbers only; 0 is 0 * 2^0. */
  readonly value: Real | undefined;
}

export function numberOf(width: FpWidth, bits: bigint): FloatNumber {
  const { F, infinity } = FORMATS[width];
  const { type, negative, value } = fpUnpack({ fpcr: 0, fpsr: 0 }, width, bits);
  const exponentField = Number((bits & infinity) >> BigInt(F));
  const isFinite = type === "Zero" || type === "Nonzero";
  return {
    width, bits, negative, exponentField,
    class: { Zero: "zero", Nonzero: exponentField === 0 ? "denormal" : "normal", Infinity: "infinity", QNaN: "quiet NaN", SNaN: "signalling NaN" }[type] as FloatClass,
    fraction: BigInt.asUintN(F, bits),
    value: isFinite ? value : undefined,
  };
}

/** The sign and "0.1000000000000000055511151231257827", all digits that there are. */
export function exactDecimal({ negative, value, class: kind }: FloatNumber): string {
  if (value === undefined) return kind === "infinity" ? (negative ? "\u2212\u221e" : "\u221e") : "not a number";
  const magnitude = value.significand < 0n ? -value.significand : value.significand;
  return (negative ? "\u2212" : "") + (value.exponent >= 0 ? (magnitude << BigInt(value.exponent)).toString() : dividedByPowerOfTwo(magnitude, -value.exponent));
}

/** m / 2^n is m * 5^n / 10^n. */
function dividedByPowerOfTwo(magnitude: bigint, n: number): string {
  const digits = (magnitude * 5n ** BigInt(n)).toString().padStart(n + 1, "0");
  const places = digits.slice(-n).replace(/0+$/, "");
  return places === "" ? digits.slice(0, -n) : `${digits.slice(0, -n)}.${places}`;
}

/** The pattern `by` steps further along the number line; undefined beyond infinity and for a NaN. */
export function neighbour(width: FpWidth, bits: bigint, by: bigint): bigint | undefined {
  const { infinity, signBit } = FORMATS[width];
  const magnitude = bits & ~signBit;
  if (magnitude > infinity) return undefined;
  // -0 is the step below +0: patterns in order, without a gap.
  const place = ((bits & signBit) === 0n ? magnitude : -magnitude - 1n) + by;
  if (place > infinity || place < -infinity - 1n) return undefined;
  return place >= 0n ? place : signBit | (-place - 1n);
}

/** As JavaScript would print the double: enough digits to find it again. */
export function shortDecimal(number: FloatNumber): string {
  if (number.value === undefined) return exactDecimal(number);
  const { significand, exponent } = number.value;
  const text = `${scaledNumber(significand, exponent)}`.replace("-", "\u2212");
  return number.negative && significand === 0n ? "\u22120" : text;
}

/** significand * 2^exponent, in two steps: 2^exponent alone may be too small for a double. */
export function scaledNumber(significand: bigint, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return Number(significand) * 2 ** half * 2 ** (exponent - half);
}

/** The significand with its leading bit, in binary, and the power of two that it is multiplied by. */
export function inPowers({ width, class: kind, negative, fraction, exponentField }: FloatNumber): { readonly significand: string; readonly power: number } {
  const { F, minimumExponent } = FORMATS[width];
  const lead = kind === "denormal" || kind === "zero" ? 0 : 1;
  const places = fraction.toString(2).padStart(F, "0").replace(/0+$/, "");
  return { significand: `${negative ? "\u2212" : ""}${lead}${places === "" ? "" : `.${places}`}`, power: Math.max(exponentField, 1) - 1 + minimumExponent };
}
