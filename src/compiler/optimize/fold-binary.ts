// Identities of operations on two words: each rule answers what may stand for `a op b`, or nothing.
// Constants have been put to the right before, where the operation lets them.

import type { Binary, Value } from "../ir/function";
import { BINARY, type BinaryOp } from "../ir/operation";
import type { Emitter } from "./rewriting";

type Rule = (instruction: Binary, emitter: Emitter) => Value | undefined;

const ONES = (1n << 64n) - 1n;

const isConstant = (value: Value, of: bigint): boolean =>
  value.op === "constant" && value.value === of;

/** c op x is x op c. */
const constantRight: Rule = (i, emitter) =>
  (i.a.op === "constant" ? emitter.emit({ ...i, a: i.b, b: i.a }) : undefined);

/** x op c is x, for this c. */
const neutral = (c: bigint): Rule => ({ a, b }) => (isConstant(b, c) ? a : undefined);

/** x + 0; but an object's first element's address stays an element's: see effects.ts, rule 2. */
const plusNothing: Rule = ({ a, b, kind }) => {
  const isElement = kind === "raw" && (a.kind === "ref" || a.kind === "ref?");
  return isConstant(b, 0n) && !isElement ? a : undefined;
};

/** x op c is c, for this c. */
const absorbing = (c: bigint): Rule => ({ b }) => (isConstant(b, c) ? b : undefined);

/** x op x is x. */
const idempotent: Rule = ({ a, b }) => (a === b ? a : undefined);

/** x op x is 0. */
const cancelling: Rule = ({ a, b, kind }, emitter) =>
  (a === b ? emitter.constant(0n, kind) : undefined);

/** (x op c) op d is x op (c op d). */
const associative: Rule = (i, emitter) => {
  const { a, b, operator } = i;
  if (b.op !== "constant" || a.op !== "binary" || a.operator !== operator) return undefined;
  if (a.b.op !== "constant") return undefined;
  const both = emitter.constant(BINARY[operator](a.b.value, b.value));
  return emitter.emit({ ...i, a: a.a, b: both });
};

/** x - c is x + -c, so that sums of both kinds meet. */
const subtractedConstant: Rule = (i, emitter) => (i.b.op !== "constant" ? undefined : emitter.emit({
  ...i, operator: "add", b: emitter.constant(-i.b.value),
}));

/** The exponent, if the value is a power of 2. */
function powerOf2(value: Value): bigint | undefined {
  if (value.op !== "constant" || value.value === 0n) return undefined;
  return (value.value & (value.value - 1n)) !== 0n ? undefined
    : BigInt(value.value.toString(2).length - 1);
}

/** x * 2^n is x << n; x / 2^n, unsigned, is x >> n. */
const shiftInstead = (operator: "shl" | "lshr"): Rule => (i, emitter) => {
  const exponent = powerOf2(i.b);
  if (exponent === undefined || exponent === 0n) return undefined;
  return emitter.emit({ ...i, operator, b: emitter.constant(exponent) });
};

/** x - ((x >> n) << n) is what is below 2^n: the remainder, after shifts have come of / and *. */
const remainderByPowerOf2: Rule = (i, emitter) => {
  const { a, b } = i;
  if (b.op !== "binary" || b.operator !== "shl" || b.b.op !== "constant") return undefined;
  const high = b.a;
  if (high.op !== "binary" || high.operator !== "lshr" || high.a !== a) return undefined;
  if (high.b.op !== "constant" || high.b.value !== b.b.value) return undefined;
  const mask = emitter.constant((1n << (b.b.value & 63n)) - 1n);
  return emitter.emit({ ...i, operator: "and", b: mask });
};

/** (x << 32) >> 32 is a widening, and so for 48 and 56. */
const WIDENING = { lshr: "zext", ashr: "sext" } as const;
const shiftedBothWays = (operator: "lshr" | "ashr"): Rule => ({ a, b, kind }, emitter) => {
  if (a.op !== "binary" || a.operator !== "shl" || a.b.op !== "constant") return undefined;
  if (b.op !== "constant" || b.value !== a.b.value) return undefined;
  const bits = 64n - b.value;
  if (bits !== 8n && bits !== 16n && bits !== 32n) return undefined;
  const width = `${WIDENING[operator]}${Number(bits) as 8 | 16 | 32}` as const;
  return emitter.emit({ op: "unary", kind, operator: width, a: a.a } as const);
};

/** A count is taken modulo 64 by the instruction itself. */
const maskedCount: Rule = (i, emitter) => {
  const { b } = i;
  if (b.op !== "binary" || b.operator !== "and" || !isConstant(b.b, 63n)) return undefined;
  return emitter.emit({ ...i, b: b.a });
};

/** x & 0xff is the instruction that says so. */
const MASKS: ReadonlyMap<bigint, "zext8" | "zext16" | "zext32"> =
  new Map([[0xffn, "zext8"], [0xffffn, "zext16"], [0xffff_ffffn, "zext32"]]);
const widening: Rule = ({ a, b, kind }, emitter) => {
  const operator = b.op === "constant" ? MASKS.get(b.value) : undefined;
  if (operator === undefined) return undefined;
  return emitter.emit({ op: "unary", kind, operator, a } as const);
};

export const BINARY_RULES: Readonly<Record<BinaryOp, readonly Rule[]>> = {
  add:   [constantRight, plusNothing, associative],
  sub:   [neutral(0n), cancelling, subtractedConstant, remainderByPowerOf2],
  mul:   [constantRight, absorbing(0n), neutral(1n), shiftInstead("shl")],
  smulh: [constantRight, absorbing(0n)],
  umulh: [constantRight, absorbing(0n)],
  sdiv:  [neutral(1n)],
  udiv:  [neutral(1n), shiftInstead("lshr")],
  and:   [constantRight, absorbing(0n), neutral(ONES), idempotent, associative, widening],
  or:    [constantRight, neutral(0n), absorbing(ONES), idempotent, associative],
  xor:   [constantRight, neutral(0n), cancelling, associative],
  shl:   [neutral(0n), maskedCount],
  lshr:  [neutral(0n), maskedCount, shiftedBothWays("lshr")],
  ashr:  [neutral(0n), maskedCount, shiftedBothWays("ashr")],
};
