/** The sixteen conditions, each with its inverse beside it, and what it says of a comparison. */
import { conditionHolds, conditionName } from "../../../machine/cpu/condition";

export interface Condition {
  readonly name: string;
  /** What it asks; behind a subtraction, of x and y. */
  readonly meaning: string;
  readonly holds: boolean;
}

/** By cond, from 0: what it asks of the flags, and what that comes to behind a subtraction. */
const meanings = [
  ["Z", "x = y"], ["not Z", "x \u2260 y"],
  ["C", "x \u2265 y, unsigned"], ["not C", "x < y, unsigned"],
  ["N", "N: negative"], ["not N", "not N"],
  ["V", "V: overflow"], ["not V", "not V"],
  ["C and not Z", "x > y, unsigned"], ["not C, or Z", "x \u2264 y, unsigned"],
  ["N = V", "x \u2265 y, signed"], ["N \u2260 V", "x < y, signed"],
  ["N = V and not Z", "x > y, signed"], ["N \u2260 V, or Z", "x \u2264 y, signed"],
  ["always", "always"], ["always, too", "always, too"],
] as const;

export const conditionsOf = (nzcv: number, subtracts: boolean): readonly Condition[] =>
  meanings.map(([ofFlags, ofComparison], cond) => ({ name: conditionName(cond), meaning: subtracts ? ofComparison : ofFlags, holds: conditionHolds(cond, nzcv) }));
