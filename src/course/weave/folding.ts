// Folding: a fence names a text; the declaration, member, statement or row that begins on the line of that text
// is shown closed, its first line excepted.

import ts from "typescript";
import { UserFault } from "../../base/fault";
import { type SourceFile, type Span, lineAt, treeOf } from "./source-file";

/** The lines within `spans` that contain `text`. */
export function linesWith(source: SourceFile, spans: readonly Span[], text: string): number[] {
  const lines = spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  const found = lines.filter((n) => source.lines[n - 1]!.includes(text));
  if (found.length === 0) throw new UserFault(`no quoted line contains "${text}"`);
  return found;
}

/** What `text` folds: from the line behind the first to the last but the closing bracket. */
export function foldAt(source: SourceFile, spans: readonly Span[], text: string): Span {
  const lines = linesWith(source, spans, text);
  const starts = lines.flatMap((line) => largestFrom(source, spans, line) ?? []);
  if (starts.length === 0) throw new UserFault(`nothing of several lines begins on a quoted line with "${text}"`);
  if (starts.length > 1) throw new UserFault(`"${text}" is ambiguous: lines ${starts.map((s) => s.first).join(", ")}`);
  const { first, last } = starts[0]!;
  const closes = /^\s*[\])}]+[;,)]*\s*$/.test(source.lines[last - 1]!);
  const fold = { first: first + 1, last: closes ? last - 1 : last };
  if (fold.last < fold.first) throw new UserFault(`"${text}" has nothing inside to fold`);
  return fold;
}

/** The largest node that begins on `line` and ends within its span, if it has more lines than one. */
function largestFrom(source: SourceFile, spans: readonly Span[], line: number): Span | undefined {
  const tree = treeOf(source);
  const { last } = spans.find((s) => s.first <= line && line <= s.last)!;
  let largest: Span | undefined;
  const visit = (node: ts.Node): void => {
    const span = { first: lineAt(tree, node.getStart(tree)), last: lineAt(tree, node.end) };
    if (span.first > line || span.last < line) return;
    if (largest === undefined && span.first === line && span.last > line && span.last <= last) largest = span;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return largest;
}
