// Modules may import each other in a circle as long as none of them needs another's value while it
// is loaded: which of them is loaded first depends on who imports them.

import * as ts from "typescript";
import type { CheckedProgram } from "../program";
import { declaredSymbol, isNameInUse, isStatic } from "./nodes";
import type { Context } from "./refusal";

export function refuseImportCircles({ modules, checker }: CheckedProgram, context: Context): void {
  const imports = new Map(modules.map((module) => [module, usedModules(module, checker)]));
  for (const module of modules) {
    for (const [imported, name] of imports.get(module)!) {
      const isCircle = imported !== module && reaches(imported, module, imports);
      if (isCircle && (needsValues(module) || needsValues(imported))) {
        context.refuse(name, "import circle");
      }
    }
  }
}

type Imports = ReadonlyMap<ts.SourceFile, ReadonlyMap<ts.SourceFile, ts.Node>>;

/** The modules whose values a module names, each with the import that brings them. */
function usedModules(
  module: ts.SourceFile, checker: ts.TypeChecker,
): ReadonlyMap<ts.SourceFile, ts.Node> {
  const used = new Map<ts.SourceFile, ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isNameInUse(node)) {
      const local = checker.getSymbolAtLocation(node);
      const specifier = local?.declarations?.find(ts.isImportSpecifier);
      const from = declaredSymbol(node, checker)?.valueDeclaration?.getSourceFile();
      if (specifier !== undefined && from !== undefined && !used.has(from)) {
        used.set(from, specifier.parent.parent.parent.moduleSpecifier);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(module);
  return used;
}

function reaches(from: ts.SourceFile, to: ts.SourceFile, imports: Imports): boolean {
  const seen = new Set<ts.SourceFile>();
  const visit = (module: ts.SourceFile): boolean => {
    if (module === to) return true;
    if (seen.has(module)) return false;
    seen.add(module);
    return [...imports.get(module)?.keys() ?? []].some(visit);
  };
  return visit(from);
}

/** Whether loading the module reads a name: in an initializer, a static field, or an `extends`. */
function needsValues(module: ts.SourceFile): boolean {
  let needs = false;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) {
      return;
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isPropertyDeclaration(node) && !isStatic(node)) return;
    if (ts.isHeritageClause(node) && node.token === ts.SyntaxKind.ImplementsKeyword) return;
    needs ||= ts.isIdentifier(node) && isNameInUse(node) && node.text !== "undefined";
    if (!needs) ts.forEachChild(node, visit);
  };
  visit(module);
  return needs;
}
