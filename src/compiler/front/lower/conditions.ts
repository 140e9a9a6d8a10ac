// What is true: comparisons, tests for null, instanceof, and, or, not. A condition that decides
// where to go becomes branches; one whose value is wanted, a comparison, if it is a single one.

import * as ts from "typescript";
import type { Block, Value } from "../../ir/function";
import type { Comparison } from "../../ir/operation";
import { refuse } from "../fault";
import { withoutParentheses } from "../references";
import { BOOLEAN, isReference, withoutNull } from "../types";
import { callRuntime } from "./instance";
import type { Lowering, Operand } from "./lowering";
import { classNumberOf } from "./memory";

interface Test {
  readonly comparison: Comparison;
  readonly a: Value;
  readonly b: Value;
}

/** Of numbers, by sign; of words, without. */
type Row = readonly [number: Comparison, word: Comparison];

const COMPARISONS: Partial<Record<ts.SyntaxKind, Row>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ["eq", "eq"],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ["ne", "ne"],
  [ts.SyntaxKind.LessThanToken]: ["lt", "lo"],
  [ts.SyntaxKind.LessThanEqualsToken]: ["le", "ls"],
  [ts.SyntaxKind.GreaterThanToken]: ["gt", "hi"],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ["ge", "hs"],
};

export const isComparison = (operator: ts.SyntaxKind): boolean =>
  COMPARISONS[operator] !== undefined;

/** Goes on at one of the two blocks. */
export function condition(l: Lowering, node: ts.Expression, then: Block, otherwise: Block): void {
  const bare = withoutParentheses(node);
  if (ts.isPrefixUnaryExpression(bare) && bare.operator === ts.SyntaxKind.ExclamationToken) {
    return l.condition(bare.operand, otherwise, then);
  }
  if (ts.isBinaryExpression(bare)) {
    const { left, right, operatorToken: { kind } } = bare;
    const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken;
    if (isAnd || kind === ts.SyntaxKind.BarBarToken) {
      const second = l.builder.newBlock();
      l.condition(left, isAnd ? second : then, isAnd ? otherwise : second);
      l.builder.startSealed(second);
      return l.condition(right, then, otherwise);
    }
    if (kind === ts.SyntaxKind.InstanceOfKeyword) return instanceOf(l, bare, then, otherwise);
  }
  const { comparison, a, b } = testOf(l, bare);
  return l.builder.branch(comparison, a, b, then, otherwise);
}

function testOf(l: Lowering, node: ts.Expression): Test {
  if (ts.isBinaryExpression(node)) {
    const row = COMPARISONS[node.operatorToken.kind];
    if (row !== undefined) return comparisonOf(l, node, row);
  }
  const operand = l.expression(node);
  if (operand.type.kind === "boolean" || operand.type.kind === "nullable"
    || operand.type.kind === "null") {
    return { comparison: "ne", a: operand.value, b: l.raw(0) };
  }
  if (isReference(operand.type) && operand.type.kind !== "string") {
    return { comparison: "ne", a: operand.value, b: l.raw(0) };
  }
  return refuse(
    node, "a condition is a boolean, or an object that may be null: write !== 0 or !== \"\""
  );
}

function comparisonOf(
  l: Lowering, node: ts.BinaryExpression, [number, word]: readonly [Comparison, Comparison],
): Test {
  const a = l.expression(node.left);
  const b = l.expression(node.right, a.type);
  return compareOperands(l, a, b, a.type.kind === "bigint" ? word : number, node);
}

export function compareOperands(
  l: Lowering, a: Operand, b: Operand, comparison: Comparison, node: ts.Node,
): Test {
  const kinds = new Set([a, b].map(({ type }) => withoutNull(type).kind));
  const isNull = kinds.has("null") || kinds.has("void");
  if (isNull) return { comparison, a: a.value, b: b.value };
  if (kinds.has("string") && kinds.size === 1) return compareStrings(l, a, b, comparison);
  const [kind, other] = kinds;
  const isPlain = kind === "number" || kind === "bigint" || kind === "boolean";
  const isOrder = comparison !== "eq" && comparison !== "ne";
  if ((isPlain && other !== undefined) || (isOrder && (!isPlain || kind === "boolean"))) {
    return refuse(node, `${a.type.key} and ${b.type.key} are not compared`);
  }
  return { comparison, a: a.value, b: b.value };
}

/** By what is in them. One that may be null equals another that is. */
function compareStrings(l: Lowering, a: Operand, b: Operand, comparison: Comparison): Test {
  if (comparison !== "eq" && comparison !== "ne") {
    const order = callRuntime(l, "strings#compare", [a.value, b.value], "number");
    return { comparison, a: order, b: l.number(0) };
  }
  const name = a.type.kind === "string" && b.type.kind === "string" ? "strings#equal" : undefined;
  const equal = name === undefined
    ? equalOrNull(l, a.value, b.value) : callRuntime(l, name, [a.value, b.value], "boolean");
  return { comparison: comparison === "eq" ? "ne" : "eq", a: equal, b: l.raw(0) };
}

function equalOrNull(l: Lowering, a: Value, b: Value): Value {
  const { builder } = l;
  const [second, both, end] = [builder.newBlock(), builder.newBlock(), builder.newBlock()];
  const same = {};
  builder.write(same, builder.compare("eq", a, b));
  builder.branch("eq", a, l.raw(0), end, second);
  builder.startSealed(second);
  builder.branch("eq", b, l.raw(0), end, both);
  builder.startSealed(both);
  const equal = callRuntime(
    l, "strings#equal", [builder.nonNull(a), builder.nonNull(b)], "boolean"
  );
  builder.write(same, equal);
  builder.jump(end);
  builder.startSealed(end);
  return builder.read(same, "boolean");
}

/** A class's heirs have the numbers behind its own. */
function instanceOf(l: Lowering, node: ts.BinaryExpression, then: Block, otherwise: Block): void {
  const { builder, session: { world, checker } } = l;
  const object = l.expression(node.left);
  const type = l.read(instanceType(checker, node.right), node.right);
  if (type.kind !== "class") return refuse(node.right, "instanceof asks for a class");
  const made = world.classOf(type);
  if (object.type.kind === "nullable") {
    const isThere = builder.newBlock();
    builder.branch("eq", object.value, l.raw(0), otherwise, isThere);
    builder.startSealed(isThere);
  }
  const number = classNumberOf(l, object.value);
  const first = world.number(made);
  const offset = builder.binary("sub", number, l.raw(first), "raw");
  builder.branch("ls", offset, l.raw(world.lastHeir(made) - first), then, otherwise);
}

function instanceType(checker: ts.TypeChecker, node: ts.Expression): ts.Type {
  const type = checker.getTypeAtLocation(node);
  const [signature] = type.getConstructSignatures();
  return signature?.getReturnType()
    ?? checker.getDeclaredTypeOfSymbol(checker.getSymbolAtLocation(node)!);
}

/** The condition's value. */
export function truth(l: Lowering, node: ts.Expression): Operand {
  if (ts.isBinaryExpression(node) && isComparison(node.operatorToken.kind)) {
    const { comparison, a, b } = testOf(l, node);
    return { value: l.builder.compare(comparison, a, b), type: BOOLEAN };
  }
  if (ts.isPrefixUnaryExpression(node) && !isCompound(node.operand)) {
    const { comparison, a, b } = testOf(l, withoutParentheses(node.operand));
    const value = l.builder.binary("xor", l.builder.compare(comparison, a, b), l.raw(1), "boolean");
    return { value, type: BOOLEAN };
  }
  return { value: decided(l, node), type: BOOLEAN };
}

/** Whether it takes more than one comparison. */
function isCompound(node: ts.Expression): boolean {
  const bare = withoutParentheses(node);
  if (ts.isPrefixUnaryExpression(bare)) return isCompound(bare.operand);
  if (!ts.isBinaryExpression(bare)) return false;
  const { kind } = bare.operatorToken;
  return kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken
    || kind === ts.SyntaxKind.InstanceOfKeyword;
}

function decided(l: Lowering, node: ts.Expression): Value {
  const { builder } = l;
  const [then, otherwise, end] = [builder.newBlock(), builder.newBlock(), builder.newBlock()];
  const result = {};
  l.condition(node, then, otherwise);
  l.block(then, end, () => builder.write(result, builder.constant(1n, "boolean")));
  l.block(otherwise, end, () => builder.write(result, builder.constant(0n, "boolean")));
  builder.startSealed(end);
  return builder.read(result, "boolean");
}

