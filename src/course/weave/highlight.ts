// Colours for code, by what the TypeScript compiler says each token is. Lines come out as HTML with a
// `<span class="tok-KIND">` a token; a page shows them without any script.
//
// Invariant: a line's leading spaces stand outside of spans, so that an excerpt can cut its indentation off.

import ts from "typescript";
import type { SourceFile } from "./source-file";

export type TokenKind = "keyword" | "type" | "name" | "string" | "number" | "comment";

const coloured = new WeakMap<SourceFile, readonly string[]>();

/** The lines of `source` as HTML. */
export function highlight(source: SourceFile): readonly string[] {
  const known = coloured.get(source);
  if (known !== undefined) return known;
  const html = source.tree === undefined ? source.lines.map(escapeHtml) : highlightTree(source.tree);
  coloured.set(source, html);
  return html;
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function highlightTree(tree: ts.SourceFile): readonly string[] {
  const out: string[] = [];
  let done = 0;
  const emit = (end: number, kind: TokenKind | undefined): void => {
    out.push(span(tree.text.slice(done, end), kind));
    done = end;
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(tree);
    if (children.length > 0) return children.forEach(visit);
    for (const comment of commentsIn(tree.text, done, node.getStart(tree))) {
      emit(comment.pos, undefined);
      emit(comment.end, "comment");
    }
    emit(node.getStart(tree), undefined);
    emit(node.end, kindOf(node));
  };
  visit(tree);
  return out.join("").replace(/\n$/, "").split("\n");
}

/** Between two tokens stand only spaces and comments (and, at the top, a #! line), so a pattern may find them. */
function* commentsIn(text: string, from: number, to: number): Generator<{ pos: number; end: number }> {
  for (const match of text.slice(from, to).matchAll(/\/\/[^\n]*|\/\*[^]*?\*\/|^#![^\n]*/g)) {
    yield { pos: from + match.index, end: from + match.index + match[0].length };
  }
}

function span(text: string, kind: TokenKind | undefined): string {
  if (kind === undefined) return escapeHtml(text);
  return text.split("\n").map((line) => {
    const code = line.trimStart();
    const indent = line.slice(0, line.length - code.length);
    return code === "" ? indent : `${indent}<span class="tok-${kind}">${escapeHtml(code)}</span>`;
  }).join("\n");
}

function kindOf(token: ts.Node): TokenKind | undefined {
  const { kind } = token;
  if (kind === ts.SyntaxKind.Identifier || kind === ts.SyntaxKind.PrivateIdentifier) return kindOfName(token);
  if (kind === ts.SyntaxKind.NumericLiteral || kind === ts.SyntaxKind.BigIntLiteral) return "number";
  if (kind >= ts.SyntaxKind.FirstTemplateToken && kind <= ts.SyntaxKind.LastTemplateToken) return "string";
  if (kind === ts.SyntaxKind.StringLiteral || kind === ts.SyntaxKind.RegularExpressionLiteral) return "string";
  if (kind < ts.SyntaxKind.FirstKeyword || kind > ts.SyntaxKind.LastKeyword) return undefined;
  return ts.isTypeNode(token) ? "type" : "keyword";
}

function kindOfName(name: ts.Node): TokenKind | undefined {
  const { parent } = name;
  if (ts.isConstTypeReference(parent)) return "keyword";
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent) || ts.isTypeParameterDeclaration(parent)) return "type";
  if (ts.isExpressionWithTypeArguments(parent) || ts.isInterfaceDeclaration(parent) || ts.isTypeAliasDeclaration(parent)) return "type";
  if (ts.isClassDeclaration(parent) || ts.isNewExpression(parent)) return "type";
  if (ts.isFunctionDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isAccessor(parent)) return parent.name === name ? "name" : undefined;
  if (ts.isMethodSignature(parent)) return "name";
  if (ts.isVariableDeclaration(parent) && parent.name === name && ts.isSourceFile(parent.parent.parent.parent)) return "name";
  return undefined;
}
