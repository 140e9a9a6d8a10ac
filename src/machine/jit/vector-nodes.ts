// Vectors as WebAssembly has them. One of 64 bits is an i64 to whoever reads or writes a register,
// and a v128 that has it twice to whoever computes with it: then the upper lanes hold nothing that
// the lower ones do not, and whatever a check finds in them is true of the lower ones.

import type { Size } from "../cpu/operations";
import { typeOf } from "./emit";
import { constant, type Node, operation } from "./node";
import type { Site } from "./site";
import { Unsupported } from "./unsupported";
import type { ValueType } from "./wasm/module";
import type { Mnemonic } from "./wasm/opcodes";

export type Element = 8 | 16 | 32 | 64;

const refuse = (): never => { throw Unsupported; };

export const elementOf = (size: Size): Element => (size === 128 ? refuse() : size);

const ONES = (1n << 64n) - 1n;

/** A constant in each lane of 128 bits. */
export function repeated(size: Element, value: bigint): Node {
  let all = value;
  for (let bits = size; bits < 128; bits *= 2) all |= all << BigInt(bits);
  return constant(all);
}

/** A vector of 64 or 128 bits, named, as a v128. */
export function asVector(t: Site, bits: number, vector: Node): Node {
  if (typeOf(vector) === "v128") return t.pin(vector);
  if (vector.kind === "constant") {
    return bits === 64 ? repeated(64, vector.value & ONES) : vector;
  }
  if (bits !== 64) return refuse();
  if (vector.kind === "operation" && vector.name === "i64x2.extract_lane" && vector.lane === 0) {
    return t.pin(vector.operands[0]!, "v128"); // That of fromVector().
  }
  if (vector.kind === "cell" && vector.load === "i64.load") {
    return t.pin({ ...vector, type: "v128", load: "v128.load64_splat" });
  }
  return t.pin(operation("v128", "i64x2.splat", [vector], "i64"));
}

/** And back. */
export const fromVector = (bits: number, vector: Node): Node =>
  bits === 64 ? { ...operation("i64", "i64x2.extract_lane", [vector], "v128"), lane: 0 } : vector;

const EXTRACT = {
  8: ["i32", "i8x16.extract_lane_u"], 16: ["i32", "i16x8.extract_lane_u"],
  32: ["i32", "i32x4.extract_lane"], 64: ["i64", "i64x2.extract_lane"],
} as const;

export function lane(size: Element, vector: Node, index: number): Node {
  const [type, name] = EXTRACT[size];
  return { ...operation(type, name, [vector], "v128"), lane: index };
}

const LOADS: Readonly<Record<Element, readonly [ValueType, Mnemonic]>> = {
  8:  ["i32", "i32.load8_u"],
  16: ["i32", "i32.load16_u"],
  32: ["i32", "i32.load"],
  64: ["i64", "i64.load"],
};

/** An element of what is in the CPU's page, which need not be loaded whole. */
export function cellElement(
  size: Element, cell: Extract<Node, { readonly kind: "cell" }>, index: number,
): Node {
  const [type, load] = LOADS[size];
  return { kind: "cell", type, load, offset: cell.offset + (size >> 3) * index };
}

/** `vector` with another element, of whatever type the value has. */
export function withLane(
  t: Site, size: Element, vector: Node, index: number, value: Node,
): Node {
  const { code } = t.writer;
  const type = typeOf(value);
  t.put(vector, "v128");
  if ((type === "f64" && size === 64) || (type === "f32" && size === 32)) {
    t.put(value, type);
    code.with(size === 64 ? "f64x2.replace_lane" : "f32x4.replace_lane", index);
  } else {
    t.put(value, size === 64 ? "i64" : "i32");
    code.with(REPLACE[size], index);
  }
  return stored(t);
}

const REPLACE = {
  8: "i8x16.replace_lane", 16: "i16x8.replace_lane", 32: "i32x4.replace_lane",
  64: "i64x2.replace_lane",
} as const;

/** The v128 on the stack, named. */
export function stored(t: Site): Node {
  const index = t.writer.temporary("v128");
  t.writer.code.set(index);
  return { kind: "local", type: "v128", index };
}

/** The bytes of the result are those of x and, from 16 on, of y. */
export function pick(t: Site, x: Node, y: Node, bytes: readonly number[]): Node {
  const { code } = t.writer;
  t.put(x, "v128");
  t.put(y, "v128");
  code.op("i8x16.shuffle");
  for (const byte of bytes) code.byte(byte);
  return stored(t);
}
