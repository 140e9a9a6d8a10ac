// What a name stands for, and whether it is read or written where it stands.

import * as ts from "typescript";

/** The variable, function, class or parameter that an identifier names where it is used. */
export function symbolOf(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return undefined;
  if (ts.isShorthandPropertyAssignment(parent) && parent.name === node) {
    return checker.getShorthandAssignmentValueSymbol(parent);
  }
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return symbol;
  return checker.getAliasedSymbol(symbol);
}

/**
 * Whether the expression is assigned to: by =, by an operator with =, by ++ or --, as a pattern.
 */
export function isAssignmentTarget(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    return parent.left === node && isAssignment(parent.operatorToken.kind);
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.PlusPlusToken
      || parent.operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (ts.isForOfStatement(parent)) return parent.initializer === node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) {
    return isAssignmentTarget(parent);
  }
  return isInPattern(node) && isAssignmentTarget(parent as ts.Expression);
}

/** A literal that takes values apart instead of putting them together. */
function isInPattern({ parent }: ts.Node): boolean {
  return ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent)
    || ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)
    || ts.isSpreadElement(parent);
}

export function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}

/** Without parentheses and what changes nothing at run time but a type. */
export function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}
