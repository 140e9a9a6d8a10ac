// A node, written down where its value is wanted: operands first, as a stack machine has it.

import { bug } from "../../base/bug";
import type { FunctionWriter } from "./function-writer";
import { type FlagsOf, type Node, type Product } from "./node";
import { INTEGER, type Mnemonic } from "./wasm/opcodes";
import type { ValueType } from "./wasm/module";

/** The function's locals that nodes name. */
export interface Frame {
  readonly writer: FunctionWriter;
  /** The machine's memory at the CPU's page. */
  readonly cpu: number;
  /** The local of a register. */
  readonly register: (n: number) => number;
  /** The virtual address of the region's page. */
  readonly base: number;
  /** How far the instruction is from there. */
  readonly at: number;
}

/** Leaves the value of `node` on the stack, as a `type`. */
export function emit(frame: Frame, node: Node, type: ValueType): void {
  const { code } = frame.writer;
  switch (node.kind) {
    case "constant":
      emitConstant(frame, node.value, type);
      return;
    case "local":
      code.get(node.index);
      return convert(frame, node.type, type);
    case "register":
      code.get(frame.register(node.n));
      if (type === "i32") code.op("i32.wrap_i64");
      else if (node.type === "i32") maskTo32(frame);
      if (type === "f64") code.op("f64.reinterpret_i64");
      return;
    case "pc":
      code.get(frame.base);
      code.i64(BigInt(frame.at + node.offset));
      code.op("i64.add");
      return convert(frame, "i64", type);
    case "cell": {
      const alike = node.type !== type && ALIKE[node.load]?.[type];
      code.get(frame.cpu);
      code.memory(alike === undefined || alike === false ? node.load : alike, node.offset);
      return typeof alike === "string" ? undefined : convert(frame, node.type, type);
    }
    case "operation":
      for (const operand of node.operands) emit(frame, operand, node.of ?? node.type);
      code.op(node.name);
      if (node.lane !== undefined) code.unsigned(node.lane);
      return convert(frame, node.type, type);
    case "select": {
      const of = node.type;
      emit(frame, node.whenTrue, of);
      emit(frame, node.whenFalse, of);
      emit(frame, node.condition, "i32");
      code.op("select");
      return convert(frame, of, type);
    }
    case "not":
      emit(frame, node.x, node.type);
      if (node.type === "i32") code.i32(-1);
      else code.i64(-1n);
      code.op(node.type === "i32" ? "i32.xor" : "i64.xor");
      return convert(frame, node.type, type);
    case "flags":
      emitFlags(frame, node);
      return convert(frame, "i32", type);
    case "join":
      emit(frame, node.high, node.type);
      emitConstant(frame, BigInt(node.lowBits), node.type);
      code.op(node.type === "i32" ? "i32.shl" : "i64.shl");
      emit(frame, node.low, node.type);
      code.op(node.type === "i32" ? "i32.or" : "i64.or");
      return convert(frame, node.type, type);
    case "wide":
    case "product":
      return bug(`${node.kind}: nobody can use 128 bits at once`);
  }
}

/** A load of the same bytes, as another type. */
const ALIKE: Readonly<Partial<Record<Mnemonic, Readonly<Partial<Record<ValueType, Mnemonic>>>>>> = {
  "i64.load": { f64: "f64.load", i32: "i32.load" },
  "i64.load32_u": { f32: "f32.load", i32: "i32.load" },
  "i32.load": { f32: "f32.load", i64: "i64.load32_u" },
};

function emitConstant({ writer: { code } }: Frame, value: bigint, type: ValueType): void {
  switch (type) {
    case "i32": return code.i32(Number(BigInt.asIntN(32, value)));
    case "i64": return code.i64(value);
    case "f32":
      code.i32(Number(BigInt.asIntN(32, value)));
      return code.op("f32.reinterpret_i32");
    case "f64":
      code.i64(value);
      return code.op("f64.reinterpret_i64");
    case "v128":
      code.op("v128.const");
      for (let i = 0n; i < 128n; i += 8n) code.byte(Number((value >> i) & 0xffn));
  }
}

function maskTo32({ writer: { code } }: Frame): void {
  code.i64(0xffff_ffffn);
  code.op("i64.and");
}

/** What is on the stack, from one type to another. */
export function convert({ writer: { code } }: Frame, from: ValueType, to: ValueType): void {
  if (from === to) return;
  switch (`${from} ${to}` as const) {
    case "i32 i64": return code.op("i64.extend_i32_u");
    case "i64 i32": return code.op("i32.wrap_i64");
    case "i64 f64": return code.op("f64.reinterpret_i64");
    case "f64 i64": return code.op("i64.reinterpret_f64");
    case "i32 f32": return code.op("f32.reinterpret_i32");
    case "f32 i32": return code.op("i32.reinterpret_f32");
    case "f32 i64":
      code.op("i32.reinterpret_f32");
      return code.op("i64.extend_i32_u");
    case "i64 f32":
      code.op("i32.wrap_i64");
      return code.op("f32.reinterpret_i32");
    default: return bug(`no way from ${from} to ${to}`);
  }
}

/** NZCV of a sum, a difference or a result whose operands can be used twice. */
function emitFlags(frame: Frame, { of, x, y }: FlagsOf): void {
  const { code } = frame.writer;
  const type = of.endsWith("64") ? "i64" : "i32";
  const top = type === "i64" ? 63 : 31;
  const names = INTEGER[type];
  const op = (name: keyof typeof INTEGER.i32 & keyof typeof INTEGER.i64): void => {
    code.op(names[name]);
  };
  const put = (node: Node): void => { emit(frame, node, type); };
  const shiftTop = (to: number): void => { // The sign, to a bit of NZCV.
    if (type === "i64") code.i64(BigInt(top));
    else code.i32(top);
    op("shr_u");
    convert(frame, type, "i32");
    if (to > 0) {
      code.i32(to);
      code.op("i32.shl");
    }
  };
  const flag = (to: number): void => {
    code.i32(to);
    code.op("i32.shl");
    code.op("i32.or");
  };
  if (of.startsWith("logic")) {
    put(x);
    shiftTop(3);
    put(x);
    op("eqz");
    return flag(2);
  }
  const isSum = of.startsWith("add");
  const result = (): void => {
    put(x);
    put(y);
    op(isSum ? "add" : "sub");
  };
  result();
  shiftTop(3);
  if (isSum) {
    result();
    op("eqz");
  } else {
    put(x);
    put(y);
    op("eq");
  }
  flag(2);
  if (isSum) { // A carry: the sum is less than either.
    result();
    put(x);
    op("lt_u");
  } else {
    put(x);
    put(y);
    op("ge_u");
  }
  flag(1);
  // V: operands of one sign and a sum of the other; of a difference, operands of different signs.
  put(x);
  if (isSum) result();
  else put(y);
  op("xor");
  if (isSum) put(y);
  else put(x);
  result();
  op("xor");
  op("and");
  shiftTop(0);
  code.op("i32.or");
}

/** The upper 64 bits of a product, of 32-bit halves: WebAssembly has no such instruction. */
export function emitHighProduct(frame: Frame, { signed, x, y }: Product): void {
  const { writer } = frame;
  const { code } = writer;
  const [a, b, low, mid] = [0, 1, 2, 3].map(() => writer.temporary("i64")) as
    [number, number, number, number];
  const half = (local: number, upper: boolean): void => {
    code.get(local);
    code.i64(upper ? 32n : 0xffff_ffffn);
    code.op(upper ? "i64.shr_u" : "i64.and");
  };
  emit(frame, x, "i64");
  code.set(a);
  emit(frame, y, "i64");
  code.set(b);
  // low = a.lo * b.lo >> 32;  mid = a.hi * b.lo + low
  half(a, false);
  half(b, false);
  code.op("i64.mul");
  code.i64(32n);
  code.op("i64.shr_u");
  code.set(low);
  half(a, true);
  half(b, false);
  code.op("i64.mul");
  code.get(low);
  code.op("i64.add");
  code.set(mid);
  // low = a.lo * b.hi + mid.lo;  high = a.hi * b.hi + (mid >> 32) + (low >> 32)
  half(a, false);
  half(b, true);
  code.op("i64.mul");
  half(mid, false);
  code.op("i64.add");
  code.set(low);
  half(a, true);
  half(b, true);
  code.op("i64.mul");
  half(mid, true);
  code.op("i64.add");
  half(low, true);
  code.op("i64.add");
  if (!signed) return;
  for (const [sign, other] of [[a, b], [b, a]] as const) { // -2^63 counted as 2^63, each.
    code.get(sign);
    code.i64(63n);
    code.op("i64.shr_s");
    code.get(other);
    code.op("i64.and");
    code.op("i64.sub");
  }
}

export const typeOf = (node: Node): ValueType => (node.kind === "constant" ? "i64" : node.type);

