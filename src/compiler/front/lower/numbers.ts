// Arithmetic on numbers, which are safe integers, and on bigints, which are words.
//
// 1. A sum that is no safe integer traps. A product is checked twice: against 64 bits, then 53.
// 2. The bitwise operators are JavaScript's: on 32 bits, signed but for >>>.
// 3. Inside BigInt.asUintN(64, ...) words wrap; elsewhere a result that is no word traps.

import * as ts from "typescript";
import type { Value } from "../../ir/function";
import type { BinaryOp } from "../../ir/operation";
import type { Lowering } from "./lowering";

type Rule = (l: Lowering, a: Value, b: Value) => Value;

const raw = (operator: BinaryOp): Rule => (l, a, b) => l.builder.binary(operator, a, b, "raw");

const signed32 = (l: Lowering, a: Value): Value => l.builder.unary("sext32", a, "number");
const unsigned32 = (l: Lowering, a: Value): Value => l.builder.unary("zext32", a, "number");

/** JavaScript looks at a count's lowest five bits. */
const count = (l: Lowering, b: Value): Value => l.builder.binary("and", b, l.raw(31), "raw");

const multiply: Rule = (l, a, b) => {
  const product = l.builder.binary("mul", a, b, "raw");
  const upper = l.builder.binary("smulh", a, b, "raw");
  const sign = l.builder.binary("ashr", product, l.raw(63), "raw");
  l.builder.guard("eq", upper, sign, "unsafe");
  return l.builder.safe(product);
};

export const divide: Rule = (l, a, b) => {
  l.builder.guard("ne", b, l.raw(0), "divide");
  return l.builder.binary("sdiv", a, b, "number");
};

const remainder: Rule = (l, a, b) => {
  const quotient = divide(l, a, b);
  return l.builder.binary("sub", a, l.builder.binary("mul", quotient, b, "raw"), "number");
};

/**
 * The quotient that sdiv rounds towards zero is one too great where the signs differ and a rest is
 * left.
 */
export const divideDownwards: Rule = (l, a, b) => {
  const { builder } = l;
  const quotient = divide(l, a, b);
  const rest = builder.binary("sub", a, builder.binary("mul", quotient, b, "raw"), "raw");
  const lower = builder.binary("sub", quotient, l.raw(1), "number");
  const signs = builder.binary("xor", rest, b, "raw");
  const rounded = builder.select("lt", signs, l.raw(0), lower, quotient, "number");
  return builder.select("eq", rest, l.raw(0), quotient, rounded, "number");
};

export const NUMBER_RULES: Partial<Record<ts.SyntaxKind, Rule>> = {
  [ts.SyntaxKind.PlusToken]: (l, a, b) => l.builder.safe(raw("add")(l, a, b)),
  [ts.SyntaxKind.MinusToken]: (l, a, b) => l.builder.safe(raw("sub")(l, a, b)),
  [ts.SyntaxKind.AsteriskToken]: multiply,
  [ts.SyntaxKind.PercentToken]: remainder,
  [ts.SyntaxKind.AmpersandToken]: (l, a, b) => signed32(l, raw("and")(l, a, b)),
  [ts.SyntaxKind.BarToken]: (l, a, b) => signed32(l, raw("or")(l, a, b)),
  [ts.SyntaxKind.CaretToken]: (l, a, b) => signed32(l, raw("xor")(l, a, b)),
  [ts.SyntaxKind.LessThanLessThanToken]: (l, a, b) => signed32(l, raw("shl")(l, a, count(l, b))),
  [ts.SyntaxKind.GreaterThanGreaterThanToken]: (l, a, b) =>
    l.builder.binary("ashr", signed32(l, a), count(l, b), "number"),
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: (l, a, b) =>
    l.builder.binary("lshr", unsigned32(l, a), count(l, b), "number"),
};

export const truncateTo32 = { signed: signed32, unsigned: unsigned32 } as const;

export const negate = (l: Lowering, a: Value): Value =>
  l.builder.safe(l.builder.binary("sub", l.raw(0), a, "raw"));

export const complement = (l: Lowering, a: Value): Value =>
  signed32(l, l.builder.binary("xor", a, l.raw(-1n), "raw"));

// ---- words

const word = (operator: BinaryOp): Rule => (l, a, b) => l.builder.binary(operator, a, b, "word");

const unsignedDivide: Rule = (l, a, b) => {
  l.builder.guard("ne", b, l.raw(0), "divide");
  return l.builder.binary("udiv", a, b, "word");
};

/** By 64 and more nothing is left. */
const shift = (operator: "shl" | "lshr"): Rule => (l, a, b) => {
  if (b.op === "constant") {
    return b.value < 64n ? word(operator)(l, a, b) : l.builder.constant(0n, "word");
  }
  const shifted = word(operator)(l, a, b);
  return l.builder.select("lo", b, l.raw(64), shifted, l.builder.constant(0n, "word"), "word");
};

/** What wraps at 64 bits. */
export const WRAPPING_RULES: Partial<Record<ts.SyntaxKind, Rule>> = {
  [ts.SyntaxKind.PlusToken]: word("add"),
  [ts.SyntaxKind.MinusToken]: word("sub"),
  [ts.SyntaxKind.AsteriskToken]: word("mul"),
  [ts.SyntaxKind.LessThanLessThanToken]: shift("shl"),
  [ts.SyntaxKind.AmpersandToken]: word("and"),
  [ts.SyntaxKind.BarToken]: word("or"),
  [ts.SyntaxKind.CaretToken]: word("xor"),
};

/** What traps, if the result is no word. */
export const WORD_RULES: Partial<Record<ts.SyntaxKind, Rule>> = {
  ...WRAPPING_RULES,
  [ts.SyntaxKind.PlusToken]: (l, a, b) => {
    const sum = word("add")(l, a, b);
    l.builder.guard("hs", sum, a, "word");
    return sum;
  },
  [ts.SyntaxKind.MinusToken]: (l, a, b) => {
    l.builder.guard("hs", a, b, "word");
    return word("sub")(l, a, b);
  },
  [ts.SyntaxKind.AsteriskToken]: (l, a, b) => {
    l.builder.guard("eq", raw("umulh")(l, a, b), l.raw(0), "word");
    return word("mul")(l, a, b);
  },
  [ts.SyntaxKind.LessThanLessThanToken]: (l, a, b) => {
    const shifted = shift("shl")(l, a, b);
    l.builder.guard("eq", shift("lshr")(l, shifted, b), a, "word");
    return shifted;
  },
  [ts.SyntaxKind.SlashToken]: unsignedDivide,
  [ts.SyntaxKind.PercentToken]: (l, a, b) => {
    const quotient = unsignedDivide(l, a, b);
    return l.builder.binary("sub", a, l.builder.binary("mul", quotient, b, "raw"), "word");
  },
  [ts.SyntaxKind.GreaterThanGreaterThanToken]: shift("lshr"),
};

export const wrappingNegate = (l: Lowering, a: Value): Value =>
  l.builder.binary("sub", l.raw(0), a, "word");

export const wrappingComplement = (l: Lowering, a: Value): Value =>
  l.builder.binary("xor", a, l.raw(-1n), "word");
