// Small questions about nodes that several checks ask.

import * as ts from "typescript";
import { LIB_FILE } from "../../language/lib-text";
import { partsOf, primitiveOf } from "./shape";

/** Without parentheses around it. */
export function inner(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? inner(node.expression) : node;
}

/** What the expression is part of, parentheses aside, and the child of it that leads here. */
export function outer(node: ts.Node): { readonly parent: ts.Node; readonly child: ts.Node } {
  let child = node;
  while (ts.isParenthesizedExpression(child.parent)) child = child.parent;
  return { parent: child.parent, child };
}

export const isOfLibrary = (symbol: ts.Symbol | undefined): boolean =>
  symbol?.declarations?.[0]?.getSourceFile().fileName === LIB_FILE;

export function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** Whether the expression takes a value apart on the left of =. */
export function isPattern(node: ts.Node): boolean {
  const { parent, child } = outer(node);
  if (ts.isBinaryExpression(parent)) {
    return parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.left === child;
  }
  if (ts.isForOfStatement(parent)) return parent.initializer === child;
  const isPart = ts.isArrayLiteralExpression(parent) || ts.isPropertyAssignment(parent)
    || ts.isSpreadElement(parent);
  return isPart && isPattern(ts.isPropertyAssignment(parent) ? parent.parent : parent);
}

export const isBindingPattern = (node: ts.Node): node is ts.BindingPattern =>
  ts.isArrayBindingPattern(node) || ts.isObjectBindingPattern(node);

/** a[i] has no undefined in it, whatever TypeScript says: an index out of range is a trap. */
export function typeRead(node: ts.Expression, checker: ts.TypeChecker): ts.Type {
  const type = checker.getTypeAtLocation(node);
  const isElement = ts.isElementAccessExpression(inner(node)) && !ts.isOptionalChain(inner(node));
  const isPrimitive = partsOf(type).every((each) => primitiveOf(each) !== undefined);
  return isElement && isPrimitive ? checker.getNonNullableType(type) : type;
}

/** The class member or function around a node, arrow functions aside: whose `this` it has. */
export function thisContainer(node: ts.Node): ts.Node {
  let around = node.parent;
  while (ts.isArrowFunction(around)
    || !(ts.isFunctionLike(around) || ts.isClassElement(around) || ts.isSourceFile(around))) {
    around = around.parent;
  }
  return around;
}

export function enclosingFunction(node: ts.Node): ts.SignatureDeclaration | undefined {
  return ts.findAncestor(node.parent, ts.isFunctionLike);
}

export const isStatic = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node)
    && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);

/** Through imports and exports, to where it is declared. */
export function declaredSymbol(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node
    ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node);
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return symbol;
  return checker.getAliasedSymbol(symbol);
}

/** Whether an identifier stands for a value, and is not the name of what is declared or named. */
export function isNameInUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) {
    return parent.initializer === node;
  }
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent)
    || ts.isNamespaceImport(parent)) return false;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  if (ts.isDeclarationStatement(parent) || ts.isFunctionExpression(parent)
    || ts.isClassElement(parent)) {
    return "initializer" in parent && parent.initializer === node;
  }
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) {
    return parent.initializer === node;
  }
  if (ts.isExpressionWithTypeArguments(parent)) return isBaseClassName(parent);
  return !ts.isTypeNode(parent) && !ts.isTypeElement(parent) && !ts.isQualifiedName(parent)
    && !ts.isTypeParameterDeclaration(parent);
}

/** A class that another is derived from is a value: it must be there by then. */
const isBaseClassName = ({ parent }: ts.ExpressionWithTypeArguments): boolean =>
  ts.isHeritageClause(parent) && parent.token === ts.SyntaxKind.ExtendsKeyword
    && ts.isClassLike(parent.parent);
