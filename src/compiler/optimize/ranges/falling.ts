// Parameters of loops that only fall, or stay: whatever they start from is above them for good. So
// the j of an insertion sort, which goes down from i, is below the array's length as i was.

import type { Dominators } from "../../ir/dominators";
import type { Parameter, Value } from "../../ir/function";
import { edgesOf } from "../../ir/operands";
import { loopsOf } from "../loops";
import { boundsOf } from "./bounds";
import type { Interval } from "./interval";

const FURTHEST = 4;

export function fallingParameters(
  dominators: Dominators, of: (value: Value) => Interval,
): ReadonlyMap<Parameter, Value> {
  const falling = new Map<Parameter, Value>();
  for (const { header, blocks } of loopsOf(dominators)) {
    header.parameters.forEach((parameter, i) => {
      const starts = new Set<Value>();
      let falls = true;
      for (const from of new Set(dominators.predecessorsOf(header))) {
        for (const { to, args } of edgesOf(from.terminator!)) {
          if (to !== header) continue;
          if (blocks.has(from)) falls &&= isAtMost(args[i]!, parameter, of, FURTHEST);
          else starts.add(args[i]!);
        }
      }
      const [start] = starts;
      if (falls && starts.size === 1) falling.set(parameter, start!);
    });
  }
  return falling;
}

/** By what it is computed from, wherever that was. */
function isAtMost(
  value: Value, parameter: Parameter, of: (value: Value) => Interval, steps: number,
): boolean {
  if (value === parameter) return true;
  if (value.op === "parameter" || steps === 0) return false;
  return boundsOf(value, of)
    .some(({ b, more }) => more <= 0n && isAtMost(b, parameter, of, steps - 1));
}
