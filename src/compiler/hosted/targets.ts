// What is assigned: elements get their index checked, and what is computed on the way to them is
// computed once.

import * as ts from "typescript";
import type { Rewriter } from "./rewriter";

/** Without what TypeScript only reads: parentheses, `!`, casts. */
export function strip(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)
    || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? strip(node.expression) : node;
}

/** An element, and not a member whose name stands in quotes. */
export const isElement = (node: ts.Node): node is ts.ElementAccessExpression =>
  ts.isElementAccessExpression(node) && !ts.isStringLiteralLike(node.argumentExpression);

export const isPattern = (node: ts.Node): boolean =>
  ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);

/** What gives the same if it is read twice in a row, and does nothing else. */
const isRepeatable = (node: ts.Node): boolean =>
  ts.isIdentifier(node) || ts.isNumericLiteral(node)
    || node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword;

/** The array and the index of an element. */
const parts = (r: Rewriter, node: ts.ElementAccessExpression): string =>
  `${r.rewrite(node.expression)}, ${r.rewrite(node.argumentExpression)}`;

export const readElement = (r: Rewriter, node: ts.ElementAccessExpression): string =>
  `$check.read(${parts(r, node)}, ${r.place(node)})`;

export const writeElement = (
  r: Rewriter, target: ts.ElementAccessExpression, value: string, at: ts.Node,
): string => `$check.write(${parts(r, target)}, ${value}, ${r.place(at)})`;

/**
 * `a += v` and the like: what is assigned is made of what was there. `choice`: the operator that
 * decides whether it is assigned at all.
 */
export function update(
  r: Rewriter, left: ts.Expression, make: (old: string) => string, choice?: string,
): string {
  const target = strip(left);
  if (isElement(target)) return updateElement(r, target, make, choice);
  if (!ts.isPropertyAccessExpression(target) || isRepeatable(target.expression)) {
    const name = r.rewrite(target);
    return `(${name} = ${make(name.replaceAll("\n", " "))})`;
  }
  const name = `$a.${r.rewrite(target.name)}`;
  return `$check.with(${r.rewrite(target.expression)}, 0, ($a) => (${name} = ${make(name)}))`;
}

function updateElement(
  r: Rewriter, target: ts.ElementAccessExpression, make: (old: string) => string, choice?: string,
): string {
  const isTwice = isRepeatable(target.expression) && isRepeatable(target.argumentExpression);
  const element = isTwice ? parts(r, target) : "$a, $i";
  const old = `$check.read(${element}, ${r.place(target)})`;
  const written = `$check.write(${element}, ${make(old)}, ${r.place(target)})`;
  const updated = choice === undefined ? written : `(${old} ${choice} ${written})`;
  return isTwice ? updated : `$check.with(${parts(r, target)}, ($a, $i) => ${updated})`;
}

/** What stands on the left of = in [ ] or { }: names, members, elements, patterns again. */
export function pattern(r: Rewriter, node: ts.Node): string {
  const target = ts.isExpression(node) ? strip(node) : node;
  if (isElement(target)) return `$check.element(${parts(r, target)}, ${r.place(target)}).value`;
  const inner = (child: ts.Node): string => pattern(r, child);
  if (ts.isBinaryExpression(node)) return r.copyBut(node, node.left, inner); // [a = 1] = ...
  if (ts.isPropertyAssignment(node)) return r.copyBut(node, node.initializer, inner);
  const isAround = isPattern(node) || ts.isSpreadElement(node) || ts.isSpreadAssignment(node);
  return r.copy(node, isAround ? inner : undefined);
}
