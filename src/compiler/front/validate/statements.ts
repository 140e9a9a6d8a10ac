// Statements: what is thrown and caught, what a switch holds, what a module does when it is loaded.

import * as ts from "typescript";
import { declaredSymbol, isNameInUse, isOfLibrary, isStatic, thisContainer } from "./nodes";
import type { Check, Context } from "./refusal";
import { hasFlag, isList, partsOf, primitiveOf } from "./shape";

export const statement: Check = (node, context) => {
  if (ts.isThrowStatement(node)) checkThrow(node, context);
  else if (ts.isBinaryExpression(node)) checkInstanceof(node, context);
  else if (ts.isImportDeclaration(node)) checkImported(node, context);
  else if (ts.isSourceFile(node)) checkTopLevel(node, context);
  else if (node.kind === ts.SyntaxKind.ThisKeyword) checkThis(node, context);
  else if (ts.isIdentifier(node)) checkCaseScope(node, context);
};

/** What makes a reference of any word is for those alone who lay objects out. */
const OBJECTS = "src/unikernel/metal/object.ts";
const LAYS_OUT = /^src\/unikernel\/(runtime|metal)\//;

function checkImported(
  { moduleSpecifier }: ts.ImportDeclaration, { checker, refuse }: Context,
): void {
  const imported = checker.getSymbolAtLocation(moduleSpecifier)?.valueDeclaration?.getSourceFile();
  const from = moduleSpecifier.getSourceFile().fileName;
  if (imported?.fileName !== OBJECTS || LAYS_OUT.test(from)) return;
  refuse(moduleSpecifier, "module", "the metal of the runtime, which types do not bind",
    "load and store through src/unikernel/metal/memory");
}

function checkThrow({ expression }: ts.ThrowStatement, { checker, refuse }: Context): void {
  const type = checker.getTypeAtLocation(expression);
  if (hasFlag(type, ts.TypeFlags.Unknown)) return;
  if (!partsOf(type).every((each) => isError(each, checker))) refuse(expression, "throw");
}

/** Of the library's Error, or of a class derived from it. */
export function isError(type: ts.Type, checker: ts.TypeChecker): boolean {
  const symbol = type.getSymbol();
  if (symbol === undefined) return hasFlag(type, ts.TypeFlags.Never);
  if (symbol.name === "Error" && isOfLibrary(symbol)) return true;
  const declared = checker.getDeclaredTypeOfSymbol(symbol);
  return declared.isClass()
    && checker.getBaseTypes(declared).some((base) => isError(base, checker));
}

/** Of nothing else than an object's type. */
const EMPTY = ["null", "undefined", "never"];

function checkInstanceof(node: ts.BinaryExpression, { checker, refuse }: Context): void {
  if (node.operatorToken.kind !== ts.SyntaxKind.InstanceOfKeyword) return;
  const isObject = partsOf(checker.getTypeAtLocation(node.left)).every((each) => {
    const primitive = primitiveOf(each);
    return primitive === undefined ? !isList(each, checker) : EMPTY.includes(primitive);
  });
  const symbol = declaredSymbol(node.right, checker);
  const isErrorClass = symbol?.name === "Error" && isOfLibrary(symbol);
  const declaration = symbol?.valueDeclaration;
  const isPlainClass = declaration !== undefined && ts.isClassDeclaration(declaration)
    && declaration.typeParameters === undefined;
  if (!isObject) refuse(node.left, "instanceof");
  else if (!isErrorClass && !isPlainClass) refuse(node.right, "instanceof");
}

/** Declarations alone: what they are initialized with is computed when the program is compiled. */
function checkTopLevel({ statements }: ts.SourceFile, { refuse }: Context): void {
  for (const each of statements) {
    const isDeclaration = ts.isDeclarationStatement(each) || ts.isVariableStatement(each);
    if (!isDeclaration && !ts.isEmptyStatement(each)) refuse(each, "module code");
  }
}

function checkThis(node: ts.Node, { refuse }: Context): void {
  if (ts.isTypeNode(node)) return;
  const container = thisContainer(node);
  const isOfObject = ts.isClassElement(container) && !isStatic(container);
  if (!isOfObject && !ts.isTypePredicateNode(node.parent)) refuse(node, "this");
}

/** A switch is one scope, though control may jump over a declaration in it. */
function checkCaseScope(node: ts.Identifier, { checker, refuse }: Context): void {
  if (!isNameInUse(node)) return;
  const declaration = declaredSymbol(node, checker)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return;
  const clause = declaration.parent.parent.parent;
  if (clause === undefined || !ts.isCaseOrDefaultClause(clause)) return;
  const isWithin = ts.findAncestor(node, (each) => each === clause) !== undefined;
  if (!isWithin) refuse(node, "case scope");
}
