// Vector operations that compute nothing, and only move elements: by WebAssembly's shuffles.

import type { Size } from "../cpu/operations";
import type { Shuffle } from "../cpu/shuffle";
import { type Node, operation } from "./node";
import type { Site } from "./site";
import { Unsupported } from "./unsupported";
import { asVector, fromVector, pick, repeated, stored } from "./vector-nodes";
import { LANES } from "./wasm/opcodes";

const refuse = (): never => { throw Unsupported; };

/** The bytes come from two vectors, or, of more, from what two times two give. */
export function shuffle(t: Site, { size, from, count }: Shuffle, of: readonly Node[]): Node {
  const bits = size * count;
  if (bits !== 64 && bits !== 128) return refuse();
  const vectors = of.map((vector) => asVector(t, bits, vector));
  const perElement = size >> 3;
  const sources = Array.from({ length: 16 }, (_, i) => {
    const index = from[Math.floor(i / perElement) % from.length]!;
    const vector = Math.floor(index / count);
    return { vector, byte: (index % count) * perElement + (i % perElement) };
  });
  const [a, b = a, c, d = c] = vectors as [Node, Node?, Node?, Node?];
  const ofPair = (x: Node, y: Node, first: number): Node =>
    pick(t, x, y, sources.map(({ vector, byte }) => 16 * Math.max(vector - first, 0) % 32 + byte));
  if (c === undefined) return fromVector(bits, ofPair(a, b!, 0));
  const low = ofPair(a, b!, 0);
  const high = ofPair(c, d!, 2);
  return fromVector(bits,
    pick(t, low, high, sources.map(({ vector }, i) => (vector < 2 ? i : 16 + i))));
}

const WIDEN = {
  8: ["i16x8.extend_low_i8x16_u", "i16x8.extend_low_i8x16_s"],
  16: ["i32x4.extend_low_i16x8_u", "i32x4.extend_low_i16x8_s"],
  32: ["i64x2.extend_low_i32x4_u", "i64x2.extend_low_i32x4_s"],
} as const;

export function widen(
  t: Site, signed: boolean, size: Size, count: number, vector: Node,
): Node {
  if ((size !== 8 && size !== 16 && size !== 32) || size * count !== 64) return refuse();
  const name = WIDEN[size][signed ? 1 : 0];
  return t.pin(operation("v128", name, [asVector(t, 64, vector)]));
}

export function narrow(t: Site, size: Size, count: number, vector: Node): Node {
  if (size * count !== 64) return refuse();
  const x = asVector(t, 128, vector);
  const bytes = size >> 3;
  const low = Array.from({ length: 16 }, (_, i) =>
    (2 * bytes * Math.floor(i / bytes) + (i % bytes)) % 16);
  return fromVector(64, pick(t, x, x, low));
}

/** TBL and TBX: beyond one register, an index of i8x16.swizzle gives 0. */
export function tableLookup(
  t: Site, size: 64 | 128, indices: Node, otherwise: Node, table: readonly Node[],
): Node {
  const wanted = asVector(t, size, indices);
  let found: Node | undefined;
  table.forEach((register, i) => {
    const index = operation("v128", LANES[8].sub, [wanted, repeated(8, BigInt(16 * i))]);
    t.put(register, "v128");
    t.put(i === 0 ? wanted : index, "v128");
    t.writer.code.op("i8x16.swizzle");
    const part = stored(t);
    found = found === undefined ? part : operation("v128", "v128.or", [found, part]);
  });
  const result = t.pin(found ?? refuse());
  if (otherwise.kind === "constant") return fromVector(size, result);
  const limit = repeated(8, BigInt(16 * table.length));
  const isWithin = operation("v128", LANES[8].lt_u, [wanted, limit]);
  const kept = asVector(t, size, otherwise);
  return fromVector(size, t.pin(operation("v128", "v128.bitselect", [result, kept, isWithin])));
}
