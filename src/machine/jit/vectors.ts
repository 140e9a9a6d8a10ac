// The vector operations that semantics ask for (VectorOperations), by WebAssembly's SIMD; those
// that only move elements are in vector-shuffles.ts.

import type { Size } from "../cpu/operations";
import { typeOf } from "./emit";
import { Lanes } from "./lanes";
import { constant, type Node, operation } from "./node";
import type { Site } from "./site";
import { Unsupported } from "./unsupported";
import {
  asVector, cellElement, type Element, elementOf, fromVector, lane, pick, repeated, withLane,
} from "./vector-nodes";
import type { Mnemonic } from "./wasm/opcodes";

/** Whoever asks for all lanes at once has the lanes compute. */
interface VectorSite extends Site {
  lanes: Lanes | undefined;
}

type OfElements = (...elements: Node[]) => Node;

const refuse = (): never => { throw Unsupported; };

export function map(
  t: VectorSite, size: Size, count: number, f: OfElements, of: readonly Node[],
): Node {
  if (count === 1) return f(...of);
  const bits = size * count;
  if (bits < 64) return mapInteger(t, size, count, f, of);
  const vectors = of.map((vector) => asVector(t, bits, vector));
  const element = elementOf(size);
  const atOnce = allAtOnce(t, element, () => f(...vectors));
  if (atOnce !== undefined) return fromVector(bits, asVector(t, 128, atOnce));
  return fromVector(bits, oneByOne(t, element, count, f, of, vectors));
}

/** f with all lanes at once; undefined if it wants what lanes do not have. */
function allAtOnce(t: VectorSite, size: Element, f: () => Node): Node | undefined {
  const { code } = t.writer;
  const { length } = code;
  t.lanes = new Lanes(t, size);
  try {
    const result = f();
    return result.kind === "constant" ? repeated(size, result.value) : result;
  } catch (thrown) {
    if (thrown !== Unsupported) throw thrown;
    code.truncate(length);
    return undefined;
  } finally {
    t.lanes = undefined;
  }
}

/** Of a vector of 64 bits, the result's upper lanes are f of its last element. */
function oneByOne(
  t: Site, size: Element, count: number, f: OfElements, of: readonly Node[],
  vectors: readonly Node[],
): Node {
  let joined: Node | undefined;
  for (let i = 0; i < count; i++) {
    const value = f(...of.map((vector, n) => (vector.kind === "cell"
      ? cellElement(size, vector, i) : lane(size, vectors[n]!, i))));
    joined = joined === undefined ? splat(t, size, value) : withLane(t, size, joined, i, value);
  }
  return joined ?? refuse();
}

/** REV16 and REV32 of integers, which are no vectors. */
function mapInteger(
  t: Site, size: Size, count: number, f: OfElements, of: readonly Node[],
): Node {
  if (of.length !== 1 || count > 4) return refuse();
  const x = t.pin(of[0]!, "i32");
  let joined: Node | undefined;
  for (let i = count - 1; i >= 0; i--) {
    const element = f(t.bits(x, size * (i + 1) - 1, size * i));
    joined = joined === undefined ? element : t.join(joined, element, size);
  }
  return joined ?? constant(0);
}

/** Halves are folded onto each other: the order of f's operands does not matter. */
export function reduce(
  t: VectorSite, size: Size, count: number, f: (x: Node, y: Node) => Node, vector: Node,
): Node {
  if (count === 1) return vector;
  const element = elementOf(size);
  let folded = asVector(t, size * count, vector);
  for (let bytes = (size * count) >> 4; bytes >= size >> 3; bytes >>= 1) {
    const rotated = pick(t, folded, folded, Array.from({ length: 16 }, (_, i) => (i + bytes) % 16));
    const x = folded;
    folded = allAtOnce(t, element, () => f(x, rotated))
      ?? withLane(t, element, x, 0, f(lane(element, x, 0), lane(element, rotated, 0)));
  }
  return lane(element, folded, 0);
}

export function element(t: Site, size: Size, vector: Node, index: number): Node {
  if (size === 128) return index === 0 ? vector : refuse();
  if (typeOf(vector) !== "v128") return t.bits(vector, size * (index + 1) - 1, size * index);
  return vector.kind === "cell" ? cellElement(size, vector, index) : lane(size, vector, index);
}

export function withElement(
  t: Site, size: Size, vector: Node, index: number, value: Node,
): Node {
  if (size === 128) return value;
  return typeOf(vector) === "v128" ? withLane(t, size, vector, index, value) : refuse();
}

const SPLAT: Readonly<Record<Element, Mnemonic>> = {
  8: "i8x16.splat", 16: "i16x8.splat", 32: "i32x4.splat", 64: "i64x2.splat",
};

function splat(t: Site, size: Element, value: Node): Node {
  if (value.kind === "constant") return repeated(size, value.value);
  if (value.kind === "cell" && value.offset % (size >> 3) === 0 && isLoadOf(size, value.load)) {
    return t.pin({ ...value, type: "v128", load: `v128.load${size}_splat` });
  }
  const type = typeOf(value);
  if (type === "f64" && size === 64) return t.pin(operation("v128", "f64x2.splat", [value], "f64"));
  if (type === "f32" && size === 32) return t.pin(operation("v128", "f32x4.splat", [value], "f32"));
  return t.pin(operation("v128", SPLAT[size], [value], size === 64 ? "i64" : "i32"));
}

const isLoadOf = (size: Element, load: Mnemonic): boolean =>
  load === (size === 64 ? "i64.load" : size === 32 ? "i32.load" : `i32.load${size}_u`);

export function duplicate(t: Site, size: Size, count: number, value: Node): Node {
  if (count === 1) return value;
  const bits = size * count;
  const all = splat(t, elementOf(size), value);
  if (all.kind === "constant") return constant(BigInt.asUintN(bits, all.value));
  return fromVector(bits, all);
}

/** All of a register: a v128, a constant, or two halves. */
export function whole(t: Site, value: Node): Node {
  if (value.kind === "constant" || typeOf(value) === "v128") return value;
  if (value.kind !== "join" || value.lowBits !== 64) return refuse();
  return withLane(t, 64, splat(t, 64, value.low), 1, value.high);
}

/** Whether all 128 bits are equal. */
export function equal(t: Site, x: Node, y: Node): Node {
  const differences = operation("v128", "v128.xor", [whole(t, x), whole(t, y)]);
  const differ = operation("i32", "v128.any_true", [differences], "v128");
  return operation("i32", "i32.eqz", [differ]);
}

/** x<hi:lo> of 128 bits. */
export function bits(t: Site, x: Node, hi: number, lo: number): Node {
  const size = hi - lo + 1;
  const isElement = (size === 8 || size === 16 || size === 32 || size === 64) && lo % size === 0;
  return isElement ? element(t, size, x, lo / size) : refuse();
}
