// Imports that only say something about a value, behind `satisfies`: the compiled program knows
// nothing of them, and what they import need not be kernel TypeScript.

import * as ts from "typescript";

/** Whether each of the names that it imports stands behind `satisfies` alone. */
export function isSaidOnly(imports: ts.ImportDeclaration): boolean {
  const clause = imports.importClause;
  const named = clause?.namedBindings;
  if (clause?.isTypeOnly !== true || named === undefined || !ts.isNamedImports(named)) return false;
  const names = new Set(named.elements.map(({ name }) => name.text));
  return !isNamed(imports.getSourceFile(), names);
}

function isNamed(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (ts.isImportDeclaration(node)) return false;
  if (ts.isIdentifier(node)) return names.has(node.text);
  if (ts.isSatisfiesExpression(node)) return isNamed(node.expression, names);
  return ts.forEachChild(node, (child) => isNamed(child, names)) ?? false;
}
