// What a condition, once it is known to hold, says of its two sides: behind `i < n`, i is below
// whatever n may be at most.

import type { Value } from "../../ir/function";
import { type Comparison, OPPOSITE, SWAPPED } from "../../ir/operation";
import type { Condition } from "../condition";
import { type Interval, interval, isExact, isNatural, LEAST, meet, MOST } from "./interval";

/** What a may be, where `a op b` holds. */
const NARROWED: Readonly<Record<Comparison, (a: Interval, b: Interval) => Interval | undefined>> = {
  eq: (a, b) => meet(a, b),
  ne: (a, b) => without(a, b),
  lt: (a, b) => meet(a, interval(LEAST, b.most - 1n)),
  le: (a, b) => meet(a, interval(LEAST, b.most)),
  gt: (a, b) => meet(a, interval(b.least + 1n, MOST)),
  ge: (a, b) => meet(a, interval(b.least, MOST)),
  // Below a natural, unsigned, is at least 0: a negative one is a huge one.
  lo: (a, b) => (isNatural(b) ? meet(a, interval(0n, b.most - 1n)) : a),
  ls: (a, b) => (isNatural(b) ? meet(a, interval(0n, b.most)) : a),
  hi: (a, b) => (isNatural(a) && isNatural(b) ? meet(a, interval(b.least + 1n, MOST)) : a),
  hs: (a, b) => (isNatural(a) && isNatural(b) ? meet(a, interval(b.least, MOST)) : a),
};

function without(a: Interval, b: Interval): Interval | undefined {
  if (!isExact(b)) return a;
  if (isExact(a)) return a.least === b.least ? undefined : a;
  if (a.least === b.least) return interval(a.least + 1n, a.most);
  return a.most === b.least ? interval(a.least, a.most - 1n) : a;
}

/** The two sides' ranges, where the condition holds or does not; or it never does. */
export function narrow(
  { comparison, a, b }: Condition, holds: boolean, of: (value: Value) => Interval,
): Map<Value, Interval> | "never" {
  const known = holds ? comparison : OPPOSITE[comparison];
  const left = NARROWED[known](of(a), of(b));
  const right = NARROWED[SWAPPED[known]](of(b), of(a));
  if (left === undefined || right === undefined) return "never";
  return new Map([[a, left], [b, right]]);
}
