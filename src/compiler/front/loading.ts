// What Node does when it loads the program's modules: imported ones first, each once, and in each
// the initializers in the order of the text. One that only makes a value is left out if nobody
// reads the variable. One that calls a function may change what others read, or trap: it is run.

import * as ts from "typescript";
import type { CheckedProgram } from "./program";
import { symbolOf } from "./references";
import { isNameInUse } from "./validate/nodes";

/** The module at `start`, behind all that it loads. What is imported as a type alone is not. */
export function loadedModules(
  { program, checker }: CheckedProgram, start: string,
): readonly ts.SourceFile[] {
  const loaded = new Set<ts.SourceFile>();
  const visited = new Set<ts.SourceFile>();
  const load = (module: ts.SourceFile): void => {
    if (visited.has(module)) return;
    visited.add(module);
    const used = usedImports(module, checker);
    for (const statement of module.statements) {
      const imported = importedModule(statement, used, checker);
      if (imported !== undefined) load(imported);
    }
    loaded.add(module);
  };
  const first = program.getSourceFile(start);
  if (first !== undefined) load(first);
  return [...loaded];
}

function importedModule(
  node: ts.Statement, used: ReadonlySet<ts.Node>, checker: ts.TypeChecker,
): ts.SourceFile | undefined {
  const isLoaded = ts.isExportDeclaration(node) ? !node.isTypeOnly
    : ts.isImportDeclaration(node) && (node.importClause === undefined || used.has(node));
  const specifier = isLoaded ? (node as ts.ImportDeclaration).moduleSpecifier : undefined;
  return specifier && checker.getSymbolAtLocation(specifier)?.valueDeclaration?.getSourceFile();
}

/** The imports of which a name stands for a value somewhere. */
function usedImports(module: ts.SourceFile, checker: ts.TypeChecker): ReadonlySet<ts.Node> {
  const used = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isNameInUse(node)) {
      const specifier = checker.getSymbolAtLocation(node)?.declarations?.find(ts.isImportSpecifier);
      const isValue = specifier !== undefined && symbolOf(node, checker)?.valueDeclaration;
      if (isValue) used.add(specifier.parent.parent.parent);
    }
    ts.forEachChild(node, visit);
  };
  visit(module);
  return used;
}

export type Initialized = ts.VariableDeclaration | ts.PropertyDeclaration;

/** Variables and static fields whose initializers do more than make a value. */
export function initializersRun(module: ts.SourceFile): readonly Initialized[] {
  return module.statements.flatMap((each): readonly Initialized[] => {
    if (ts.isVariableStatement(each)) return each.declarationList.declarations;
    return ts.isClassDeclaration(each) ? each.members.filter(isStaticField) : [];
  }).filter(({ initializer, name }) => initializer !== undefined
    && (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)
      || !isPlain(initializer)));
}

const isStaticField = (node: ts.ClassElement): node is ts.PropertyDeclaration =>
  ts.isPropertyDeclaration(node)
    && (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static) !== 0;

const LITERALS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.NumericLiteral, ts.SyntaxKind.BigIntLiteral, ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral, ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword, ts.SyntaxKind.Identifier,
  ts.SyntaxKind.ArrowFunction, ts.SyntaxKind.FunctionExpression,
]);

/** Whether it calls nothing, assigns nothing and cannot trap. */
function isPlain(node: ts.Node): boolean {
  if (LITERALS.has(node.kind)) return true;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)
    || ts.isSatisfiesExpression(node)) return isPlain(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return isPlain(node.operand) && isSign(node.operator);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPlain);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every((each) => ts.isShorthandPropertyAssignment(each)
      || (ts.isPropertyAssignment(each) && isPlain(each.initializer)));
  }
  return ts.isNewExpression(node) && isNewContainer(node);
}

/** Of a literal, and so without a trap. */
const isSign = (operator: ts.PrefixUnaryOperator): boolean =>
  operator === ts.SyntaxKind.MinusToken || operator === ts.SyntaxKind.ExclamationToken;

/** new Map(), new Set(): a class of the program's own may have a constructor that does more. */
const isNewContainer = ({ expression, arguments: given }: ts.NewExpression): boolean =>
  ts.isIdentifier(expression) && ["Map", "Set"].includes(expression.text)
    && (given?.length ?? 0) === 0;
