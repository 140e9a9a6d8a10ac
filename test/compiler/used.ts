// What of the language some modules use: constructs by their rows of src/compiler/language/constructs.ts, library members
// by their rows of src/compiler/language/library, each overload by itself.

import * as ts from "typescript";
import { kindName } from "../../src/compiler/front/validate/syntax";
import type { CheckedProgram } from "../../src/compiler/front/program";
import { CONSTRUCTS } from "../../src/compiler/language/constructs";
import { LIB_FILE } from "../../src/compiler/language/lib-text";
import { libraryMembers, NAMESPACES } from "../../src/compiler/language/library";

/** What no accepted program has, though no "!" of the table says so: these rows' rules refuse every form of it. */
const REFUSED_BY_RULE: readonly string[] = ["NamespaceImport", "DefaultKeyword"];

/** Every row of the tables that a program may use, by its title. */
export function admitted(): string[] {
  const constructs = Object.entries(CONSTRUCTS)
    .filter(([kind, [, standing]]) => !standing.startsWith("!") && !REFUSED_BY_RULE.includes(kind)).map(([kind]) => kind);
  const members = libraryMembers().map(({ name, signature }) => `${name} ${signature}`);
  return [...constructs, ...members];
}

/** The titles of the admitted rows that none of the modules uses. */
export function unused(program: CheckedProgram, modules: readonly ts.SourceFile[]): string[] {
  const used = usedBy(program, modules);
  return admitted().filter((title) => !used.has(title));
}

function usedBy({ checker }: CheckedProgram, modules: readonly ts.SourceFile[]): Set<string> {
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    used.add(kindName(node.kind));
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) used.add(kindName(node.operator));
    const member = memberOf(node, checker);
    if (member !== undefined) used.add(member);
    ts.forEachChild(node, visit);
  };
  modules.forEach(visit);
  return used;
}

/** The library's row that a call, a `new` or a property names. */
function memberOf(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return titleOf(checker.getResolvedSignature(node)?.declaration);
  if (ts.isPropertyAccessExpression(node)) return titleOf(checker.getSymbolAtLocation(node.name)?.valueDeclaration);
  return undefined;
}

function titleOf(declaration: ts.Node | undefined): string | undefined {
  if (declaration?.getSourceFile().fileName !== LIB_FILE) return undefined;
  const text = declaration.getText().replace(/;$/, "");
  const { parent } = declaration;
  const owner = ts.isInterfaceDeclaration(parent) ? parent.name.text
    : ts.isVariableDeclaration(parent.parent) ? parent.parent.name.getText() : "";
  const type = owner.replace(/Constructor$/, "");
  const isStatic = type !== owner || NAMESPACES.includes(owner);
  if (ts.isCallSignatureDeclaration(declaration)) return `${type}() ${text}`;
  if (ts.isConstructSignatureDeclaration(declaration)) return `new ${type} ${text.slice("new".length)}`;
  const [, name = ""] = /^(?:readonly )?(\w*)/.exec(text) ?? [];
  const signature = ts.isMethodSignature(declaration) ? text.slice(name.length) : text;
  return `${type}.${isStatic ? "" : "prototype."}${name} ${signature}`;
}
