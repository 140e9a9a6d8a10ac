// When WebAssembly's floating point is the guest's to the bit: rounding to nearest, no flushing,
// nothing that FPSR does not say already, and a result that is a normal number. Whatever else may
// be leaves for the interpreter, which follows the manual.
//
// 1. FPCR must be 0, and FPSR.IXC set: then nobody can tell whether a result was inexact. Where it
//    is not set, a result must show that it is exact.
// 2. A result must be above the smallest normal number and below infinity, or a zero that is exact.
//    So no NaN gets through, no underflow and no overflow.

import type { FpWidth } from "../cpu/floating-point/format";
import { FPCR_AT, FPSR_AT } from "./cells";
import { constant, type Node, operation } from "./node";
import type { Site } from "./site";
import { Unsupported } from "./unsupported";
import type { Code } from "./wasm/code";
import { FLOAT, INTEGER } from "./wasm/opcodes";

export type Float = "f32" | "f64";

/** The integer as long as a number. */
export const WORD = { f32: "i32", f64: "i64" } as const;

const IXC = 0x10; // No bit of FPCR's.

const refuse = (): never => { throw Unsupported; };

export const floatOf = (width: FpWidth): Float =>
  width === 16 ? refuse() : width === 64 ? "f64" : "f32";

const scratch = new DataView(new ArrayBuffer(8));

/** A number as its pattern, which is what nodes are made of. */
export function number(type: Float, value: number): Node {
  if (type === "f32") {
    scratch.setFloat32(0, value);
    return constant(scratch.getUint32(0));
  }
  scratch.setFloat64(0, value);
  return constant(scratch.getBigUint64(0));
}

export const compared = (
  type: Float, name: "eq" | "ne" | "lt" | "le" | "gt" | "ge", x: Node, y: Node,
): Node => operation("i32", FLOAT[type][name], [x, y], type);

export const and = (x: Node, y: Node): Node => operation("i32", "i32.and", [x, y]);
export const or = (x: Node, y: Node): Node => operation("i32", "i32.or", [x, y]);

export function leaveWhen(t: Site, condition: Node): void {
  t.put(condition, "i32");
  t.leaveIf();
}

export function leaveUnless(t: Site, condition: Node): void {
  leaveWhen(t, operation("i32", "i32.eqz", [condition]));
}

/** Leaves on the stack FPCR, and IXC inverted. */
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

const modeOf = (t: Site): Node => ({ kind: "local", type: "i32", index: t.locals.fpMode });

/** Leaves unless FPCR is 0: for what can be nothing but exact. */
export function checkControl(t: Site): void {
  leaveWhen(t, and(modeOf(t), constant(~IXC >>> 0)));
}

/** Leaves unless FPCR is 0, and FPSR.IXC set or the result exact. */
export function checkMode(t: Site, exact?: Node): void {
  const mode = modeOf(t);
  if (exact === undefined) return leaveWhen(t, mode);
  t.put(mode, "i32");
  t.writer.open("if");
  const isControlled = operation("i32", "i32.ne", [mode, constant(IXC)]);
  leaveWhen(t, or(isControlled, operation("i32", "i32.eqz", [exact])));
  t.writer.close();
}

/** Twice the patterns of the smallest normal number and of infinity: the sign is shifted out. */
const RANGE = {
  f32: { least: 0x0100_0000n, infinity: 0xff00_0000n },
  f64: { least: 0x0020_0000_0000_0000n, infinity: 0xffe0_0000_0000_0000n },
} as const;

/** Leaves unless the result is above the smallest normal number, or a zero that is exact. */
export function checkRange(t: Site, type: Float, result: Node, zeroIsExact: Node): void {
  const word = WORD[type];
  const { least, infinity } = RANGE[type];
  const doubled = operation(word, INTEGER[word].shl, [result, constant(1)]);
  const above = operation(word, INTEGER[word].sub, [doubled, constant(least + 1n)]);
  const length = constant(infinity - least - 1n);
  t.put(operation("i32", INTEGER[word].ge_u, [above, length], word), "i32");
  t.writer.open("if");
  leaveUnless(t, and(compared(type, "eq", result, number(type, 0)), zeroIsExact));
  t.writer.close();
}
