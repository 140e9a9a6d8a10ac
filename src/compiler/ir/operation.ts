// The operations of the intermediate representation, one row each. A value is a word of 64 bits,
// whatever it stands for; what an operation computes is written here once, and the constant folder,
// the IR interpreter and the random tests read it. What instruction it becomes stands in ../back.
//
// 1. A pure operation depends on its operands alone, cannot trap, and may be left out, repeated or
//    moved.
// 2. A divisor is checked before: sdiv and udiv by zero answer 0, as the instructions do.

import { bug } from "../../base/bug";

/** Of pure operations: what they make of their operands, words of 64 bits as bigints from 0. */
export type Meaning = (a: bigint, b: bigint) => bigint;

const word = (value: bigint): bigint => BigInt.asUintN(64, value);
const signed = (value: bigint): bigint => BigInt.asIntN(64, value);

export const BINARY = {
  // a op b
  add:   (a, b) => word(a + b),
  sub:   (a, b) => word(a - b),
  mul:   (a, b) => word(a * b),
  /** The upper half of the product, signed and unsigned. */
  smulh: (a, b) => word((signed(a) * signed(b)) >> 64n),
  umulh: (a, b) => (a * b) >> 64n,
  /** Towards zero; by zero, 0. */
  sdiv:  (a, b) => (b === 0n ? 0n : word(signed(a) / signed(b))),
  udiv:  (a, b) => (b === 0n ? 0n : a / b),
  and:   (a, b) => a & b,
  or:    (a, b) => a | b,
  xor:   (a, b) => a ^ b,
  /** By the count's lowest six bits. */
  shl:   (a, b) => word(a << (b & 63n)),
  lshr:  (a, b) => a >> (b & 63n),
  ashr:  (a, b) => word(signed(a) >> (b & 63n)),
} as const satisfies Record<string, Meaning>;

export const UNARY = {
  sext8:  (a) => word(BigInt.asIntN(8, a)),
  sext16: (a) => word(BigInt.asIntN(16, a)),
  sext32: (a) => word(BigInt.asIntN(32, a)),
  zext8:  (a) => BigInt.asUintN(8, a),
  zext16: (a) => BigInt.asUintN(16, a),
  zext32: (a) => BigInt.asUintN(32, a),
  /** How many zeros are above the highest one; 64 of zero. */
  clz:    (a) => BigInt(64 - (a === 0n ? 0 : a.toString(2).length)),
  /** The bytes in the other order. */
  rev:    (a) => {
    let reversed = 0n;
    for (let i = 0n; i < 64n; i += 8n) reversed = (reversed << 8n) | ((a >> i) & 0xffn);
    return reversed;
  },
} as const satisfies Record<string, (a: bigint) => bigint>;

/** Conditions, by the names that A64 gives them after `cmp a, b`. */
export const COMPARE = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => signed(a) < signed(b),
  le: (a, b) => signed(a) <= signed(b),
  gt: (a, b) => signed(a) > signed(b),
  ge: (a, b) => signed(a) >= signed(b),
  lo: (a, b) => a < b,
  ls: (a, b) => a <= b,
  hi: (a, b) => a > b,
  hs: (a, b) => a >= b,
} as const satisfies Record<string, (a: bigint, b: bigint) => boolean>;

export type BinaryOp = keyof typeof BINARY;
export type UnaryOp = keyof typeof UNARY;
export type Comparison = keyof typeof COMPARE;

/** a op b is b OPPOSITE[op] a turned round: it holds where op does not. */
export const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  eq: "ne", ne: "eq", lt: "ge", le: "gt", gt: "le", ge: "lt",
  lo: "hs", ls: "hi", hi: "ls", hs: "lo",
};

/** a op b is b SWAPPED[op] a. */
export const SWAPPED: Readonly<Record<Comparison, Comparison>> = {
  eq: "eq", ne: "ne", lt: "gt", le: "ge", gt: "lt", ge: "le",
  lo: "hi", ls: "hs", hi: "lo", hs: "ls",
};

/** What memory holds where a load or store goes: so many bytes, and how a load widens them. */
export const WIDTHS = {
  u8:  { bytes: 1, widen: UNARY.zext8 },
  u16: { bytes: 2, widen: UNARY.zext16 },
  u32: { bytes: 4, widen: UNARY.zext32 },
  s8:  { bytes: 1, widen: UNARY.sext8 },
  s16: { bytes: 2, widen: UNARY.sext16 },
  s32: { bytes: 4, widen: UNARY.sext32 },
  u64: { bytes: 8, widen: (a) => a },
} as const satisfies Record<string, {
  readonly bytes: 1 | 2 | 4 | 8; readonly widen: (a: bigint) => bigint;
}>;

export type Width = keyof typeof WIDTHS;

/**
 * Why a program stops for good: the same under Node and on the metal. The code is what the machine
 * passes to its panic.
 */
export const TRAPS = {
  // trap         code  what is printed
  "unsafe":       [1, "a number is no safe integer"],
  "divide":       [2, "a division by zero"],
  "index":        [3, "an index is out of range"],
  "null":         [4, "a value is null"],
  "word":         [5, "a bigint is no unsigned word of 64 bits"],
  "code":         [6, "a string's code is not 0 to 255"],
  "memory":       [7, "the heap is full"],
  "stack":        [8, "the stack is full"],
  "length":       [9, "a length is out of range"],
  "key":          [10, "a key is not in the map"],
  "unreachable":  [11, "control reached what it cannot reach"],
  "thrown":       [12, "an exception that nobody catches"],
} as const satisfies Record<string, readonly [code: number, text: string]>;

export type Trap = keyof typeof TRAPS;

export function trapOfCode(code: number): Trap {
  const found = Object.entries(TRAPS).find(([, [each]]) => each === code);
  return (found?.[0] as Trap | undefined) ?? bug(`there is no trap ${code}`);
}
