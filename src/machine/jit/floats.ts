// Floating point by WebAssembly's instructions. Each operation computes, and leaves for the
// interpreter where its result may not be the guest's (float-checks.ts).

import type { FpWidth } from "../cpu/floating-point/format";
import {
  FPAbs, FPAdd, FPCompareEQ, FPCompareGE, FPCompareGT, FPDiv, FPMax, FPMaxNum, FPMin, FPMinNum,
  FPMul, FPMulAdd, FPNeg, type FpOperation, FPSqrt, FPSub,
} from "../cpu/fp-operations";
import {
  and, checkControl, checkMode, checkRange, compared, type Float, floatOf, leaveUnless, leaveWhen,
  number, or, WORD,
} from "./float-checks";
import { convert, fromFixed, roundToWhole, toFixed } from "./float-convert";
import { multiplyAdd } from "./float-fused";
import { constant, type Node, operation } from "./node";
import type { Site } from "./site";
import { Unsupported } from "./unsupported";
import { FLOAT, INTEGER } from "./wasm/opcodes";

type Of = (t: Site, type: Float, x: Node, y: Node) => Node;

const OF_TWO: ReadonlyMap<FpOperation, Of> = new Map<FpOperation, Of>([
  [FPAdd,       (t, type, x, y) => sum(t, type, "add", x, y)],
  [FPSub,       (t, type, x, y) => sum(t, type, "sub", x, y)],
  [FPMul,       product],
  [FPDiv,       quotient],
  [FPMax,       (t, type, x, y) => extreme(t, type, "max", x, y)],
  [FPMaxNum,    (t, type, x, y) => extreme(t, type, "max", x, y)],
  [FPMin,       (t, type, x, y) => extreme(t, type, "min", x, y)],
  [FPMinNum,    (t, type, x, y) => extreme(t, type, "min", x, y)],
  [FPCompareEQ, (t, type, x, y) => comparison(t, type, "eq", x, y)],
  [FPCompareGE, (t, type, x, y) => comparison(t, type, "ge", x, y)],
  [FPCompareGT, (t, type, x, y) => comparison(t, type, "gt", x, y)],
]);

export function floatOperation(
  t: Site, what: FpOperation, width: FpWidth, values: readonly Node[],
): Node {
  const type = floatOf(width);
  const [x, y, z] = values as [Node, Node, Node];
  if (what === FPAbs || what === FPNeg) return signOf(what === FPNeg, type, x);
  if (what.to !== undefined) return toFixed(t, what.to, what.rounding ?? "ZERO", type, x);
  if (what.from !== undefined) return fromFixed(t, what.from, type, x);
  if (what.exact !== undefined) {
    return roundToWhole(t, what.rounding ?? "FPCR", what.exact, type, x);
  }
  if (what.bits !== undefined && what.rounding === undefined) {
    return convert(t, type, floatOf(what.bits as FpWidth), x);
  }
  if (what === FPSqrt) return root(t, type, x);
  if (what === FPMulAdd) return multiplyAdd(t, type, x, y, z);
  const of = OF_TWO.get(what);
  if (of === undefined) throw Unsupported;
  return of(t, type, t.pin(x, type), t.pin(y, type));
}

/** FPAbs() and FPNeg() change a bit, of NaNs too. */
function signOf(flips: boolean, type: Float, x: Node): Node {
  const word = WORD[type];
  const sign = type === "f64" ? 1n << 63n : 1n << 31n;
  return flips ? operation(word, INTEGER[word].xor, [x, constant(sign)])
    : operation(word, INTEGER[word].and, [x, constant(sign - 1n)]);
}

const compute = (
  type: Float, name: "add" | "sub" | "mul" | "div" | "sqrt" | "max" | "min" | "neg",
  ...values: Node[]
): Node => operation(type, FLOAT[type][name], values);

/** A sum of 0 is exact. What rounding has taken away can be computed (D. E. Knuth, 4.2.2). */
function sum(t: Site, type: Float, name: "add" | "sub", x: Node, y: Node): Node {
  const result = t.pin(compute(type, name, x, y), type);
  const added = name === "add" ? y : compute(type, "neg", y);
  const ofY = compute(type, "sub", result, x);
  const ofX = compute(type, "sub", result, ofY);
  const lost = compute(type, "add", compute(type, "sub", x, ofX),
    compute(type, "sub", added, ofY));
  checkMode(t, compared(type, "eq", lost, number(type, 0)));
  checkRange(t, type, result, constant(1));
  return result;
}

const FRACTION = { f32: 23, f64: 52 } as const;

/**
 * Whether the significands of x and y have no more bits than a number has: then their product is
 * exact. Below its last 1, a significand is 0; the bit left of the fraction is taken to be 1.
 */
function areShort(type: Float, x: Node, y: Node): Node {
  const word = WORD[type];
  const unused = (value: Node): Node => {
    const leading = constant(1n << BigInt(FRACTION[type]));
    const significand = operation(word, INTEGER[word].or, [value, leading]);
    return operation(word, INTEGER[word].ctz, [significand]);
  };
  const both = operation(word, INTEGER[word].add, [unused(x), unused(y)]);
  return operation("i32", INTEGER[word].gt_u, [both, constant(FRACTION[type])], word);
}

const isZero = (type: Float, x: Node): Node => compared(type, "eq", x, number(type, 0));

function product(t: Site, type: Float, x: Node, y: Node): Node {
  const result = t.pin(compute(type, "mul", x, y), type);
  checkMode(t, or(isZero(type, result), areShort(type, x, y)));
  checkRange(t, type, result, or(isZero(type, x), isZero(type, y)));
  return result;
}

function quotient(t: Site, type: Float, x: Node, y: Node): Node {
  const result = t.pin(compute(type, "div", x, y), type);
  const isBack = compared(type, "eq", compute(type, "mul", result, y), x);
  checkMode(t, or(isZero(type, result), and(isBack, areShort(type, result, y))));
  checkRange(t, type, result, isZero(type, x));
  return result;
}

function root(t: Site, type: Float, value: Node): Node {
  const x = t.pin(value, type);
  const result = t.pin(compute(type, "sqrt", x), type);
  const isBack = compared(type, "eq", compute(type, "mul", result, result), x);
  checkMode(t, or(isZero(type, result), and(isBack, areShort(type, result, result))));
  checkRange(t, type, result, constant(1));
  return result;
}

/** Of zeros, +0 is taken to be above -0 by both. A NaN leaves. */
function extreme(t: Site, type: Float, name: "max" | "min", x: Node, y: Node): Node {
  checkControl(t);
  const result = t.pin(compute(type, name, x, y), type);
  leaveWhen(t, compared(type, "ne", result, result));
  return result;
}

/** 1 or 0. NaNs leave. */
function comparison(
  t: Site, type: Float, name: "eq" | "ge" | "gt", x: Node, y: Node,
): Node {
  checkControl(t);
  leaveWhen(t, or(compared(type, "ne", x, x), compared(type, "ne", y, y)));
  return t.pin(compared(type, name, x, y), "i32");
}

/** NZCV of a comparison. NaNs leave; with FPCR 0, denormals count. */
export function compareFloats(t: Site, width: FpWidth, x: Node, y: Node): Node {
  const type = floatOf(width);
  checkControl(t);
  const a = t.pin(x, type);
  const b = t.pin(y, type);
  const less = t.pin(compared(type, "lt", a, b), "i32");
  const equal = t.pin(compared(type, "eq", a, b), "i32");
  const greater = t.pin(compared(type, "gt", a, b), "i32");
  leaveUnless(t, or(or(less, equal), greater));
  const shl = (flag: Node, by: number): Node =>
    operation("i32", "i32.shl", [flag, constant(by)]);
  // Less: N. Equal: Z and C. Greater: C.
  return or(or(shl(less, 3), shl(equal, 2)), shl(or(equal, greater), 1));
}
