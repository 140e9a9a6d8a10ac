// Where a value comes to be held under another type, it is of that type by name: see Nominal.

import * as ts from "typescript";
import { RULES } from "../../language/rules";
import { inner, isBindingPattern, isNameInUse, isOfLibrary, isPattern, outer } from "./nodes";
import type { Check, Context } from "./refusal";
import { argumentsOf, hasFlag, isList, isNominal, partsOf, primitiveOf } from "./shape";

export const nominalFlow: Check = (node, context) => {
  if (!ts.isExpression(node) || !isSource(node)) return;
  const { checker, nominal, refuse } = context;
  const source = checker.getTypeAtLocation(node);
  for (const target of targetsOf(node, checker)) {
    const rule = isFreshLiteral(node)
      ? misfitOfLiteral(node, target) : nominal.misfit(source, target);
    if (rule === undefined) continue;
    const text =
      `${RULES[rule][0]} (${checker.typeToString(source)} for ${checker.typeToString(target)})`;
    refuse(node, rule, text);
    return;
  }
};

/** Choices and parentheses hand on: what they hand on is looked at by itself. */
function isSource(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isConditionalExpression(node)
    || ts.isSpreadElement(node)) return false;
  if (ts.isIdentifier(node) && !isNameInUse(node)) return false;
  return !ts.isExpressionWithTypeArguments(node) && !isPattern(node)
    && !ts.isOmittedExpression(node);
}

/** What is wanted where the expression stands, and what it becomes a part of. */
function targetsOf(node: ts.Expression, checker: ts.TypeChecker): readonly ts.Type[] {
  const { parent, child } = outer(node);
  const isHeld = !isTakenApart(parent, child) && !ts.isSatisfiesExpression(parent);
  const wanted = isHeld ? checker.getContextualType(node) : undefined;
  return [wanted, typeJoined(node, parent, child, checker)].filter((each) => each !== undefined);
}

/** TypeScript makes one type of look-alikes: of the arms of a choice, the elements, the results. */
function typeJoined(
  node: ts.Expression, parent: ts.Node, child: ts.Node, checker: ts.TypeChecker,
): ts.Type | undefined {
  if (ts.isConditionalExpression(parent)) {
    return parent.condition === child ? undefined : checker.getTypeAtLocation(parent);
  }
  if (ts.isArrayLiteralExpression(parent)) {
    return elementType(checker.getTypeAtLocation(parent), parent.elements.indexOf(node), checker);
  }
  if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === child)) {
    return resultType(parent, checker);
  }
  const isJoined = ts.isBinaryExpression(parent) && isChoice(parent.operatorToken.kind);
  return isJoined ? checker.getTypeAtLocation(parent) : undefined;
}

/** A pattern takes parts, whatever the whole is. */
function isTakenApart(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isConditionalExpression(parent) || ts.isNonNullExpression(parent)) {
    const around = outer(parent);
    return isTakenApart(around.parent, around.child);
  }
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) {
    return isBindingPattern(parent.name) && parent.type === undefined;
  }
  if (!ts.isBinaryExpression(parent) || parent.right !== child) return false;
  return ts.isArrayLiteralExpression(parent.left) || ts.isObjectLiteralExpression(parent.left);
}

const isChoice = (operator: ts.SyntaxKind): boolean =>
  operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.BarBarToken
    || operator === ts.SyntaxKind.AmpersandAmpersandToken;

function elementType(
  type: ts.Type, index: number, checker: ts.TypeChecker,
): ts.Type | undefined {
  if (!isList(type, checker)) return undefined;
  return argumentsOf(type, checker)[checker.isTupleType(type) ? index : 0];
}

function resultType(node: ts.Node, checker: ts.TypeChecker): ts.Type | undefined {
  const declaration = ts.findAncestor(node, ts.isFunctionLike);
  return declaration
    && checker.getSignatureFromDeclaration(declaration as ts.SignatureDeclaration)?.getReturnType();
}

/** Its parts are looked at by themselves, with the target's own as what is wanted of them. */
const isFreshLiteral = (node: ts.Expression): boolean =>
  ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);

function misfitOfLiteral(node: ts.Expression, target: ts.Type): "look-alike" | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const objects = partsOf(target)
    .filter((each) => primitiveOf(each) === undefined && hasFlag(each, ts.TypeFlags.Object));
  const isClass = (type: ts.Type): boolean =>
    isNominal(type) && (type.getSymbol()!.flags & ts.SymbolFlags.Class) !== 0;
  return objects.length > 0 && objects.every(isClass) ? "look-alike" : undefined;
}

/**
 * A cast says what instanceof could find out, unless it goes to a base class, to the same words, or
 * to `const`.
 */
export const checkedCast: Check = (node, { checker, nominal, refuse }) => {
  if (!ts.isAsExpression(node) || ts.isConstTypeReference(node.type)) return;
  const [source, target] =
    [checker.getTypeAtLocation(node.expression), checker.getTypeAtLocation(node.type)];
  if (hasFlag(target, ts.TypeFlags.Any) || hasFlag(source, ts.TypeFlags.Any)) return;
  // The elements of a literal are looked at one by one.
  const isLiteral = ts.isArrayLiteralExpression(inner(node.expression));
  const isUp = checker.isTypeAssignableTo(source, target)
    && (isLiteral || nominal.misfit(source, target) === undefined);
  if (!isUp) {
    refuse(node, "cast",
      `${RULES.cast[0]} (${checker.typeToString(source)} to ${checker.typeToString(target)})`);
  }
};

/**
 * `!` is a test for null, so that null is what the value may be: of a primitive, only where the
 * compiler itself reads it.
 */
export const checkedNonNull: Check = (node, context) => {
  if (!ts.isNonNullExpression(node)) return;
  const { checker, refuse } = context;
  const type = checker.getTypeAtLocation(node.expression);
  const isOpen = partsOf(type).some((each) => isOpenParameter(each, checker));
  const parts = partsOf(type).map(primitiveOf);
  const isPrimitive = parts.some((part) =>
    part === "number" || part === "bigint" || part === "boolean");
  const isUnsure = isOpen
    || (isPrimitive && parts.some((part) => part === "null" || part === "undefined"));
  if (isUnsure && !isReadByCompiler(inner(node.expression), context)) refuse(node, "non-null");
};

/** A type parameter that may stand for a primitive. */
function isOpenParameter(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (!hasFlag(type, ts.TypeFlags.TypeParameter)) return false;
  const constraint = checker.getBaseConstraintOfType(type);
  return constraint === undefined || hasFlag(constraint, ts.TypeFlags.Unknown);
}

function isReadByCompiler(node: ts.Expression, { checker }: Context): boolean {
  if (ts.isElementAccessExpression(node)) return true;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)
    || ts.isOptionalChain(node)) return false;
  const symbol = checker.getSymbolAtLocation(node.expression.name);
  return ["get", "pop"].includes(node.expression.name.text) && isOfLibrary(symbol);
}
