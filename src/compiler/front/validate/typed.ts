// What is declared, and what is computed, has a type that a value can have: see ValueTypes.

import * as ts from "typescript";
import { RULES } from "../../language/rules";
import { EQUALITY } from "./comparisons";
import { isBindingPattern, isNameInUse, isOfLibrary, isPattern, outer, typeRead } from "./nodes";
import type { Check, Context } from "./refusal";
import { isList } from "./shape";
import type { TypeFault } from "./value-type";

/** Variables, parameters, fields, results: at the type that is written, or else at the name. */
export const typedDeclaration: Check = (node, context) => {
  if (ts.isCatchClause(node.parent ?? node) && ts.isVariableDeclaration(node)) return;
  const isDeclared = ts.isVariableDeclaration(node) || ts.isParameter(node)
    || ts.isPropertyDeclaration(node) || ts.isPropertySignature(node);
  if (isDeclared) {
    // What an initializer, a pattern's source or what stands behind `of` is, is said there.
    const isSaidThere = isBindingPattern(node.name)
      || ("initializer" in node && node.initializer !== undefined);
    if (node.type === undefined && isSaidThere) return;
    const isOptional = "questionToken" in node && node.questionToken !== undefined;
    const at = isOptional ? node.name : node.type ?? node.name;
    refuseType(at, context.checker.getTypeAtLocation(node), context);
  } else if (ts.isFunctionLike(node) && !ts.isConstructorDeclaration(node)) {
    const signature = context.checker.getSignatureFromDeclaration(node as ts.SignatureDeclaration);
    const at = node.type ?? node.name ?? node;
    if (signature !== undefined && !isAssertion(node)) {
      refuseType(at, signature.getReturnType(), context);
    }
  }
};

const isAssertion = (node: ts.SignatureDeclaration): boolean =>
  node.type !== undefined && ts.isTypePredicateNode(node.type);

export const typedExpression: Check = (node, context) => {
  if (!isComputed(node) || (isLookedThrough(node) && !isLost(node, context.checker))) return;
  const { checker, values } = context;
  const isRead = takesElements(outer(node).parent);
  const type = isRead ? typeRead(node, checker) : checker.getTypeAtLocation(node);
  const fault = values.faultOf(type);
  if (fault === undefined || isSaidElsewhere(node, type, fault, context)) return;
  if (fault.rule === "object union" && isListOfExpected(node, context)) return;
  refuseFault(node, fault, context);
};

/** What is expected of an array literal is what it is: its elements are looked at one by one. */
function isListOfExpected(node: ts.Expression, { checker, values }: Context): boolean {
  if (!ts.isArrayLiteralExpression(node)) return false;
  const expected = checker.getContextualType(node);
  return expected !== undefined && isList(expected, checker)
    && values.faultOf(expected) === undefined;
}

function isComputed(node: ts.Node): node is ts.Expression {
  if (ts.isIdentifier(node)) {
    return isNameInUse(node) && !ts.isExpressionWithTypeArguments(node.parent);
  }
  if (!ts.isExpression(node) || ts.isParenthesizedExpression(node)
    || ts.isExpressionWithTypeArguments(node)) return false;
  return !ts.isSpreadElement(node) && !ts.isOmittedExpression(node) && !isPattern(node)
    && node.kind !== ts.SyntaxKind.SuperKeyword;
}

/** Templates and comparisons take a[i] for the element that it is, without `!`. */
const takesElements = (parent: ts.Node): boolean => ts.isTemplateSpan(parent)
  || (ts.isBinaryExpression(parent) && EQUALITY.has(parent.operatorToken.kind));

/** Nothing is held of what stands in these. */
const HOLDERS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.NonNullExpression, ts.SyntaxKind.ExpressionStatement, ts.SyntaxKind.SpreadElement,
  ts.SyntaxKind.ThrowStatement, ts.SyntaxKind.SatisfiesExpression,
]);

/** What stands around the expression takes the type apart before anyone holds its value. */
function isLookedThrough(node: ts.Expression): boolean {
  const { parent, child } = outer(node);
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    if (kind === ts.SyntaxKind.InstanceOfKeyword) return true;
    const isTaken = [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.EqualsToken].includes(kind);
    return isTaken && parent.left === child;
  }
  if (ts.isPropertyAccessExpression(parent) && !ts.isOptionalChain(parent)) {
    // Static members, and those of Math: judged where classes as values are.
    return ts.isIdentifier(node);
  }
  if (ts.isCallOrNewExpression(parent)) return parent.expression === child;
  if (ts.isOptionalChain(parent) || ts.isForOfStatement(parent)) return parent.expression === child;
  return HOLDERS.has(parent.kind) || isConstAssertion(parent);
}

/** Whether a primitive is there, ?? cannot see by the word; get and pop are asked beforehand. */
function isLost(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const isChoice = ts.isBinaryExpression(outer(node).parent);
  if (!isChoice || !ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return false;
  }
  const { name } = node.expression;
  return name.text === "find" && isOfLibrary(checker.getSymbolAtLocation(name));
}

const isConstAssertion = (node: ts.Node): boolean =>
  ts.isAsExpression(node) && ts.isConstTypeReference(node.type);

/** A name, member or call whose declaration, in a module, is refused for this very type. */
function isSaidElsewhere(
  node: ts.Expression, type: ts.Type, fault: TypeFault, { checker }: Context,
): boolean {
  if (fault.rule === "class value") return true;
  if (ts.isCallExpression(node)) {
    const declaration = checker.getResolvedSignature(node)?.declaration;
    if (declaration === undefined || ts.isJSDocSignature(declaration)) return false;
    return !isOfLibrary(checker.getSymbolAtLocation(declaration))
      && declaration.getSourceFile().fileName.endsWith(".ts")
      && checker.getSignatureFromDeclaration(declaration)?.getReturnType() === type;
  }
  const symbol =
    checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined || isOfLibrary(symbol)) return false;
  if (ts.isVariableDeclaration(declaration) && ts.isCatchClause(declaration.parent)) return false;
  return checker.getTypeOfSymbol(symbol) === type;
}

function refuseType(node: ts.Node, type: ts.Type, context: Context): void {
  const fault = context.values.faultOf(type);
  if (fault !== undefined) refuseFault(node, fault, context);
}

function refuseFault(node: ts.Node, { rule, type }: TypeFault, { checker, refuse }: Context): void {
  if (rule === "unknown" && isCaught(node, checker)) {
    // Whether it is a certain object, anyone may ask.
    const { parent } = outer(node);
    if (!takesElements(parent) || ts.isTemplateSpan(parent)) refuse(node, "caught");
    return;
  }
  const text = ["any", "unknown"].includes(rule) ? RULES[rule][0]
    : `${RULES[rule][0]} (${checker.typeToString(type)})`;
  refuse(node, rule, text, adviceFor(node, rule) ?? RULES[rule][1]);
}

function isCaught(node: ts.Node, checker: ts.TypeChecker): boolean {
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  return declaration !== undefined && ts.isVariableDeclaration(declaration)
    && ts.isCatchClause(declaration.parent);
}

/** Library members that may have nothing to give. */
const MISSING: Readonly<Record<string, string>> = {
  get: "put `!` or ?? and a value directly behind it",
  pop: "put `!` or ?? and a value directly behind it",
  find: "use findIndex",
};

function adviceFor(node: ts.Node, rule: string): string | undefined {
  if (rule !== "union") return undefined;
  if (ts.isElementAccessExpression(node)) {
    return "put `!` behind it: an index out of range is a trap";
  }
  if (ts.isOptionalChain(node)) return "put ?? and a value directly behind it";
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return undefined;
  }
  return MISSING[node.expression.name.text];
}
