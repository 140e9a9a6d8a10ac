// Calls, loops and patterns: how many values there are, and of what.

import * as ts from "typescript";
import { LIB_FILE } from "../../language/lib-text";
import { inner, isOfLibrary, isPattern, outer, typeRead } from "./nodes";
import { sortOfType } from "./operators";
import type { Check, Context } from "./refusal";
import { isEven } from "./members";
import { argumentsOf, hasFlag, isList, partsOf, primitiveOf } from "./shape";

export const call: Check = (node, context) => {
  if (ts.isCallOrNewExpression(node)) checkCall(node, context);
  else if (ts.isForOfStatement(node)) checkIterated(node.expression, context);
  else if (ts.isSpreadElement(node)) checkSpread(node, context);
  else if (ts.isArrayBindingPattern(node)) checkTaken(node, context);
  else if (ts.isArrayLiteralExpression(node) && isPattern(node)) checkTaken(node, context);
  else if (ts.isTemplateSpan(node)) checkText(node.expression, context);
};

function checkCall(node: ts.CallExpression | ts.NewExpression, context: Context): void {
  const { checker, refuse } = context;
  if (ts.isNewExpression(node)) {
    if (isLibraryName(node.expression, "Array", context) && !isFilled(node)) {
      refuse(node, "new array");
    }
    return;
  }
  const { expression } = node;
  const symbol = checker.getSymbolAtLocation(
    ts.isPropertyAccessExpression(expression) ? expression.name : expression);
  if (!isOfLibrary(symbol)) return;
  const [argument] = node.arguments;
  if (symbol!.name === "String" && argument !== undefined) checkText(argument, context);
  if (SEARCHES.includes(symbol!.name) && argument !== undefined
    && checker.getTypeAtLocation(argument).getCallSignatures().length > 0) {
    context.refuse(node, "function identity");
  }
  if (symbol!.name === "join" && ts.isPropertyAccessExpression(expression)) {
    checkJoined(expression.expression, context);
  }
}

const SEARCHES: readonly string[] = ["indexOf", "includes"];

const isLibraryName = (node: ts.Expression, name: string, { checker }: Context): boolean =>
  ts.isIdentifier(node) && node.text === name && isOfLibrary(checker.getSymbolAtLocation(node));

/** new Array<T>(length).fill(value): no one sees the holes. */
function isFilled(node: ts.NewExpression): boolean {
  const { parent, child } = outer(node);
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== child
    || parent.name.text !== "fill") return false;
  return ts.isCallExpression(parent.parent) && parent.parent.arguments.length === 1;
}

const TEXTS = ["string", "number", "bigint", "boolean"];

function checkText(node: ts.Expression, context: Context): void {
  const type = typeRead(node, context.checker);
  if (hasFlag(type, ts.TypeFlags.TypeParameter | ts.TypeFlags.Never)) return;
  if (!TEXTS.includes(sortOfType(type, context.checker) ?? "")) context.refuse(node, "text");
}

function checkJoined(array: ts.Expression, { checker, refuse }: Context): void {
  const elements = partsOf(checker.getTypeAtLocation(array))
    .flatMap((each) => argumentsOf(each, checker)).flatMap(partsOf);
  const isText = elements.every((each) =>
    hasFlag(each, ts.TypeFlags.TypeParameter) || TEXTS.includes(primitiveOf(each) ?? ""));
  if (!isText) refuse(array, "text");
}

const ITERATED = /^(Map|Set|ReadonlyMap|ReadonlySet|MapIterator|SetIterator|.*Array)$/;

function checkIterated(node: ts.Expression, { checker, refuse }: Context): void {
  const isIterated = partsOf(checker.getTypeAtLocation(node)).every((each) =>
    isList(each, checker)
      || (isOfLibrary(each.getSymbol()) && ITERATED.test(each.getSymbol()!.name)));
  if (!isIterated) refuse(node, "iteration");
}

/** In an array, of anything that for...of goes over; in a call, as the rest, or of a tuple. */
function checkSpread(node: ts.SpreadElement, context: Context): void {
  const { checker, refuse } = context;
  if (ts.isArrayLiteralExpression(node.parent)) {
    if (!isPattern(node.parent)) checkIterated(node.expression, context);
    return;
  }
  if (!ts.isCallOrNewExpression(node.parent)) return;
  const list: readonly ts.Expression[] = node.parent.arguments ?? [];
  const signature = checker.getResolvedSignature(node.parent);
  const parameters = signature?.parameters ?? [];
  const last = parameters.at(-1)?.valueDeclaration;
  const hasRest = last !== undefined && ts.isParameter(last) && last.dotDotDotToken !== undefined;
  const isOfLibraryCall = signature?.declaration?.getSourceFile().fileName === LIB_FILE;
  const isRest = hasRest && !isOfLibraryCall && list.indexOf(node) >= parameters.length - 1;
  const isPush = ts.isPropertyAccessExpression(node.parent.expression)
    && node.parent.expression.name.text === "push";
  if (isOfLibraryCall && !isPush) refuse(node, "spread");
  else if (!isRest && !checker.isTupleType(checker.getTypeAtLocation(node.expression))) {
    refuse(node, "spread");
  }
}

function typeTakenApart(node: ts.Node, { checker }: Context): ts.Type {
  const { parent, child } = outer(node);
  if (ts.isBinaryExpression(parent) && parent.left === child) {
    return checker.getTypeAtLocation(parent.right);
  }
  return checker.getTypeAtLocation(node);
}

/** A tuple has as many elements as its type says. */
function checkTaken(
  node: ts.ArrayBindingPattern | ts.ArrayLiteralExpression, context: Context,
): void {
  const { checker, refuse } = context;
  const taken = partsOf(typeTakenApart(node, context));
  if (!taken.every((each) => checker.isTupleType(each))) refuse(node, "destructuring");
  for (const element of node.elements) {
    const isRest = ts.isSpreadElement(element)
      || (ts.isBindingElement(element) && element.dotDotDotToken !== undefined);
    if (isRest && !taken.every((each) => isEven(each, checker))) {
      refuse(element, "destructuring", "the rest of a tuple of different elements",
        "name the elements one by one");
    }
  }
  if (ts.isArrayLiteralExpression(node)) checkTakenValue(node, context);
}

/** [a, b] = [b, a] stands as a statement: nobody makes an array of it. */
function checkTakenValue(node: ts.ArrayLiteralExpression, { refuse }: Context): void {
  const { parent } = outer(node);
  if (!ts.isBinaryExpression(parent) || parent.left !== node) return;
  const { parent: user } = outer(parent);
  const isStep = ts.isForStatement(user) || ts.isBinaryExpression(user)
    && user.operatorToken.kind === ts.SyntaxKind.CommaToken;
  if (ts.isExpressionStatement(user) || isStep) return;
  refuse(parent, "destructuring", "an assignment that takes apart, as a value",
    "write it as a statement");
}

/** So many words there is room for in registers, with `this` and the closure among them. */
const REGISTERS = 8;

export const parameterList: Check = (node, context) => {
  if (!ts.isFunctionLike(node) || ts.isTypeNode(node) && !ts.isFunctionTypeNode(node)) return;
  const { parameters } = node as ts.SignatureDeclaration;
  const isPlain = ts.isFunctionDeclaration(node) && ts.isSourceFile(node.parent);
  if (parameters.length > (isPlain ? REGISTERS : REGISTERS - 1)) context.refuse(node, "parameters");
  const isClosure = ts.isArrowFunction(node) || ts.isFunctionExpression(node)
    || ts.isFunctionTypeNode(node);
  const odd = parameters
    .find((each) => each.initializer ?? each.dotDotDotToken ?? each.questionToken);
  if (node.typeParameters && isCapturing(node, context)) {
    context.refuse(node.typeParameters[0]!, "function value",
      "a function with type parameters that captures variables",
      "declare it at the top level of the module, and pass what it captures");
  }
  const isCalledByName = ts.isVariableDeclaration(node.parent) && node.parent.type === undefined;
  if (isClosure && !isCalledByName && (odd ?? node.typeParameters?.[0])) {
    context.refuse(odd ?? node.typeParameters![0]!, "function value");
  }
};

const isCapturing = (node: ts.SignatureDeclaration, { variables }: Context): boolean =>
  (ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node))
    && variables.isClosure(node);

export const reference: Check = (node, { refuse }) => {
  if (ts.isCallExpression(node) && inner(node.expression).kind === ts.SyntaxKind.SuperKeyword) {
    return;
  }
  if (node.kind !== ts.SyntaxKind.SuperKeyword || ts.isCallExpression(node.parent)) return;
  const { parent } = node;
  const isCalled = ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent)
    && parent.parent.expression === parent;
  if (!isCalled) refuse(node, "super");
};
