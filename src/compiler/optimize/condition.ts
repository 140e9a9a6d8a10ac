// Conditions, wherever they stand: in a comparison, a selection, a check or a branch.

import type { Value } from "../ir/function";
import { COMPARE, type Comparison, OPPOSITE, SWAPPED } from "../ir/operation";

export interface Condition {
  readonly comparison: Comparison;
  readonly a: Value;
  readonly b: Value;
}

const OF_EQUALS: ReadonlySet<Comparison> = new Set<Comparison>(["eq", "le", "ge", "ls", "hs"]);

/** Whether it holds, or a simpler one that means the same, or nothing new. */
export function simplifyCondition(condition: Condition): Condition | boolean | undefined {
  const { comparison, a, b } = condition;
  if (a.op === "constant" && b.op === "constant") return COMPARE[comparison](a.value, b.value);
  if (a === b) return OF_EQUALS.has(comparison);
  if (a.op === "constant") return { comparison: SWAPPED[comparison], a: b, b: a };
  return b.op === "constant" ? simplifyAgainst(condition, b.value) : undefined;
}

function simplifyAgainst(
  { comparison, a, b }: Condition, value: bigint,
): Condition | boolean | undefined {
  if (value === 0n && comparison === "lo") return false;
  if (value === 0n && comparison === "hs") return true;
  if (value === 0n && comparison === "ls") return { comparison: "eq", a, b };
  if (value === 0n && comparison === "hi") return { comparison: "ne", a, b };
  // Of a truth value, whether it is one.
  if (value > 1n || (comparison !== "eq" && comparison !== "ne")) return undefined;
  const isAsked = (comparison === "eq") === (value === 1n);
  if (a.op === "compare") {
    return { comparison: isAsked ? a.comparison : OPPOSITE[a.comparison], a: a.a, b: a.b };
  }
  // `!x` is x ^ 1.
  if (a.op === "binary" && a.operator === "xor" && a.a.kind === "boolean" && isOne(a.b)) {
    return { comparison: OPPOSITE[comparison], a: a.a, b };
  }
  return undefined;
}

const isOne = (value: Value): boolean => value.op === "constant" && value.value === 1n;

export function opposite({ comparison, a, b }: Condition): Condition {
  return { comparison: OPPOSITE[comparison], a, b };
}

export function turned({ comparison, a, b }: Condition): Condition {
  return { comparison: SWAPPED[comparison], a: b, b: a };
}
