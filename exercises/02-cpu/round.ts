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
  throw new Error(`Return { pattern, inexact } of ${significand} * 2^${exponent} in ${width} bits, rounded ${rounding}.`);
};
