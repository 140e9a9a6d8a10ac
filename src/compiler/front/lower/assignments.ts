// Assignments. The target's parts are computed before the value, as JavaScript does; what an
// assignment is worth is what was assigned.

import * as ts from "typescript";
import { isStatic, textOf } from "../classes";
import { refuse } from "../fault";
import { symbolOf, withoutParentheses } from "../references";
import { BIGINT, BOOLEAN, NUMBER, VOID, kindOf, sameType, withoutNull } from "../types";
import { elementTarget } from "./elements";
import { globalTarget, readGlobal } from "./globals";
import type { Lowering, Operand, Target } from "./lowering";
import { narrowed } from "./narrowing";
import { readPart } from "./patterns";
import { callStaticAccessor, propertyTarget, readProperty } from "./properties";
import { readStorage, writeStorage } from "./variables";

type Combine = (l: Lowering, kind: ts.SyntaxKind, a: Operand, b: Operand, node: ts.Node) => Operand;

/** The operator in front of the = of each. */
const OPERATORS: Partial<Record<ts.SyntaxKind, ts.SyntaxKind>> = {
  [ts.SyntaxKind.PlusEqualsToken]: ts.SyntaxKind.PlusToken,
  [ts.SyntaxKind.MinusEqualsToken]: ts.SyntaxKind.MinusToken,
  [ts.SyntaxKind.AsteriskEqualsToken]: ts.SyntaxKind.AsteriskToken,
  [ts.SyntaxKind.SlashEqualsToken]: ts.SyntaxKind.SlashToken,
  [ts.SyntaxKind.PercentEqualsToken]: ts.SyntaxKind.PercentToken,
  [ts.SyntaxKind.AmpersandEqualsToken]: ts.SyntaxKind.AmpersandToken,
  [ts.SyntaxKind.BarEqualsToken]: ts.SyntaxKind.BarToken,
  [ts.SyntaxKind.CaretEqualsToken]: ts.SyntaxKind.CaretToken,
  [ts.SyntaxKind.LessThanLessThanEqualsToken]: ts.SyntaxKind.LessThanLessThanToken,
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken]: ts.SyntaxKind.GreaterThanGreaterThanToken,
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken]:
    ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
};

export function targetOf(l: Lowering, node: ts.Expression): Target {
  const bare = ts.isNonNullExpression(node) ? node.expression : withoutParentheses(node);
  if (bare !== node) return l.target(bare);
  if (ts.isIdentifier(bare)) return variableTarget(l, bare);
  if (ts.isElementAccessExpression(bare)) return elementTarget(l, bare);
  if (!ts.isPropertyAccessExpression(bare)) return refuse(node, "this cannot be assigned");
  const symbol = l.session.checker.getSymbolAtLocation(bare.name);
  const declaration = symbol?.valueDeclaration;
  if (symbol !== undefined && declaration !== undefined && isStaticField(declaration)) {
    return globalAsTarget(l, symbol, bare);
  }
  if (symbol !== undefined && declaration !== undefined && ts.isAccessor(declaration)
    && isStatic(declaration)) {
    return staticAccessorTarget(l, symbol, bare);
  }
  return propertyTarget(l, bare);
}

function staticAccessorTarget(l: Lowering, symbol: ts.Symbol, node: ts.Expression): Target {
  return {
    type: l.read(l.session.checker.getTypeOfSymbolAtLocation(symbol, node), node),
    read: () => callStaticAccessor(l, symbol, "get", []),
    write: (value) => { callStaticAccessor(l, symbol, "set", [value]); },
  };
}

const isStaticField = (node: ts.Declaration): boolean =>
  ts.isPropertyDeclaration(node) && isStatic(node);

function variableTarget(l: Lowering, node: ts.Identifier): Target {
  const symbol = symbolOf(node, l.session.checker)
    ?? refuse(node, `${node.text} stands for nothing`);
  const storage = l.storages.get(symbol);
  if (storage === undefined) return globalAsTarget(l, symbol, node);
  return {
    type: storage.type,
    read: () => ({ value: readStorage(l, storage, symbol.name), type: storage.type }),
    write: (value) => writeStorage(l, storage, value),
  };
}

function globalAsTarget(l: Lowering, symbol: ts.Symbol, node: ts.Expression): Target {
  const { type, write } = globalTarget(l, symbol, node);
  return { type, write, read: () => readGlobal(l, symbol, node).operand };
}

export function assignment(l: Lowering, node: ts.BinaryExpression, combine: Combine): Operand {
  const { left, right, operatorToken: { kind } } = node;
  if (kind === ts.SyntaxKind.EqualsToken) return plainAssignment(l, left, right);
  const operator = OPERATORS[kind];
  if (operator === undefined) return conditionalAssignment(l, node);
  const target = l.target(left);
  const a = narrowed(l, left, target.read(), false);
  const result = combine(l, operator, a, l.expression(right), node);
  target.write(l.coerce(result, target.type, node));
  return result;
}

function plainAssignment(l: Lowering, left: ts.Expression, right: ts.Expression): Operand {
  const bare = withoutParentheses(left);
  if (ts.isArrayLiteralExpression(bare) || ts.isObjectLiteralExpression(bare)) {
    return takeApart(l, bare, right);
  }
  const target = l.target(left);
  const operand = l.expression(right, target.type);
  target.write(l.coerce(operand, target.type, right));
  return operand;
}

/** a ??= b, a &&= b, a ||= b: b is computed, and assigned, where a does not decide. */
function conditionalAssignment(l: Lowering, node: ts.BinaryExpression): Operand {
  const { builder } = l;
  const target = l.target(node.left);
  const before = target.read();
  const [decided, undecided, end] = [builder.newBlock(), builder.newBlock(), builder.newBlock()];
  const isOfNull = node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionEqualsToken;
  const isAnd = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandEqualsToken;
  if (!isOfNull && !sameType(before.type, BOOLEAN)) {
    return refuse(node, "&&= and ||= are of booleans");
  }
  const type = isOfNull ? withoutNull(before.type) : BOOLEAN;
  const result = {};
  builder.branch(isAnd ? "eq" : "ne", before.value, l.raw(0), decided, undecided);
  l.block(decided, end, () => {
    const isThere = before.type.kind === "nullable";
    builder.write(result, isThere ? builder.nonNull(before.value) : before.value);
  });
  l.block(undecided, end, () => {
    const value = l.as(node.right, type);
    target.write(value);
    builder.write(result, value);
  });
  builder.startSealed(end);
  return { value: builder.read(result, kindOf(type)), type };
}

/** x++ is worth what x was, ++x what it is. */
export function increment(
  l: Lowering, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, combine: Combine,
): Operand {
  const target = l.target(node.operand);
  const before = target.read();
  const isWord = sameType(before.type, BIGINT);
  const one = l.constant(1n, isWord ? BIGINT : NUMBER);
  const isPlus = node.operator === ts.SyntaxKind.PlusPlusToken;
  const after = combine(
    l, isPlus ? ts.SyntaxKind.PlusToken : ts.SyntaxKind.MinusToken, before, one, node
  );
  target.write(after.value);
  return ts.isPrefixUnaryExpression(node) ? after : before;
}

// ---- patterns

type Pattern = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

/** [a, b] = [b, a] is the commonest: all values are there before the first is assigned. */
function takeApart(l: Lowering, pattern: Pattern, right: ts.Expression): Operand {
  const literal = withoutParentheses(right);
  if (ts.isArrayLiteralExpression(pattern) && ts.isArrayLiteralExpression(literal)
    && pattern.elements.length === literal.elements.length
    && ![...pattern.elements, ...literal.elements].some(
      (each) => ts.isSpreadElement(each) || ts.isOmittedExpression(each)
    )) {
    const operands = literal.elements.map((each) => l.expression(each));
    pattern.elements.forEach((each, i) => assignPart(l, each, () => operands[i]!));
    return l.constant(0n, VOID);
  }
  const whole = l.expression(right);
  assignParts(l, pattern, whole);
  return whole;
}

function assignParts(l: Lowering, pattern: ts.Expression, whole: Operand): void {
  if (ts.isArrayLiteralExpression(pattern)) {
    pattern.elements.forEach((each, i) => {
      if (!ts.isOmittedExpression(each)) assignPart(l, each, () => readPart(l, whole, i, each));
    });
  } else if (ts.isObjectLiteralExpression(pattern)) {
    for (const each of pattern.properties) {
      if (ts.isShorthandPropertyAssignment(each)) {
        assignPart(l, each.name, () => readProperty(l, whole, each.name.text, each));
      } else if (ts.isPropertyAssignment(each)) {
        assignPart(l, each.initializer, () => readProperty(l, whole, textOf(each.name), each));
      } else refuse(each, "name the properties one by one");
    }
  }
}

function assignPart(l: Lowering, node: ts.Expression, read: () => Operand): void {
  if (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) {
    return assignParts(l, node, read());
  }
  const target = l.target(node);
  target.write(l.coerce(read(), target.type, node));
  return undefined;
}

