// Statements: what is thrown and caught, what a switch holds, what a module does when it is loaded.

import * as ts from "typescript";
import { declaredSymbol, isNameInUse, isOfLibrary, isStatic, thisContainer } from "./nodes";
import type { Check, Context } from "./refusal";
import { hasFlag, isList, partsOf, primitiveOf } from "./shape";

export const statement: Check = (node, context) => {
  if (ts.isThrowStatement(node)) checkThrow(node, context);
  else if (ts.isBinaryExpression(node)
    && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) checkInstanceof(node, context);
  else if (ts.isImportDeclaration(node)) checkImported(node, context);
  else if (ts.isSourceFile(node)) node.statements.forEach((each) => { checkTopLevel(each,
    context); });
  else if (node.kind === ts.SyntaxKind.ThisKeyword
    && !ts.isTypeNode(node)) checkThis(node, context);
  else if (ts.isIdentifier(node)) checkCaseScope(node, context);
};

/** What makes a reference of any word is for those alone who lay objects out. */
const OBJECTS = "src/unikernel/metal/object.ts";
const LAYS_OUT = /^src\/unikernel\/(runtime|metal)\//;

function checkImported(
  { moduleSpecifier }: ts.ImportDeclaration, { checker, refuse }: Context,
): void {
  const imported =
    checker.getSymbolAtLocation(moduleSpecifier)?.valueDeclaration?.getSourceFile().fileName;
  if (imported !== OBJECTS || LAYS_OUT.test(moduleSpecifier.getSourceFile().fileName)) return;
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

function checkInstanceof(node: ts.BinaryExpression, { checker, refuse }: Context): void {
  const left = partsOf(checker.getTypeAtLocation(node.left));
  const isObject = left
    .every((each) =>
      hasFlag(each, ts.TypeFlags.Unknown) || primitiveOf(each) === "null"
        || primitiveOf(each) === "undefined"
    || primitiveOf(each) === "never"
      || (primitiveOf(each) === undefined && !isList(each, checker)));
  const symbol = declaredSymbol(node.right, checker);
  const isErrorClass = symbol?.name === "Error" && isOfLibrary(symbol);
  const declaration = symbol?.valueDeclaration;
  const isPlainClass = declaration !== undefined && ts.isClassDeclaration(declaration)
    && declaration.typeParameters === undefined;
  if (!isObject) refuse(node.left, "instanceof");
  else if (!isErrorClass && !isPlainClass) refuse(node.right, "instanceof");
}

/** Declarations alone: what they are initialized with is computed when the program is compiled. */
function checkTopLevel(node: ts.Statement, { refuse }: Context): void {
  const isDeclaration = ts.isDeclarationStatement(node) || ts.isVariableStatement(node)
    || ts.isEmptyStatement(node);
  if (!isDeclaration) refuse(node, "module code");
}

function checkThis(node: ts.Node, { refuse }: Context): void {
  const container = thisContainer(node);
  const isOfObject = ts.isClassElement(container) && !isStatic(container);
  if (!isOfObject && !ts.isTypePredicateNode(node.parent)) refuse(node, "this");
}

/** A switch is one scope, though control may jump over a declaration in it. */
function checkCaseScope(node: ts.Identifier, { checker, refuse }: Context): void {
  if (!isNameInUse(node)) return;
  const declaration = declaredSymbol(node, checker)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)
    || !ts.isVariableDeclarationList(declaration.parent)) return;
  const clause = declaration.parent.parent.parent;
  if (!ts.isCaseOrDefaultClause(clause)) return;
  const isWithin = ts.findAncestor(node, (each) => each === clause) !== undefined;
  if (!isWithin) refuse(node, "case scope");
}
