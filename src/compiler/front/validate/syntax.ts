// The first look, for which syntax is enough: constructs that the language table refuses wherever
// they stand, and forms of others that it refuses.

import * as ts from "typescript";
import { CONSTRUCTS } from "../../language/constructs";
import { ELEMENTS } from "../../language/library/typed-arrays";
import { RULES, type Rule } from "../../language/rules";
import type { Check, Context } from "./refusal";

let namesOfKinds: ReadonlyMap<ts.SyntaxKind, string> | undefined;

/** ts.SyntaxKind's own name: of several, the first, since others are marks such as FirstToken. */
export function kindName(kind: ts.SyntaxKind): string {
  namesOfKinds ??= new Map(Object.entries(ts.SyntaxKind)
    .filter(([, value]) => typeof value === "number")
    .map(([name, value]) => [value as ts.SyntaxKind, name] as const)
    .reverse());
  return namesOfKinds.get(kind) ?? "Unknown";
}

/** By the table's rows that begin with "!". */
export const refusedConstruct: Check = (node, { refuse }) => {
  const standing = CONSTRUCTS[kindName(node.kind)]?.[1];
  if (standing === undefined || !standing.startsWith("!")) return;
  refuse(node, standing.slice(1) as Rule);
};

export const refusedForm: Check = (node, context) => {
  const { refuse } = context;
  if (ts.isVariableDeclarationList(node)) checkDeclarationList(node, context);
  else if (ts.isFunctionLike(node)) checkFunction(node, context);
  else if (ts.isImportDeclaration(node)) checkImport(node, context);
  else if (ts.isExportDeclaration(node) && !node.exportClause) refuse(node, "export");
  else if (ts.isParameter(node)) checkParameter(node, context);
  else if (ts.isIdentifier(node)) checkName(node, context);
  else if (ts.isBinaryExpression(node)) checkComma(node, context);
  else if (ts.isObjectLiteralExpression(node)) checkObjectLiteral(node, context);
  else checkPlace(node, context);
};

/** What is refused where it stands. */
function checkPlace(node: ts.Node, { refuse }: Context): void {
  if (ts.isClassDeclaration(node)) {
    if (!ts.isSourceFile(node.parent)) refuse(node, "local class");
  } else if (ts.isOmittedExpression(node)) {
    if (ts.isArrayLiteralExpression(node.parent)) refuse(node, "hole");
  } else if (ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node)) {
    if (node.exclamationToken) refuse(node.exclamationToken, "definite");
  } else if (ts.isCallExpression(node)) {
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword) refuse(node, "import");
  } else if (ts.isTypeOperatorNode(node)) {
    if (node.operator === ts.SyntaxKind.UniqueKeyword) refuse(node, "symbol");
  } else if (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)) {
    refuse(node, "export");
  }
}

function checkDeclarationList(node: ts.VariableDeclarationList, { refuse }: Context): void {
  const flags = node.flags & ts.NodeFlags.BlockScoped;
  if (flags === 0) refuse(node, "var");
  else if (flags === ts.NodeFlags.Using || flags === ts.NodeFlags.AwaitUsing) refuse(node, "using");
}

function checkFunction(node: ts.SignatureDeclaration, { refuse }: Context): void {
  if ("asteriskToken" in node && node.asteriskToken !== undefined) refuse(node, "generator");
  if (ts.isMethodDeclaration(node) && node.questionToken) return;
  const isDeclared = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)
    || ts.isConstructorDeclaration(node);
  if (!isDeclared || node.body !== undefined) return;
  const has = (kind: ts.SyntaxKind): boolean =>
    node.modifiers?.some((each) => each.kind === kind) ?? false;
  if (!has(ts.SyntaxKind.AbstractKeyword) && !has(ts.SyntaxKind.DeclareKeyword)) {
    refuse(node, "overload");
  }
}

/** Without names: the module becomes a part of the program. */
function checkImport(node: ts.ImportDeclaration, { refuse }: Context): void {
  if (node.importClause === undefined) return;
  const isOfNames = node.importClause.namedBindings !== undefined
    && ts.isNamedImports(node.importClause.namedBindings);
  if (!isOfNames || node.importClause.name) refuse(node, "import");
}

function checkParameter(node: ts.ParameterDeclaration, { refuse }: Context): void {
  if (ts.isParameterPropertyDeclaration(node, node.parent)) refuse(node, "parameter property");
  if (ts.isIdentifier(node.name) && node.name.text === "this") refuse(node, "this parameter");
}

/** Where the checks under Node see one of these called, they take it for the library's. */
const OF_LIBRARY: ReadonlySet<string> =
  new Set(["Array", "BigInt", "Number", "String", ...Object.keys(ELEMENTS)]);

/** A name that stands for itself, and is no property's. */
function checkName(node: ts.Identifier, { refuse }: Context): void {
  const isDeclared = OF_LIBRARY.has(node.text) && isDeclaredName(node);
  if (isDeclared) refuse(node, "merged", "a name that the library has", "give it another name");
  const isProperty = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  if (node.text === "arguments" && !isProperty && ts.isExpression(node)) refuse(node, "arguments");
}

function isDeclaredName(node: ts.Identifier): boolean {
  const { parent } = node;
  const isDeclaration = ts.isVariableDeclaration(parent) || ts.isParameter(parent)
    || ts.isBindingElement(parent) || ts.isFunctionDeclaration(parent)
    || ts.isClassDeclaration(parent) || ts.isImportSpecifier(parent);
  return isDeclaration && parent.name === node;
}

/** Only a for loop's steps are written with a comma. */
function checkComma(node: ts.BinaryExpression, { refuse }: Context): void {
  if (node.operatorToken.kind !== ts.SyntaxKind.CommaToken) return;
  let outermost: ts.Node = node;
  while (ts.isBinaryExpression(outermost.parent)) outermost = outermost.parent;
  const loop = outermost.parent;
  const isStep = ts.isForStatement(loop)
    && (loop.incrementor === outermost || loop.initializer === outermost);
  if (!isStep) refuse(node.operatorToken, "comma");
}

function checkObjectLiteral(node: ts.ObjectLiteralExpression, { refuse }: Context): void {
  for (const property of node.properties) {
    if (ts.isMethodDeclaration(property) || ts.isAccessor(property)) {
      refuse(property, "object member");
    } else if (property.name !== undefined && ts.isIdentifier(property.name)
      && property.name.text === "__proto__") {
      refuse(property, "property name", "a prototype", RULES["base class"][1]);
    }
  }
}

/** A class's members have plain names, and every object has all that its type names. */
export const refusedMember: Check = (node, { refuse }) => {
  const mayLack = ts.isPropertySignature(node) || ts.isMethodSignature(node)
    || ts.isMethodDeclaration(node);
  if (mayLack && node.questionToken) refuse(node, "optional member");
  if (!ts.isClassElement(node) || node.name === undefined) return;
  if (ts.isStringLiteral(node.name) || ts.isNumericLiteral(node.name)) {
    refuse(node.name, "computed name");
  }
};
