// Operators of two operands, and of one; the operands' types decide which operation it is.

import * as ts from "typescript";
import { refuse } from "../fault";
import { isAssignment, withoutParentheses } from "../references";
import { BIGINT, BOOLEAN, NUMBER, STRING, kindOf, sameType, type Type } from "../types";
import { presentOr } from "./absence";
import { assignment, increment } from "./assignments";
import { isComparison, truth } from "./conditions";
import type { Lowering, Operand } from "./lowering";
import {
  NUMBER_RULES, WORD_RULES, complement, divide, negate, truncateTo32,
} from "./numbers";
import { concatenate, textOf } from "./text";

export function binary(l: Lowering, node: ts.BinaryExpression, wanted: Type | undefined): Operand {
  const { kind } = node.operatorToken;
  if (isAssignment(kind)) return assignment(l, node, combine);
  if (isComparison(kind)) return truth(l, node);
  switch (kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken: case ts.SyntaxKind.BarBarToken:
      return logical(l, node);
    case ts.SyntaxKind.QuestionQuestionToken: return otherwise(l, node, wanted);
    case ts.SyntaxKind.InstanceOfKeyword: return truth(l, node);
    case ts.SyntaxKind.CommaToken:
      l.expression(node.left);
      return l.expression(node.right, wanted);
    case ts.SyntaxKind.BarToken: case ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken: {
      const quotient = truncatedQuotient(l, node);
      if (quotient !== undefined) return quotient;
    }
  }
  const a = l.expression(node.left);
  const b = l.expression(node.right);
  return combine(l, kind, a, b, node);
}

export type Combine = typeof combine;

export function combine(
  l: Lowering, kind: ts.SyntaxKind, a: Operand, b: Operand, node: ts.Node,
): Operand {
  const isPlus = kind === ts.SyntaxKind.PlusToken;
  if (isPlus && (a.type.kind === "string" || b.type.kind === "string")) {
    return { value: concatenate(l, textOf(l, a, node), textOf(l, b, node)), type: STRING };
  }
  const rules = sameType(a.type, NUMBER) ? NUMBER_RULES : sameType(a.type, BIGINT) ? WORD_RULES
    : {};
  const rule = rules[kind];
  if (rule === undefined || !sameType(a.type, b.type)) {
    return refuse(
      node, `${ts.tokenToString(kind) ?? "it"} is not of ${a.type.key} and ${b.type.key}`
    );
  }
  return { value: rule(l, a.value, b.value), type: a.type };
}

/** (a / b) | 0 and (a / b) >>> 0 */
function truncatedQuotient(l: Lowering, node: ts.BinaryExpression): Operand | undefined {
  const left = withoutParentheses(node.left);
  const isQuotient = ts.isBinaryExpression(left)
    && left.operatorToken.kind === ts.SyntaxKind.SlashToken
    && ts.isNumericLiteral(node.right) && node.right.text === "0";
  if (!isQuotient || !sameType(l.typeOf(left), NUMBER)) return undefined;
  const quotient = divide(l, l.as(left.left, NUMBER), l.as(left.right, NUMBER));
  const isSigned = node.operatorToken.kind === ts.SyntaxKind.BarToken;
  const value = (isSigned ? truncateTo32.signed : truncateTo32.unsigned)(l, quotient);
  return { value, type: NUMBER };
}

function logical(l: Lowering, node: ts.BinaryExpression): Operand {
  const type = l.typeOf(node); // never: TypeScript is sure that nobody comes here.
  if (sameType(type, BOOLEAN) || type.kind === "never") return truth(l, node);
  return refuse(node, "&& and || are of booleans: write ?? or a condition");
}

/** a ?? b */
function otherwise(l: Lowering, node: ts.BinaryExpression, wanted: Type | undefined): Operand {
  const { builder } = l;
  const [absent, end] = [builder.newBlock(), builder.newBlock()];
  const result = {};
  const type = wanted ?? l.typeOf(node);
  builder.write(result, l.coerce(presentOr(l, node.left, absent), type, node));
  builder.jump(end);
  l.block(absent, end, () => builder.write(result, l.as(node.right, type)));
  builder.startSealed(end);
  return { value: builder.read(result, kindOf(type)), type };
}

export function prefix(l: Lowering, node: ts.PrefixUnaryExpression): Operand {
  switch (node.operator) {
    case ts.SyntaxKind.ExclamationToken: return truth(l, node);
    case ts.SyntaxKind.PlusPlusToken: case ts.SyntaxKind.MinusMinusToken:
      return increment(l, node, combine);
    case ts.SyntaxKind.MinusToken: {
      if (ts.isNumericLiteral(node.operand)) {
        return l.constant(-BigInt(node.operand.text), NUMBER);
      }
      return { value: negate(l, l.as(node.operand, NUMBER)), type: NUMBER };
    }
    case ts.SyntaxKind.TildeToken:
      return { value: complement(l, l.as(node.operand, NUMBER)), type: NUMBER };
    default: return refuse(node, "there is no unary +: a number is one already");
  }
}
