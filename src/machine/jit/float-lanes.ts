// Floating point on all lanes of a vector at once. What float-checks.ts says of a result must be
// true of each of them, or the whole instruction leaves.

import {
  FPAbs, FPAdd, FPCompareEQ, FPCompareGE, FPCompareGT, FPDiv, FPMax, FPMaxNum, FPMin, FPMinNum,
  FPMul, FPNeg, type FpOperation, FPSqrt, FPSub,
} from "../cpu/fp-operations";
import { checkControl, checkMode, leaveUnless, leaveWhen } from "./float-checks";
import { constant, type Node, operation } from "./node";
import type { Site } from "./site";
import { Unsupported } from "./unsupported";
import { repeated } from "./vector-nodes";
import { FLOAT_LANES, LANES, type Mnemonic } from "./wasm/opcodes";

type Width = 32 | 64;
type Arithmetic = "add" | "sub" | "mul" | "div" | "sqrt";

/** Of which zero results are exact: of all, or of those that have a zero operand. */
type ExactZero = "any" | "of a zero" | "of a zero first";

const ARITHMETIC: ReadonlyMap<FpOperation, readonly [Arithmetic, ExactZero]> =
  new Map<FpOperation, readonly [Arithmetic, ExactZero]>([
    [FPAdd,  ["add",  "any"]],
    [FPSub,  ["sub",  "any"]],
    [FPMul,  ["mul",  "of a zero"]],
    [FPDiv,  ["div",  "of a zero first"]],
    [FPSqrt, ["sqrt", "any"]],
  ]);

const EXTREMES: ReadonlyMap<FpOperation, "max" | "min"> = new Map<FpOperation, "max" | "min">([
  [FPMax, "max"], [FPMaxNum, "max"], [FPMin, "min"], [FPMinNum, "min"],
]);

const COMPARISONS: ReadonlyMap<FpOperation, "eq" | "ge" | "gt"> =
  new Map<FpOperation, "eq" | "ge" | "gt">([
    [FPCompareEQ, "eq"], [FPCompareGE, "ge"], [FPCompareGT, "gt"],
  ]);

export function floatLanes(
  t: Site, what: FpOperation, width: Width, values: readonly Node[],
): Node {
  const [x, y] = values as [Node, Node];
  const sign = 1n << BigInt(width - 1);
  if (what === FPAbs) return t.pin(vector("v128.and", x, repeated(width, sign - 1n)));
  if (what === FPNeg) return t.pin(vector("v128.xor", x, repeated(width, sign)));
  const named = values.map((value) => t.pin(value, "v128"));
  const arithmetic = ARITHMETIC.get(what);
  if (arithmetic !== undefined) return computed(t, width, ...arithmetic, named);
  const extreme = EXTREMES.get(what);
  if (extreme !== undefined) {
    checkControl(t);
    const result = t.pin(vector(FLOAT_LANES[width][extreme], ...named));
    leaveWhen(t, any(vector(FLOAT_LANES[width].ne, result, result)));
    return result;
  }
  const comparison = COMPARISONS.get(what);
  if (comparison === undefined) throw Unsupported;
  checkControl(t);
  const isNaN = (node: Node): Node => vector(FLOAT_LANES[width].ne, node, node);
  leaveWhen(t, any(vector("v128.or", isNaN(named[0]!), isNaN(named[1]!))));
  return t.pin(vector(FLOAT_LANES[width][comparison], x, y));
}

const vector = (name: Mnemonic, ...values: Node[]): Node => operation("v128", name, values);
const any = (mask: Node): Node => operation("i32", "v128.any_true", [mask], "v128");
const all = (width: Width, mask: Node): Node =>
  operation("i32", LANES[width].all_true, [mask], "v128");

function computed(
  t: Site, width: Width, name: Arithmetic, exactZero: ExactZero, values: readonly Node[],
): Node {
  const lanes = FLOAT_LANES[width];
  const result = t.pin(vector(lanes[name], ...values));
  const [x, y] = values as [Node, Node];
  const isZero = (node: Node): Node => vector(lanes.eq, node, constant(0));
  if (name === "add" || name === "sub") {
    const added = name === "add" ? y : vector(lanes.neg, y);
    const ofY = vector(lanes.sub, result, x);
    const ofX = vector(lanes.sub, result, ofY);
    const lost = vector(lanes.add, vector(lanes.sub, x, ofX), vector(lanes.sub, added, ofY));
    checkMode(t, all(width, isZero(lost)));
  } else {
    checkMode(t);
  }
  const [least, infinity] = width === 64
    ? [0x0010_0000_0000_0000n, 0x7ff0_0000_0000_0000n] : [0x0080_0000n, 0x7f80_0000n];
  const size = vector(lanes.abs, result);
  const isNormal = t.pin(vector("v128.and",
    vector(lanes.gt, size, repeated(width, least)),
    vector(lanes.lt, size, repeated(width, infinity))));
  t.put(operation("i32", "i32.eqz", [all(width, isNormal)]), "i32");
  t.writer.open("if");
  const ofZero = exactZero === "any" ? undefined
    : exactZero === "of a zero" ? vector("v128.or", isZero(x), isZero(y)) : isZero(x);
  const zero = ofZero === undefined ? isZero(result)
    : vector("v128.and", isZero(result), ofZero);
  leaveUnless(t, all(width, vector("v128.or", isNormal, zero)));
  t.writer.close();
  return result;
}
