import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/**
 * significand * 2^exponent, which is exact and not 0 but may be negative, as a number that the format of `width` bits has:
 * its pattern, and whether it is another number.
 *
 *   width  exponent field  fraction  smallest normal  largest is below
 *    16      5 bits         10 bits     2^-14             2^16
 *    32      8 bits         23 bits     2^-126            2^128
 *    64     11 bits         52 bits     2^-1022           2^1024
 *
 *   TIEEVEN  the nearest; of two, the one whose last bit is 0      NEGINF  the nearest that is not above
 *   POSINF   the nearest that is not below                         ZERO    the nearest that is not further from zero
 *
 * Beyond the largest comes infinity, if the mode leads there; for TIEEVEN, from half way to where the next number would be.
 */
export const round: CpuQuestions["round"] = ({ significand, exponent }, width, rounding) => {
  const { fraction, smallest } = FORMATS[width];
  const negative = significand < 0n;
  const magnitude = negative ? -significand : significand;
  const top = magnitude.toString(2).length - 1 + exponent;

  // In units of the last place, of which a denormal has as many as the smallest normal number.
  const unit = Math.max(top, smallest) - fraction;
  const places = BigInt(Math.max(0, unit - exponent));
  const down = exponent >= unit ? magnitude << BigInt(exponent - unit) : magnitude >> places;
  const rest = exponent >= unit ? 0n : magnitude - (down << places);
  const up = rest !== 0n && goesUp(rounding, negative, compare(2n * rest, 1n << places), (down & 1n) === 1n);

  // Added, so that what rounding carries out of the fraction goes into the exponent.
  let pattern = (BigInt(unit + fraction - smallest) << BigInt(fraction)) + down + (up ? 1n : 0n);
  const infinity = (1n << BigInt(width - 1)) - (1n << BigInt(fraction));
  const isBeyond = pattern >= infinity;
  if (isBeyond) pattern = goesUp(rounding, negative, 1, true) ? infinity : infinity - 1n;
  return { pattern: negative ? pattern | (1n << BigInt(width - 1)) : pattern, inexact: rest !== 0n || isBeyond };
};

const FORMATS = {
  16: { fraction: 10, smallest: -14 },
  32: { fraction: 23, smallest: -126 },
  64: { fraction: 52, smallest: -1022 },
} as const;

/** Whether a magnitude goes up; `half` is positive if the rest is more than half, 0 if it is half. */
function goesUp(rounding: string, negative: boolean, half: number, odd: boolean): boolean {
  switch (rounding) {
    case "TIEEVEN": return half > 0 || (half === 0 && odd);
    case "POSINF":  return !negative;
    case "NEGINF":  return negative;
    default:        return false;
  }
}

const compare = (a: bigint, b: bigint): number => (a > b ? 1 : a < b ? -1 : 0);
