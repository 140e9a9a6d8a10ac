// Operators and elements: the check in place of the operation, of the same operands in the same
// order.

import * as ts from "typescript";
import { ARITHMETIC, NATIVE_COMPOUND, STEPS } from "./operators";
import { isChain } from "./optional-chain";
import type { Rewriter } from "./rewriter";
import {
  isElement, isPattern, pattern, readElement, strip, update, writeElement,
} from "./targets";

export function operation(r: Rewriter, node: ts.Node): string | undefined {
  if (ts.isBinaryExpression(node)) return binary(r, node);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return unary(r, node, true);
  }
  if (isElement(node) && !(isChain(node) && !r.tested.has(node))) return readElement(r, node);
  return ts.isNonNullExpression(node) ? nonNull(r, node) : undefined;
}

function binary(r: Rewriter, node: ts.BinaryExpression): string | undefined {
  const { left, operatorToken, right } = node;
  const { kind } = operatorToken;
  const check = ARITHMETIC[kind];
  if (check !== undefined) {
    const second = r.behind(operatorToken, right);
    const checked = (first: string): string =>
      `$check.${check.name}(${first},${second}, ${r.place(node)})`;
    return check.assigns ? update(r, left, checked)
      : checked(r.rewrite(left) + r.between(left.end, r.start(operatorToken)));
  }
  const target = strip(left);
  if (kind === ts.SyntaxKind.EqualsToken) {
    if (isElement(target)) return writeElement(r, target, r.behind(operatorToken, right), node);
    return isPattern(target) ? r.copyBut(node, left, (child) => pattern(r, child)) : undefined;
  }
  const native = NATIVE_COMPOUND[kind];
  if (native === undefined || !isElement(target)) return undefined;
  const value = r.behind(operatorToken, right);
  return native.isChoice ? update(r, left, () => value, native.operator)
    : update(r, left, (old) => `${old} ${native.operator} (${value})`);
}

function unary(
  r: Rewriter, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, isUsed: boolean,
): string | undefined {
  const { operator, operand } = node;
  const isLiteral = ts.isNumericLiteral(operand) || ts.isBigIntLiteral(operand);
  if (operator === ts.SyntaxKind.MinusToken && !isLiteral) {
    return `$check.negate(${r.rewrite(operand)}, ${r.place(node)})`;
  }
  const step = STEPS[operator];
  if (step === undefined) return undefined;
  const assigned = update(r, operand, (old) => `$check.${step.name}(${old}, ${r.place(node)})`);
  const isBefore = isUsed && ts.isPostfixUnaryExpression(node);
  return isBefore ? `$check.before(${assigned}, ${step.by})` : assigned;
}

/** An expression whose value nobody wants: i++ need not remember what i was. */
export function unused(r: Rewriter, node: ts.Node): string {
  if (ts.isPostfixUnaryExpression(node)) return unary(r, node, false) ?? r.copy(node);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    return r.copy(node, (child) => unused(r, child));
  }
  return r.rewrite(node);
}

function nonNull(r: Rewriter, node: ts.NonNullExpression): string | undefined {
  if (isChain(node)) return undefined;
  const inner = strip(node.expression);
  const at = r.place(node);
  if (ts.isCallExpression(inner) && !isChain(inner)
    && ts.isPropertyAccessExpression(inner.expression)) {
    const { expression: object, name } = inner.expression;
    const [key] = inner.arguments;
    if (name.text === "get" && key !== undefined && inner.arguments.length === 1) {
      const gap = r.lines(object.end, r.start(name));
      return `$check.got(${r.rewrite(object)}${gap}, ${r.rewrite(key)}, ${at})`;
    }
  }
  return `$check.present(${r.rewrite(node.expression)}, ${at})`;
}
