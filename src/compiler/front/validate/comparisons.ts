// Conditions and comparisons. null and undefined are one word, so each may only be compared with
// what can be it.

import * as ts from "typescript";
import { declaredSymbol, inner, outer, typeRead } from "./nodes";
import { sortOfType } from "./operators";
import type { Check, Context } from "./refusal";
import { hasFlag, partsOf, primitiveOf } from "./shape";

const { SyntaxKind } = ts;

export const EQUALITY: ReadonlySet<ts.SyntaxKind> =
  new Set([SyntaxKind.EqualsEqualsEqualsToken, SyntaxKind.ExclamationEqualsEqualsToken]);
const ORDER: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.LessThanToken, SyntaxKind.LessThanEqualsToken,
  SyntaxKind.GreaterThanToken, SyntaxKind.GreaterThanEqualsToken,
]);
const LOGICAL: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken,
  SyntaxKind.AmpersandAmpersandEqualsToken, SyntaxKind.BarBarEqualsToken,
]);

export const condition: Check = (node, context) => {
  const tested = testedIn(node);
  if (tested !== undefined) checkCondition(tested, context);
  if (ts.isBinaryExpression(node) && isLogical(node) && !isTested(node)) checkChosen(node, context);
};

/** `a || b` as a value is one of its operands: ?? says which of two objects. */
function checkChosen(node: ts.BinaryExpression, { checker, refuse }: Context): void {
  const parts = partsOf(checker.getTypeAtLocation(node)).map(primitiveOf);
  if (parts.every((part) => part === "boolean" || part === "never")) return;
  refuse(node, "condition", "&& and || of what is no boolean", "write ??, or a ? b : c");
}

/** Whether only its truth counts. */
function isTested(node: ts.Expression): boolean {
  const { parent, child } = outer(node);
  if (testedIn(parent) === child) return true;
  const isPart = ts.isBinaryExpression(parent) && isLogical(parent);
  return isPart && isTested(parent);
}

/** The expression that the node asks whether it is true. */
export function testedIn(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    return node.expression;
  }
  if (ts.isForStatement(node) || ts.isConditionalExpression(node)) return node.condition;
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === SyntaxKind.ExclamationToken ? node.operand : undefined;
  }
  const isLogicalNode = ts.isBinaryExpression(node) && LOGICAL.has(node.operatorToken.kind);
  return isLogicalNode ? node.left : undefined;
}

/** A boolean, or an object that may be null. An empty string would be false, and is an object. */
function checkCondition(node: ts.Expression, context: Context): void {
  if (isLogical(inner(node))) return;
  const parts = partsOf(context.checker.getTypeAtLocation(node))
    .map((each) => primitiveOf(each) ?? objectOrNot(each));
  const isBoolean = parts.every((part) => part === "boolean" || part === "never");
  const isReference = parts.every((part) => ["object", "null", "undefined"].includes(part));
  if (!isBoolean && !isReference) context.refuse(node, "condition");
}

/** Its operands are conditions themselves. */
const isLogical = (node: ts.Expression): boolean =>
  ts.isBinaryExpression(node) && LOGICAL.has(node.operatorToken.kind);

const objectOrNot = (type: ts.Type): string =>
  (hasFlag(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection) ? "object" : "something");

export const comparison: Check = (node, context) => {
  if (ts.isBinaryExpression(node)) {
    if (EQUALITY.has(node.operatorToken.kind)) checkEquality(node, node.left, node.right, context);
    else if (ORDER.has(node.operatorToken.kind)) checkOrder(node, context);
  } else if (ts.isCaseClause(node)) {
    checkEquality(node.expression, node.parent.parent.expression, node.expression, context);
  }
};

function checkOrder(node: ts.BinaryExpression, { checker, refuse }: Context): void {
  const [a, b] = [node.left, node.right]
    .map((each) => sortOfType(checker.getTypeAtLocation(each), checker));
  if (a !== b || (a !== "number" && a !== "bigint" && a !== "string")) refuse(node, "comparison");
}

function checkEquality(
  at: ts.Node, left: ts.Expression, right: ts.Expression, context: Context,
): void {
  const [a, b] = [sortsOf(left, context), sortsOf(right, context)];
  const isEmpty = (sort: string): boolean => sort === "null" || sort === "undefined";
  const emptyOf = (sorts: readonly string[]): string | undefined => sorts.find(isEmpty);
  const [emptyA, emptyB] = [emptyOf(a), emptyOf(b)];
  if (emptyA !== undefined && emptyB !== undefined && emptyA !== emptyB) context.refuse(at, "null");
  const [valueA, valueB] = [a.find((sort) => !isEmpty(sort)), b.find((sort) => !isEmpty(sort))];
  if (valueA !== undefined && valueB !== undefined && valueA !== valueB) {
    context.refuse(at, "comparison");
  }
  const sides = [left, right];
  if (sides.every((each) => isFunction(each, context))
    && !sides.some((each) => isOneFunction(each, context))) context.refuse(at, "function identity");
}

/** A function of a module is there once; a closure, each time that control comes by. */
function isOneFunction(node: ts.Expression, { checker }: Context): boolean {
  const declaration = declaredSymbol(inner(node), checker)?.valueDeclaration;
  return declaration !== undefined && ts.isFunctionDeclaration(declaration)
    && ts.isSourceFile(declaration.parent);
}

const isFunction = (node: ts.Expression, { checker }: Context): boolean =>
  partsOf(checker.getTypeAtLocation(node)).some((each) => each.getCallSignatures().length > 0);

/** A default stands for undefined, and not for null: which are one word. */
export const defaultValue: Check = (node, { checker, refuse }) => {
  if (!(ts.isParameter(node) || ts.isBindingElement(node)) || node.initializer === undefined) {
    return;
  }
  if (ts.isBindingElement(node)) {
    refuse(node, "destructuring", "a default in a pattern",
      "leave it out, and put ?? and the default where the part is used");
    return;
  }
  const parts = partsOf(checker.getTypeAtLocation(node)).map(primitiveOf);
  if (parts.includes("null")) refuse(node, "null", "a default for what may be null");
};

/** What the value may be. */
function sortsOf(node: ts.Expression, { checker }: Context): readonly string[] {
  const sort = (type: ts.Type): string =>
    primitiveOf(type) ?? (hasFlag(type, ts.TypeFlags.Object) ? "object" : "any type");
  return partsOf(typeRead(node, checker)).map(sort)
    .filter((each) => each !== "never" && each !== "any type");
}
