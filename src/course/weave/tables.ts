// Tables: constants whose rows are data. A chapter need not show every row of one, so the weave counts a table
// as covered when any of its rows, or its head, is on a page, and leaves its rows out of the count of statements.

import ts from "typescript";
import { declarationsOf, literalOf } from "./outline";
import { type SourceFile, type Span, lineAt, treeOf } from "./source-file";

export interface Table extends Span {
  readonly name: string;
  /** The lines between the brackets. */
  readonly rows: Span;
}

const FEWEST_ROWS = 2;

/** The tables among a file's constants and its classes' properties. */
export function tablesOf(source: SourceFile): Table[] {
  const tree = treeOf(source);
  const constants = declarationsOf(source).filter((d) => d.kind === "const").map((d) => d.node);
  const properties = declarationsOf(source).flatMap(({ node }) => (ts.isClassDeclaration(node) ? [...node.members].filter((m) => ts.isPropertyDeclaration(m)) : []));
  return [...constants, ...properties].flatMap((node) => {
    const rows = rowsOf(tree, node);
    const name = (node as ts.VariableDeclaration | ts.PropertyDeclaration).name.getText(tree);
    return rows === undefined ? [] : [{ name, rows, first: lineAt(tree, node.getStart(tree)), last: lineAt(tree, node.end) }];
  });
}

function rowsOf(tree: ts.SourceFile, node: ts.Node): Span | undefined {
  const literal = literalOf(node) ?? templateOf(node);
  if (literal === undefined) return undefined;
  const rows = { first: lineAt(tree, literal.getStart(tree)) + 1, last: lineAt(tree, literal.end) - 1 };
  return rows.last - rows.first + 1 >= FEWEST_ROWS ? rows : undefined;
}

/** A table may also be written as text, a row a line. */
function templateOf(node: ts.Node): ts.Node | undefined {
  if (ts.isNoSubstitutionTemplateLiteral(node)) return node;
  if (ts.isTaggedTemplateExpression(node)) return templateOf(node.template);
  if (ts.isCallExpression(node)) return node.arguments.map(templateOf).find((found) => found !== undefined);
  if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) return node.initializer && templateOf(node.initializer);
  return undefined;
}
