// Members, elements and names: what they may be of, and which of them may be held as values.

import * as ts from "typescript";
import { adviceAgainst } from "../../language/refused-library";
import { RULES, type Rule } from "../../language/rules";
import { declaredSymbol, inner, isNameInUse, isOfLibrary, outer } from "./nodes";
import { needsMoreThanItsType } from "./nominal";
import { sortOf } from "./operators";
import type { Check, Context } from "./refusal";
import { argumentsOf, isList, partsOf, shapeOf } from "./shape";

export const member: Check = (node, context) => {
  if (ts.isElementAccessExpression(node)) checkElement(node, context);
  else if (ts.isPropertyAccessExpression(node)) checkProperty(node, context);
  else if (ts.isIdentifier(node) && isNameInUse(node)) checkName(node, context);
  else if (ts.isBindingElement(node)) checkTakenMember(node, context);
  else if (ts.isComputedPropertyName(node)) context.refuse(node, "computed name");
};

function checkElement(node: ts.ElementAccessExpression, context: Context): void {
  const rule = elementRule(node, context);
  if (rule !== undefined) context.refuse(node, rule);
}

function elementRule(node: ts.ElementAccessExpression, context: Context): Rule | undefined {
  const { checker } = context;
  if (sortOf(node.expression, context) === "string") return "string index";
  const owners = partsOf(checker.getNonNullableType(checker.getTypeAtLocation(node.expression)));
  const areIndexed = owners.every((each) =>
    isList(each, checker) || each.getNumberIndexType() !== undefined);
  if (!areIndexed || sortOf(node.argumentExpression, context) !== "number") return "property name";
  const isMixed = owners.some((each) => checker.isTupleType(each) && !isEven(each, checker));
  return isMixed && !isConstantIndex(node) ? "tuple index" : undefined;
}

/** A tuple whose elements are all alike is an array to the compiled program. */
export const isEven = (tuple: ts.Type, checker: ts.TypeChecker): boolean =>
  new Set(argumentsOf(tuple, checker).map((each) => shapeOf(each, checker))).size <= 1;

const isConstantIndex = ({ argumentExpression }: ts.ElementAccessExpression): boolean =>
  ts.isNumericLiteral(inner(argumentExpression));

/** const { member } = object: as object.member. */
function checkTakenMember(node: ts.BindingElement, { checker, refuse }: Context): void {
  const pattern = node.parent;
  if (!ts.isObjectBindingPattern(pattern)) return;
  const name = node.propertyName ?? node.name;
  if (node.dotDotDotToken || !ts.isIdentifier(name)) {
    refuse(node, "property name");
    return;
  }
  const whole = checker.getTypeAtLocation(pattern);
  const symbol = whole.getProperty(name.text);
  if (symbol === undefined) return;
  if ((symbol.flags & ts.SymbolFlags.Method) !== 0) refuse(node, "method value");
  else if (isOfLibrary(symbol)) {
    refuse(node, "destructuring", "a member of the library taken apart", "write object.name");
  }
}

function checkProperty(node: ts.PropertyAccessExpression, context: Context): void {
  const { checker, refuse } = context;
  const symbol = checker.getSymbolAtLocation(node.name);
  if (symbol === undefined || isCallee(node)) return;
  const isMethod = (symbol.flags & ts.SymbolFlags.Method) !== 0 || (isOfMethodSignature(symbol));
  if (symbol.name === "prototype" && isOfLibraryOrClass(symbol)) refuse(node.name, "library");
  else if (isMethod) refuse(node, "method value");
}

const isOfMethodSignature = (symbol: ts.Symbol): boolean =>
  symbol.declarations?.some(ts.isMethodSignature) ?? false;

const isOfLibraryOrClass = (symbol: ts.Symbol): boolean =>
  (symbol.flags & ts.SymbolFlags.Prototype) !== 0 || isOfLibrary(symbol);

function isCallee(node: ts.Expression): boolean {
  const { parent, child } = outer(node);
  return ts.isCallOrNewExpression(parent) && parent.expression === child;
}

/** Classes and the library's names are no values; functions are, if their callers know how. */
function checkName(node: ts.Identifier, context: Context): void {
  const symbol = declaredSymbol(node, context.checker);
  if (symbol === undefined) return;
  if (node.text === "globalThis" || (node.text === "Symbol" && isOfLibrary(symbol))) {
    context.refuse(node, "library", `${node.text} is ${RULES.library[0]}`,
      adviceAgainst(node.text));
  } else if ((symbol.flags & ts.SymbolFlags.Class) !== 0
    || (isOfLibrary(symbol) && node.text !== "undefined")) {
    if (!isNameOfClassInUse(node)) context.refuse(node, "class value");
  } else if (!isCallee(node)) {
    checkFunctionValue(node, symbol, context);
  }
}

/** new C, x instanceof C, C.member, extends C, Number(x). */
function isNameOfClassInUse(node: ts.Identifier): boolean {
  const { parent, child } = outer(node);
  if (isCallee(node) || ts.isExpressionWithTypeArguments(parent)) return true;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === child;
  return ts.isBinaryExpression(parent) && parent.right === child
    && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
}

function checkFunctionValue(node: ts.Identifier, symbol: ts.Symbol, { refuse }: Context): void {
  const declaration = functionOf(symbol.valueDeclaration);
  if (declaration === undefined) return;
  if (needsMoreThanItsType(declaration)) refuse(node, "function value");
  else if (declaration.parameters.length > 7) refuse(node, "parameters");
}

/** A function's declaration, or the closure that a variable is declared with. */
function functionOf(declaration: ts.Declaration | undefined): ts.SignatureDeclaration | undefined {
  if (declaration === undefined || ts.isFunctionDeclaration(declaration)) return declaration;
  if (!ts.isVariableDeclaration(declaration) || declaration.type !== undefined) return undefined;
  const { initializer } = declaration;
  return initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
    ? initializer : undefined;
}
