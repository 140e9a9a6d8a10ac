import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * What `a + b`, `a - b` or `a * b` may be, exactly, if a and b may be anything from their least to their most; and whether it
 * must be checked that the result is a number, from -(2^53 - 1) to 2^53 - 1. Behind the check, or without it, the result is a
 * number: `least` and `most` do not go beyond. Where no result can be a number, the check is needed, and least and most are
 * those of the exact results.
 */
export const rangeOf: CompilerQuestions["rangeOf"] = (operator, a, b) => {
  const ends = [a.least, a.most].flatMap((x) => [b.least, b.most].map((y) => EXACTLY[operator](x, y)));
  const least = ends.reduce(lesser);
  const most = ends.reduce(greater);
  const isCheckNeeded = least < -MOST || most > MOST;
  if (least > MOST || most < -MOST) return { least, most, isCheckNeeded };
  return { least: greater(least, -MOST), most: lesser(most, MOST), isCheckNeeded };
};

const MOST = 2n ** 53n - 1n;

const EXACTLY = {
  "+": (x: bigint, y: bigint) => x + y,
  "-": (x: bigint, y: bigint) => x - y,
  "*": (x: bigint, y: bigint) => x * y,
} as const;

const lesser = (x: bigint, y: bigint): bigint => (x < y ? x : y);
const greater = (x: bigint, y: bigint): bigint => (x > y ? x : y);
