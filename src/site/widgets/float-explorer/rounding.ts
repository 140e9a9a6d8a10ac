/** A decimal number, as somebody types it, and which neighbour each rounding mode picks for it. Pure. */
import { FPSR, type FpContext } from "../../../machine/cpu/floating-point/context";
import { type FpWidth, fpZero } from "../../../machine/cpu/floating-point/format";
import { divide, type Real } from "../../../machine/cpu/floating-point/real";
import { fpRound } from "../../../machine/cpu/floating-point/round";

export interface Decimal {
  readonly negative: boolean;
  /** Exactly: numerator / denominator. */
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Exponents beyond these are zero or infinity in every format. */
const largestExponent = 5000;

/** "0.1", "-1e-320", "1/3". */
export function parseDecimal(text: string): Decimal | undefined {
  const plain = text.trim().replace("\u2212", "-").replace(/[_,]/g, "");
  const [, sign, whole, places = "", power = "0"] = /^([-+]?)([0-9]+|(?=\.[0-9]))(?:\.([0-9]*))?(?:e([-+]?[0-9]{1,5}))?$/i.exec(plain) ?? [];
  if (whole !== undefined) {
    const exponent = Number(power) - places.length;
    if (Math.abs(exponent) > largestExponent) return undefined;
    const digits = BigInt(whole + places);
    const ten = 10n ** BigInt(Math.abs(exponent));
    return { negative: sign === "-", numerator: exponent >= 0 ? digits * ten : digits, denominator: exponent >= 0 ? 1n : ten };
  }
  const [, minus, top, bottom] = /^(-?)([0-9]+)\s*\/\s*([0-9]+)$/.exec(plain) ?? [];
  if (top === undefined || bottom === undefined || BigInt(bottom) === 0n) return undefined;
  return { negative: minus === "-", numerator: BigInt(top), denominator: BigInt(bottom) };
}

export interface Rounded {
  readonly rounding: (typeof roundings)[number];
  readonly bits: bigint;
  /** "IXC", "OFC", "UFC". */
  readonly flags: readonly string[];
}

/** By FPCR.RMode. */
export const roundings = ["TIEEVEN", "POSINF", "NEGINF", "ZERO"] as const;

export const roundingNames = {
  TIEEVEN: "to nearest, ties to even", POSINF: "towards plus infinity", NEGINF: "towards minus infinity", ZERO: "towards zero",
} as const;

/** What the machine's own rounding makes of it, mode by mode. */
export function roundedAll(width: FpWidth, decimal: Decimal): readonly Rounded[] {
  return roundings.map((rounding) => {
    const context: FpContext = { fpcr: 0, fpsr: 0 };
    const bits = decimal.numerator === 0n ? fpZero(width, decimal.negative) : fpRound(context, width, realOf(decimal), rounding);
    return { rounding, bits, flags: Object.entries(FPSR).filter(([, bit]) => (context.fpsr & bit) !== 0).map(([name]) => name) };
  });
}

function realOf({ negative, numerator, denominator }: Decimal): Real {
  const { significand, exponent } = divide({ significand: numerator, exponent: 0 }, { significand: denominator, exponent: 0 });
  return { significand: negative ? -significand : significand, exponent };
}
