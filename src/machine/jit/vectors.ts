// Vectors: elements taken apart and put together by WebAssembly's SIMD.

import type { Size } from "../cpu/operations";
import type { Shuffle } from "../cpu/shuffle";
import { typeOf } from "./emit";
import { constant, type Node, operation } from "./node";
import type { Translate } from "./translate";
import { Unsupported } from "./unsupported";

type OfElements = (...elements: Node[]) => Node;

const refuse = (): never => { throw Unsupported; };

/** Of the integers that MAP works on without a vector: REV16 and REV32. */
export function map(
  t: Translate, size: Size, count: number, f: OfElements, of: readonly Node[],
): Node {
  if (count === 1) return f(...of);
  const bits = size * count;
  if (bits > 64 || of.length !== 1 || count > 4) return refuse();
  const x = t.pin(of[0]!, bits === 64 ? "i64" : "i32");
  let joined: Node | undefined;
  for (let i = count - 1; i >= 0; i--) {
    const element = f(t.bits(x, size * (i + 1) - 1, size * i));
    joined = joined === undefined ? element : t.join(joined, element, size);
    if (joined.kind === "join" && bits === 64) joined = { ...joined, type: "i64" };
  }
  return joined ?? constant(0);
}

export function reduce(
  _t: Translate, _size: Size, count: number, _f: (x: Node, y: Node) => Node, vector: Node,
): Node {
  return count === 1 ? vector : refuse();
}

const EXTRACT = {
  8: ["i32", "i8x16.extract_lane_u"], 16: ["i32", "i16x8.extract_lane_u"],
  32: ["i32", "i32x4.extract_lane"], 64: ["i64", "i64x2.extract_lane"],
} as const;

export function element(t: Translate, size: Size, vector: Node, index: number): Node {
  if (size === 128) return index === 0 ? vector : refuse();
  if (typeOf(vector) !== "v128") return t.bits(vector, size * (index + 1) - 1, size * index);
  const [type, name] = EXTRACT[size];
  return { ...operation(type, name, [vector], "v128"), lane: index };
}

export function withElement(
  _t: Translate, _size: Size, _vector: Node, _index: number, _value: Node,
): Node {
  return refuse();
}

export function duplicate(_t: Translate, size: Size, count: number, value: Node): Node {
  if (size === 128 || size * count !== 128) return refuse();
  const shape = { 8: "i8x16", 16: "i16x8", 32: "i32x4", 64: "i64x2" } as const;
  return operation("v128", `${shape[size]}.splat`, [value], size === 64 ? "i64" : "i32");
}

export function shuffle(_t: Translate, _shuffle: Shuffle, _of: readonly Node[]): Node {
  return refuse();
}

export function widen(
  _t: Translate, _signed: boolean, _size: Size, _count: number, _vector: Node,
): Node {
  return refuse();
}

export function narrow(_t: Translate, _size: Size, _count: number, _vector: Node): Node {
  return refuse();
}

/** x<hi:lo> of 128 bits. */
export function bits(t: Translate, x: Node, hi: number, lo: number): Node {
  const size = hi - lo + 1;
  const isElement = (size === 8 || size === 16 || size === 32 || size === 64) && lo % size === 0;
  return isElement ? element(t, size, x, lo / size) : refuse();
}
