// Between the formats of floating point, and to and from integers: where WebAssembly converts as
// A64 does. Beyond an integer's range, and of a NaN, the interpreter converts.

import type { Fixed, RoundingChoice } from "../cpu/fp-operations";
import {
  and, checkControl, checkMode, checkRange, compared, type Float, leaveUnless, leaveWhen, number,
} from "./float-checks";
import { constant, type Node, operation } from "./node";
import type { Site } from "./site";
import { Unsupported } from "./unsupported";
import { FLOAT, INTEGER, type Mnemonic } from "./wasm/opcodes";

/** A single is a double as well; of a double only the nearest single. */
export function convert(t: Site, from: Float, to: Float, value: Node): Node {
  if (from === to) throw Unsupported;
  const x = t.pin(value, from);
  if (to === "f64") {
    checkControl(t);
    leaveWhen(t, compared("f32", "ne", x, x));
    return operation("f64", "f64.promote_f32", [x], "f32");
  }
  const result = t.pin(operation("f32", "f32.demote_f64", [x], "f64"), "f32");
  const back = operation("f64", "f64.promote_f32", [result], "f32");
  checkMode(t, compared("f64", "eq", back, x));
  checkRange(t, "f32", result, compared("f64", "eq", x, number("f64", 0)));
  return result;
}

/** With FPCR 0, what FPCR says is to the nearest. */
function rounded(t: Site, rounding: RoundingChoice, type: Float, x: Node): Node {
  const of = (name: "nearest" | "floor" | "ceil" | "trunc"): Node =>
    t.pin(operation(type, FLOAT[type][name], [x]), type);
  switch (rounding) {
    case "FPCR": case "TIEEVEN": return of("nearest");
    case "NEGINF": return of("floor");
    case "POSINF": return of("ceil");
    case "ZERO": return of("trunc");
    case "TIEAWAY": return t.pin(tiesAway(type, x, of("trunc")), type);
    case "ODD": throw Unsupported;
  }
}

/** `whole` is x without its fraction, which is exact; half or more of it goes up in size. */
function tiesAway(type: Float, x: Node, whole: Node): Node {
  const { abs, sub, add, copysign } = FLOAT[type];
  const fraction = operation(type, abs, [operation(type, sub, [x, whole])]);
  const isHalf = compared(type, "ge", fraction, number(type, 0.5));
  const size = operation(type, abs, [whole]);
  const up: Node = {
    kind: "select", type, condition: isHalf,
    whenTrue: operation(type, add, [size, number(type, 1)]), whenFalse: size,
  };
  return operation(type, copysign, [up, x]);
}

/** FPRoundInt(): a NaN leaves. `exact`: FPSR hears if it was no whole number. */
export function roundToWhole(
  t: Site, rounding: RoundingChoice, exact: boolean, type: Float, value: Node,
): Node {
  const x = t.pin(value, type);
  const whole = rounded(t, rounding, type, x);
  leaveWhen(t, compared(type, "ne", whole, whole));
  if (exact) checkMode(t, compared(type, "eq", whole, x));
  else checkControl(t);
  return whole;
}

export function toFixed(
  t: Site, { bits, fraction, signed }: Fixed, rounding: RoundingChoice, type: Float,
  value: Node,
): Node {
  if (bits === 16) throw Unsupported;
  const x = t.pin(scaled(type, value, fraction), type);
  const whole = rounded(t, rounding, type, x);
  const least = signed ? -(2 ** (bits - 1)) : 0;
  const beyond = 2 ** (signed ? bits - 1 : bits);
  leaveUnless(t, and(
    compared(type, "ge", whole, number(type, least)),
    compared(type, "lt", whole, number(type, beyond)),
  ));
  checkMode(t, compared(type, "eq", whole, x));
  const to = bits === 64 ? "i64" : "i32";
  const name: Mnemonic = `${to}.trunc_sat_${type}_${signed ? "s" : "u"}`;
  return operation(to, name, [whole], type);
}

/** By a power of two: exact, or infinite. */
const scaled = (type: Float, x: Node, places: number): Node =>
  places === 0 ? x : operation(type, FLOAT[type].mul, [x, number(type, 2 ** places)]);

/** Integers up to this are numbers. */
const EXACT = { f32: 1n << 24n, f64: 1n << 53n } as const;

export function fromFixed(
  t: Site, { bits, fraction, signed }: Fixed, type: Float, value: Node,
): Node {
  if (bits === 16) throw Unsupported;
  const from = bits === 64 ? "i64" : "i32";
  const x = t.pin(value, from);
  const most = EXACT[type];
  if (bits === 64 || type === "f32") {
    const [shifted, limit] = signed
      ? [operation(from, INTEGER[from].add, [x, constant(most)]), 2n * most] : [x, most];
    checkMode(t, operation("i32", INTEGER[from].le_u, [shifted, constant(limit)], from));
  }
  const name: Mnemonic = `${type}.convert_${from}_${signed ? "s" : "u"}`;
  return t.pin(scaled(type, operation(type, name, [x], from), -fraction), type);
}
