// From a comparison of the IR to what follows it: the flags and a condition on them, or a branch
// that looks at a register itself.

import type { Value } from "../ir/function";
import type { Comparison } from "../ir/operation";
import { SWAPPED } from "../ir/operation";

/** The conditions' numbers in an instruction. */
export const CONDITION: Readonly<Record<Comparison, number>> = {
  eq: 0, ne: 1, hs: 2, lo: 3, hi: 8, ls: 9, ge: 10, lt: 11, gt: 12, le: 13,
};

/** The condition that holds where `condition` does not. */
export const inverted = (condition: number): number => condition ^ 1;

/** What unsigned comparison answers the same where both sides are 0 to 2^31 - 1, or extended so. */
export const UNSIGNED: Readonly<Record<Comparison, Comparison>> = {
  eq: "eq", ne: "ne", lo: "lo", ls: "ls", hi: "hi", hs: "hs",
  lt: "lo", le: "ls", gt: "hi", ge: "hs",
};

export const isUnsigned = (comparison: Comparison): boolean =>
  comparison === "lo" || comparison === "ls" || comparison === "hi" || comparison === "hs";

export interface Compared {
  readonly comparison: Comparison;
  readonly a: Value;
  readonly b: Value;
}

/** Comparisons with -1 and 1 that are comparisons with 0: [comparison, with, becomes]. */
const WITH_ZERO: readonly (readonly [Comparison, bigint, Comparison])[] = [
  ["gt", -1n, "ge"], ["le", -1n, "lt"], ["lt", 1n, "le"], ["ge", 1n, "gt"],
  ["lo", 1n, "eq"], ["hs", 1n, "ne"], ["hi", 0n, "ne"], ["ls", 0n, "eq"],
];

/** The same comparison with a constant, if there is one, to the right, and rather 0 than 1. */
export function normalised({ comparison, a, b }: Compared): Compared {
  if (a.op === "constant" && b.op !== "constant") {
    return normalised({ comparison: SWAPPED[comparison], a: b, b: a });
  }
  if (b.op !== "constant") return { comparison, a, b };
  const { value } = b;
  const found = WITH_ZERO.find(
    ([each, constant]) => each === comparison && BigInt.asUintN(64, constant) === value);
  if (found === undefined) return { comparison, a, b };
  return { comparison: found[2], a, b: { ...b, value: 0n } };
}
