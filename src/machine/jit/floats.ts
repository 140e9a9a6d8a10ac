// Floating point by WebAssembly's instructions, where they are the guest's to the bit: rounding to
// nearest, no flushing, nothing that FPSR does not say already, and a result that is a normal
// number. Everything else leaves for the interpreter, which follows the manual.
//
// 1. FPCR must be 0, and FPSR.IXC set: then nobody can tell whether a result was inexact.
// 2. A result must be above the smallest normal number and below infinity. A sum of 0 is exact.
//    So no NaN gets through, no underflow and no overflow.

import type { FpWidth } from "../cpu/floating-point/format";
import {
  FPAbs, FPAdd, FPDiv, FPMul, FPNeg, type FpOperation, FPSqrt, FPSub,
} from "../cpu/fp-operations";
import { FPCR_AT, FPSR_AT } from "./cells";
import { constant, type Node, operation } from "./node";
import type { Translate } from "./translate";
import { Unsupported } from "./unsupported";
import type { Code } from "./wasm/code";
import { FLOAT, INTEGER } from "./wasm/opcodes";

const IXC = 0x10;

type Float = "f32" | "f64";

const refuse = (): never => { throw Unsupported; };

const floatOf = (width: FpWidth): Float =>
  width === 16 ? refuse() : width === 64 ? "f64" : "f32";

/** What each operation is called. A zero result is exact of those that say so. */
const ARITHMETIC: ReadonlyMap<FpOperation, readonly [name: "add" | "sub" | "mul" | "div" | "sqrt", zeroIsExact: boolean]> = new Map<
  FpOperation, readonly ["add" | "sub" | "mul" | "div" | "sqrt", boolean]
>([
  [FPAdd,  ["add",  true]],
  [FPSub,  ["sub",  true]],
  [FPMul,  ["mul",  false]],
  [FPDiv,  ["div",  false]],
  [FPSqrt, ["sqrt", true]],
]);

export function floatOperation(
  t: Translate, what: FpOperation, width: FpWidth, values: readonly Node[],
): Node {
  const type = floatOf(width);
  if (what === FPAbs || what === FPNeg) return signOf(what === FPNeg, width, values[0]!);
  const row = ARITHMETIC.get(what) ?? refuse();
  const [name, zeroIsExact] = row;
  checkMode(t);
  const operands = values.map((value) => t.pin(value, type));
  const result = t.pin(operation(type, FLOAT[type][name], operands), type);
  checkResult(t, type, result, zeroIsExact);
  return result;
}

/** FPAbs() and FPNeg() change a bit, of NaNs too. */
function signOf(flips: boolean, width: FpWidth, x: Node): Node {
  const type = width === 64 ? "i64" : "i32";
  const sign = 1n << BigInt(width - 1);
  return flips ? operation(type, INTEGER[type].xor, [x, constant(sign)])
    : operation(type, INTEGER[type].and, [x, constant(sign - 1n)]);
}

/** Leaves unless FPCR is 0 and FPSR.IXC set. */
function checkMode(t: Translate): void {
  t.writer.code.get(t.locals.fpMode);
  t.leaveIf();
}

/** Leaves on the stack what is 0 if FPCR is 0 and FPSR.IXC set. */
export function putFpMode(code: Code, cpu: number): void {
  const word = (offset: number): void => {
    code.get(cpu);
    code.memory("i32.load", offset);
  };
  word(FPSR_AT);
  code.i32(IXC);
  code.op("i32.and");
  code.i32(IXC);
  code.op("i32.xor");
  word(FPCR_AT);
  code.op("i32.or");
}

/** Leaves unless the result is normal, or a zero that is exact. */
function checkResult(t: Translate, type: Float, result: Node, zeroIsExact: boolean): void {
  const { code } = t.writer;
  const number = (value: number): void => {
    if (type === "f64") code.f64(value);
    else code.f32(value);
  };
  const magnitude = (): void => {
    t.put(result, type);
    code.op(FLOAT[type].abs);
  };
  magnitude();
  number(type === "f64" ? 2 ** -1022 : 2 ** -126);
  code.op(FLOAT[type].gt);
  magnitude();
  number(Infinity);
  code.op(FLOAT[type].lt);
  code.op("i32.and");
  if (zeroIsExact) {
    t.put(result, type);
    number(0);
    code.op(FLOAT[type].eq);
    code.op("i32.or");
  }
  code.op("i32.eqz");
  t.leaveIf();
}

/** NZCV of a comparison. NaNs leave; with FPCR 0, denormals count. */
export function compareFloats(
  t: Translate, width: FpWidth, x: Node, y: Node, _signalNaNs: boolean,
): Node {
  const type = floatOf(width);
  const { code } = t.writer;
  code.get(t.locals.cpu);
  code.memory("i32.load", FPCR_AT);
  t.leaveIf();
  const a = t.pin(x, type);
  const b = t.pin(y, type);
  const is = (name: "lt" | "eq" | "gt"): Node =>
    operation("i32", FLOAT[type][name], [a, b], type);
  const less = t.pin(is("lt"), "i32");
  const equal = t.pin(is("eq"), "i32");
  const greater = t.pin(is("gt"), "i32");
  t.put(less, "i32");
  t.put(equal, "i32");
  code.op("i32.or");
  t.put(greater, "i32");
  code.op("i32.or");
  code.op("i32.eqz");
  t.leaveIf();
  const shl = (flag: Node, by: number): Node =>
    operation("i32", "i32.shl", [flag, constant(by)]);
  const or = (p: Node, q: Node): Node => operation("i32", "i32.or", [p, q]);
  // Less: N. Equal: Z and C. Greater: C.
  return or(or(shl(less, 3), shl(equal, 2)), shl(or(equal, greater), 1));
}
