import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * What `a + b`, `a - b` or `a * b` may be, exactly, if a and b may be anything from their least to their most; and whether it
 * must be checked that the result is a number, from -(2^53 - 1) to 2^53 - 1. Behind the check, or without it, the result is a
 * number: `least` and `most` do not go beyond. Where no result can be a number, the check is needed, and least and most are
 * those of the exact results.
 */
export const rangeOf: CompilerQuestions["rangeOf"] = (operator, a, b) => {
  throw new Error(`Return { least, most, isCheckNeeded } of ${a.least}..${a.most} ${operator} ${b.least}..${b.most}.`);
};
