// Whether one value is below another, where neither is known: `i < n` has been tested, and j is
// i - 1. A search through what is known to be at most what. After Bodik, Gupta and Sarkar, "ABCD:
// Eliminating Array Bounds Checks on Demand" (2000).
//
// 1. A bound from a definition counts only where the sum does not wrap at 64 bits: ranges say so.

import type { Instruction, Parameter, Value } from "../../ir/function";
import type { Condition } from "../condition";
import type { Bound, Context } from "./context";
import { type Interval, isNatural, LEAST, MOST } from "./interval";
import { remainderOf } from "./meaning";
import { narrow } from "./narrow";

/** So many steps from value to value: further, nobody's loop looks. */
const FURTHEST = 6;

/** Of a loop's parameter: what it starts from, if it only falls from there. */
export type Falling = ReadonlyMap<Parameter, Value>;

/** Whether the condition holds, if that is known. */
export function decide(
  condition: Condition, context: Context, falling: Falling,
): boolean | undefined {
  if (narrow(condition, true, context.of) === "never") return false;
  if (narrow(condition, false, context.of) === "never") return true;
  const { comparison, a, b } = condition;
  const atMost = (low: Value, high: Value, more: bigint): boolean =>
    isAtMost(low, { b: high, more }, context, falling, FURTHEST);
  const signed = (isLess: boolean, orEqual: boolean): boolean | undefined => {
    const [low, high] = isLess ? [a, b] : [b, a];
    if (atMost(low, high, orEqual ? 0n : -1n)) return true;
    return atMost(high, low, orEqual ? -1n : 0n) ? false : undefined;
  };
  const unsigned = (isLess: boolean, orEqual: boolean): boolean | undefined =>
    (isNatural(context.of(a)) && isNatural(context.of(b)) ? signed(isLess, orEqual) : undefined);
  switch (comparison) {
    case "lt": return signed(true, false);
    case "le": return signed(true, true);
    case "gt": return signed(false, false);
    case "ge": return signed(false, true);
    case "lo": return unsigned(true, false);
    case "ls": return unsigned(true, true);
    case "hi": return unsigned(false, false);
    case "hs": return unsigned(false, true);
    case "eq": case "ne": {
      const isApart = atMost(a, b, -1n) || atMost(b, a, -1n);
      if (isApart) return comparison === "ne";
      const isSame = atMost(a, b, 0n) && atMost(b, a, 0n);
      return isSame ? comparison === "eq" : undefined;
    }
  }
}

/** Whether a is at most b + more. */
function isAtMost(
  a: Value, { b, more }: Bound, context: Context, falling: Falling, steps: number,
): boolean {
  if (a === b) return more >= 0n;
  if (context.of(a).most <= context.of(b).least + more) return true;
  if (steps === 0) return false;
  const bounds = [...context.boundsOf(a), ...boundsByDefinition(a, context, falling)];
  const isBelow = bounds.some((bound) =>
    isAtMost(bound.b, { b, more: more - bound.more }, context, falling, steps - 1));
  if (isBelow) return true;
  const start = floorOf(b, context);
  return start !== undefined
    && isAtMost(a, { b: start.b, more: more - start.more }, context, falling, steps - 1);
}

/** What a value is at least, by its definition: what it is above, with the sign turned. */
function floorOf(value: Value, context: Context): Bound | undefined {
  if (value.op === "safe") return { b: value.a, more: 0n };
  if (value.op !== "binary" || value.operator !== "add") return undefined;
  const { a, b } = value;
  const [left, right] = [a, b].map((each) => context.made.get(each) ?? context.of(each));
  if (left!.least + right!.least < LEAST || left!.most + right!.most > MOST) return undefined;
  return { b: a, more: -right!.least };
}

function boundsByDefinition(value: Value, context: Context, falling: Falling): Bound[] {
  if (value.op === "parameter") {
    const start = falling.get(value);
    return start === undefined ? [] : [{ b: start, more: 0n }];
  }
  return boundsOf(value, (each) => context.made.get(each) ?? context.of(each));
}

/** What an instruction's result is at most, by what it does. */
export function boundsOf(i: Instruction, of: (value: Value) => Interval): Bound[] {
  if (i.op === "safe") return [{ b: i.a, more: 0n }];
  if (i.op !== "binary") return [];
  const { a, b } = i;
  const [left, right] = [of(a), of(b)];
  switch (i.operator) {
    case "add": {
      if (left.least + right.least < LEAST || left.most + right.most > MOST) return [];
      return [{ b: a, more: right.most }, { b, more: left.most }];
    }
    case "sub": {
      const rest = remainderOf(i);
      if (rest !== undefined && isNatural(left) && of(rest.b).least > 0n) {
        return [{ b: a, more: 0n }, { b: rest.b, more: -1n }];
      }
      if (left.least - right.most < LEAST || left.most - right.least > MOST) return [];
      return [{ b: a, more: -right.least }];
    }
    case "and":
      return [a, b].filter((each) => isNatural(of(each))).map((each) => ({ b: each, more: 0n }));
    case "lshr": case "ashr": case "udiv":
      return isNatural(left) ? [{ b: a, more: 0n }] : [];
    case "sdiv": return isNatural(left) && right.least > 0n ? [{ b: a, more: 0n }] : [];
    default: return [];
  }
}
