// Members of the library that are a few instructions: Math's, conversions, charCodeAt.

import * as ts from "typescript";
import { BODY } from "../../../formats/objects/layout";
import type { Value } from "../../ir/function";
import type { Inline } from "../../language/library/member";
import { refuse } from "../fault";
import { withoutParentheses } from "../references";
import { BIGINT, NUMBER, STRING, sameType } from "../types";
import type { Lowering, Operand } from "./lowering";
import { lengthOf } from "./memory";
import {
  WRAPPING_RULES, divide, divideDownwards, wrappingComplement, wrappingNegate,
} from "./numbers";
import type { Argument } from "./runtime-calls";
import { textOf } from "./text";

type Rule = (l: Lowering, args: readonly Argument[], node: ts.CallExpression) => Operand;

const operandOf = (l: Lowering, argument: Argument | undefined, node: ts.Node): Operand => {
  if (argument === undefined) return refuse(node, "an argument is missing");
  return "value" in argument ? argument : l.expression(argument);
};

const numberOf = (l: Lowering, argument: Argument | undefined, node: ts.Node): Value =>
  l.coerce(operandOf(l, argument, node), NUMBER, node);

/** Of one number or two. */
const ofNumbers = (compute: (l: Lowering, a: Value, b: Value) => Value, count = 2): Rule =>
  (l, args, node) => {
    if (args.length !== count) return refuse(node, `it takes ${count} arguments`);
    const [a, b = a] = args.map((each) => numberOf(l, each, node));
    return { value: compute(l, a!, b!), type: NUMBER };
  };

/** Of one number or more: the one of which it is true against each of the others. */
const chosen = (comparison: "le" | "ge"): Rule => (l, args, node) => {
  const [first, ...others] = args.map((each) => numberOf(l, each, node));
  if (first === undefined) return refuse(node, "it takes a number or more");
  const value = others.reduce((a, b) =>
    l.builder.select(comparison, a, b, a, b, "number"), first);
  return { value, type: NUMBER };
};

/** The argument is a division, or a number, which is whole already. */
const quotient = (rule: typeof divide): Rule => (l, [argument], node) => {
  const bare = argument !== undefined && !("value" in argument) ? withoutParentheses(argument)
    : undefined;
  if (bare === undefined || !ts.isBinaryExpression(bare)
    || bare.operatorToken.kind !== ts.SyntaxKind.SlashToken) {
    return { value: numberOf(l, argument, node), type: NUMBER };
  }
  const a = l.as(bare.left, NUMBER);
  const b = l.as(bare.right, NUMBER);
  return { value: rule(l, a, b), type: NUMBER };
};

const charCode: Rule = (l, [string, index], node) => {
  const { value } = operandOf(l, string, node);
  const at = numberOf(l, index, node);
  l.builder.guard("lo", at, lengthOf(l, value, true), "index");
  const address = l.builder.binary("add", value, at, "raw");
  return { value: l.builder.load("u8", address, BODY, "number", true), type: NUMBER };
};

/** Of a word that is no safe integer: a trap. */
const wordToNumber: Rule = (l, [argument], node) => {
  const { value, type } = operandOf(l, argument, node);
  if (sameType(type, NUMBER)) return { value, type };
  if (!sameType(type, BIGINT)) return refuse(node, `Number() takes a bigint, not a ${type.key}`);
  l.builder.guard("ls", value, l.raw(BigInt(Number.MAX_SAFE_INTEGER)), "unsafe");
  return { value: asKind(l, value, "number"), type: NUMBER };
};

const numberToWord: Rule = (l, [argument], node) => {
  const { value, type } = operandOf(l, argument, node);
  if (sameType(type, BIGINT)) return { value, type };
  if (!sameType(type, NUMBER)) return refuse(node, `BigInt() takes a number, not a ${type.key}`);
  l.builder.guard("ge", value, l.raw(0), "word");
  return { value: asKind(l, value, "word"), type: BIGINT };
};

/** The same bits, taken for something else. */
export const asKind = (l: Lowering, value: Value, kind: Value["kind"]): Value =>
  (value.kind === kind ? value : l.builder.binary("or", value, l.raw(0), kind));

export const INLINE: Partial<Record<Inline, Rule>> = {
  "char code": charCode,
  "text of": (l, [argument], node) =>
    ({ value: textOf(l, operandOf(l, argument, node), node), type: STRING }),
  "word to number": wordToNumber,
  "number to word": numberToWord,
  "divide towards zero": quotient(divide),
  "divide downwards": quotient(divideDownwards),
  "min": chosen("le"),
  "max": chosen("ge"),
  "absolute": ofNumbers((l, a) => {
    const negated = l.builder.binary("sub", l.raw(0), a, "number");
    return l.builder.select("lt", a, l.raw(0), negated, a, "number");
  }, 1),
  "sign": ofNumbers((l, a) => {
    const ones = l.builder.binary("ashr", a, l.raw(63), "number");
    return l.builder.select("gt", a, l.raw(0), l.number(1), ones, "number");
  }, 1),
  "multiply 32": ofNumbers((l, a, b) =>
    l.builder.unary("sext32", l.builder.binary("mul", a, b, "raw"), "number")),
  "leading zeros 32": ofNumbers((l, a) => {
    const zeros = l.builder.unary("clz", l.builder.unary("zext32", a, "raw"), "raw");
    return l.builder.binary("sub", zeros, l.raw(32), "number");
  }, 1),
};

// ---- BigInt.asUintN

/** BigInt.asUintN(64, a + b * c): inside, everything wraps at 64 bits, and so at fewer. */
export function wrapping(l: Lowering, { arguments: [bits, value] }: ts.CallExpression): Operand {
  const width = bits !== undefined && ts.isNumericLiteral(bits) ? Number(bits.text) : 0;
  if (width < 1 || width > 64) return refuse(bits!, "the width is a literal from 1 to 64");
  const word = wrappingValue(l, value!);
  if (width === 64) return { value: word, type: BIGINT };
  const mask = l.builder.constant((1n << BigInt(width)) - 1n, "word");
  return { value: l.builder.binary("and", word, mask, "word"), type: BIGINT };
}

function wrappingValue(l: Lowering, node: ts.Expression): Value {
  const bare = withoutParentheses(node);
  if (ts.isPrefixUnaryExpression(bare)) {
    const rule = bare.operator === ts.SyntaxKind.MinusToken ? wrappingNegate
      : bare.operator === ts.SyntaxKind.TildeToken ? wrappingComplement : undefined;
    if (rule !== undefined) return rule(l, wrappingValue(l, bare.operand));
  }
  if (ts.isBinaryExpression(bare)) {
    const rule = WRAPPING_RULES[bare.operatorToken.kind];
    if (rule !== undefined) {
      const a = wrappingValue(l, bare.left);
      return rule(l, a, wrappingValue(l, bare.right));
    }
  }
  return l.as(bare, BIGINT);
}

