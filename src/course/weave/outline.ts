// What a file declares, and what stands inside each declaration: the names by which a chapter can quote code.
//
// A declaration's lines include its doc comment and any other comment that touches it from above, because that
// is what its author wrote to be read with it.

import ts from "typescript";
import { isRegionMark } from "./region";
import { type SourceFile, type Span, lineAt, treeOf } from "./source-file";

export type Kind =
  | "function" | "class" | "interface" | "type" | "const" | "method" | "constructor" | "accessor" | "property" | "row";

export interface Entry extends Span {
  readonly name: string;
  readonly kind: Kind;
  readonly node: ts.Node;
}

/** The top-level declarations of a file, in its order. */
export function declarationsOf(source: SourceFile): Entry[] {
  const tree = treeOf(source);
  return tree.statements.flatMap((statement) => declaredBy(tree, statement));
}

/** What stands one level inside `entry`: members, rows of a table, functions in a function. */
export function membersOf(source: SourceFile, entry: Entry): Entry[] {
  const tree = treeOf(source);
  const { node } = entry;
  if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) return node.members.flatMap((m) => memberEntry(tree, m));
  if (ts.isTypeAliasDeclaration(node)) return ts.isTypeLiteralNode(node.type) ? node.type.members.flatMap((m) => memberEntry(tree, m)) : [];
  const body = bodyOf(node);
  if (body !== undefined) return body.statements.flatMap((statement) => declaredBy(tree, statement));
  const literal = literalOf(node);
  if (literal === undefined) return [];
  if (ts.isObjectLiteralExpression(literal)) return literal.properties.flatMap((p) => memberEntry(tree, p));
  return literal.elements.flatMap((row) => {
    const name = rowName(row);
    return name === undefined ? [] : [{ name, kind: "row" as const, node: row, ...spanOf(tree, row) }];
  });
}

/** The object or array that `node` is set to, seen through `as const`, `satisfies`, and the calls that wrap it. */
export function literalOf(node: ts.Node): ts.ObjectLiteralExpression | ts.ArrayLiteralExpression | undefined {
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) {
    return node.initializer && literalOf(node.initializer);
  }
  if (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node)) return node;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) return literalOf(node.expression);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    for (const argument of node.arguments ?? []) {
      const literal = literalOf(argument);
      if (literal !== undefined) return literal;
    }
  }
  return undefined;
}

/** From the comment that touches `node` to the line on which it ends. */
export function spanOf(tree: ts.SourceFile, node: ts.Node): Span {
  let start = node.getStart();
  for (const comment of (ts.getLeadingCommentRanges(tree.text, node.pos) ?? []).reverse()) {
    const apart = /\n[ \t]*\r?\n/.test(tree.text.slice(comment.end, start));
    if (apart || isRegionMark(tree.text.slice(comment.pos, comment.end))) break;
    start = comment.pos;
  }
  return { first: lineAt(tree, start), last: lineAt(tree, node.end) };
}

function declaredBy(tree: ts.SourceFile, statement: ts.Statement): Entry[] {
  const span = spanOf(tree, statement);
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap((declaration) =>
      namesIn(declaration.name).map((name) => ({ name, kind: "const" as const, node: declaration, ...span })));
  }
  const kind = kindOfStatement(statement);
  if (kind === undefined) return [];
  const { name } = statement as ts.FunctionDeclaration | ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration;
  return [{ name: name?.text ?? "default", kind, node: statement, ...span }];
}

function kindOfStatement(statement: ts.Statement): Kind | undefined {
  if (ts.isFunctionDeclaration(statement)) return "function";
  if (ts.isClassDeclaration(statement)) return "class";
  if (ts.isInterfaceDeclaration(statement)) return "interface";
  if (ts.isTypeAliasDeclaration(statement)) return "type";
  return undefined;
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

function memberEntry(tree: ts.SourceFile, member: ts.ClassElement | ts.TypeElement | ts.ObjectLiteralElementLike): Entry[] {
  const span = spanOf(tree, member);
  if (ts.isConstructorDeclaration(member)) return [{ name: "constructor", kind: "constructor", node: member, ...span }];
  if (member.name === undefined) return [];
  const { name } = member;
  const text = ts.isStringLiteralLike(name) || ts.isIdentifier(name) || ts.isPrivateIdentifier(name) ? name.text : name.getText();
  return [{ name: text, kind: kindOfMember(member), node: member, ...span }];
}

function kindOfMember(member: ts.Node): Kind {
  if (ts.isMethodDeclaration(member) || ts.isMethodSignature(member)) return "method";
  if (ts.isGetAccessor(member) || ts.isSetAccessor(member)) return "accessor";
  return "property";
}

function bodyOf(node: ts.Node): ts.Block | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node)) return node.body;
  if (ts.isVariableDeclaration(node) && node.initializer && (ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer))) {
    return ts.isBlock(node.initializer.body) ? node.initializer.body : undefined;
  }
  return undefined;
}

/** A row is called by its first string: ["UARTDR", ...], { name: "ADD" }, row("ADD", ...), or "ADD" itself. */
function rowName(row: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(row)) return row.text;
  if (ts.isArrayLiteralExpression(row)) return row.elements.find((e) => ts.isStringLiteralLike(e))?.text;
  if (ts.isCallExpression(row) || ts.isNewExpression(row)) return row.arguments?.find((a) => ts.isStringLiteralLike(a))?.text;
  if (ts.isObjectLiteralExpression(row)) {
    for (const property of row.properties) {
      if (ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer)) return property.initializer.text;
    }
  }
  return undefined;
}
