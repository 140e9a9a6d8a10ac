// The functions that semantics call by name, as far as WebAssembly has instructions for them.

import { CountLeadingSignBits, CountLeadingZeros, ReverseBits, ReverseBytes } from
  "../cpu/execute/bit-helpers";
import { TableLookup } from "../cpu/execute/table-lookup";
import type { Helper } from "../cpu/helper";
import { constant, type Node, operation } from "./node";
import type { Site } from "./site";
import { Unsupported } from "./unsupported";
import { tableLookup } from "./vector-shuffles";
import { INTEGER } from "./wasm/opcodes";

type Write = (t: Site, x: Node) => Node;
type Long = "i32" | "i64";

const binary = (
  type: Long, name: keyof typeof INTEGER.i32 & keyof typeof INTEGER.i64, x: Node, y: Node | bigint,
): Node =>
  operation(type, INTEGER[type][name], [x, typeof y === "bigint" ? constant(y) : y]);

const countZeros = (type: Long): Write => (_t, x) => operation(type, INTEGER[type].clz, [x]);

/** How many bits below the sign are like it: leading zeros of x where neighbours differ. */
const countSigns = (type: Long): Write => (t, value) => {
  const x = t.pin(value, type);
  const top = type === "i64" ? 63n : 31n;
  const inverted = binary(type, "xor", x, binary(type, "shr_s", x, top));
  return binary(type, "sub", operation(type, INTEGER[type].clz, [inverted]), 1n);
};

/** Swaps neighbours of `places` bits, those that `mask` does not cover being the upper ones. */
function swap(t: Site, type: Long, x: Node, places: bigint, mask: bigint): Node {
  const from = t.pin(x, type);
  const up = binary(type, "shl", binary(type, "and", from, mask), places);
  const down = binary(type, "and", binary(type, "shr_u", from, places), mask);
  return binary(type, "or", up, down);
}

const MASKS: readonly (readonly [places: bigint, mask: bigint])[] = [
  [1n,  0x5555_5555_5555_5555n],
  [2n,  0x3333_3333_3333_3333n],
  [4n,  0x0f0f_0f0f_0f0f_0f0fn],
  [8n,  0x00ff_00ff_00ff_00ffn],
  [16n, 0x0000_ffff_0000_ffffn],
];

const reverse = (type: Long, bits: number, chunk: number): Write => (t, value) => {
  let x = value;
  for (const [places, mask] of MASKS) {
    const isWanted = Number(places) >= chunk && Number(places) < bits;
    if (isWanted) x = swap(t, type, x, places, type === "i64" ? mask : BigInt.asUintN(32, mask));
  }
  return bits === 64 ? binary("i64", "rotl", x, 32n) : x;
};

const HELPERS: ReadonlyMap<Helper, Write> = new Map<Helper, Write>([
  [CountLeadingZeros[32], countZeros("i32")],
  [CountLeadingZeros[64], countZeros("i64")],
  [CountLeadingSignBits[32], countSigns("i32")],
  [CountLeadingSignBits[64], countSigns("i64")],
  [ReverseBytes[16], reverse("i32", 16, 8)],
  [ReverseBytes[32], reverse("i32", 32, 8)],
  [ReverseBytes[64], reverse("i64", 64, 8)],
  [ReverseBits[32], reverse("i32", 32, 1)],
  [ReverseBits[64], reverse("i64", 64, 1)],
]);

export function helperNode(t: Site, helper: Helper, values: readonly Node[]): Node {
  const [x, y, ...table] = values as [Node, Node, ...Node[]];
  if (helper === TableLookup[64]) return tableLookup(t, 64, x, y, table);
  if (helper === TableLookup[128]) return tableLookup(t, 128, x, y, table);
  const write = HELPERS.get(helper);
  if (write === undefined || values.length !== 1) throw Unsupported;
  return write(t, values[0]!);
}
