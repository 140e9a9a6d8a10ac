// A source file as the weave sees it: its lines and, where TypeScript can read it, its syntax tree. Each version
// of a file is read and parsed once; a page rebuilt after an edit pays for the edited file alone.

import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import ts from "typescript";
import { UserFault } from "../../base/fault";

export interface SourceFile {
  /** Relative to the root of the course: "src/machine/mmu/walk.ts". */
  readonly path: string;
  readonly text: string;
  /** Without their line ends; lines[0] is line 1. */
  readonly lines: readonly string[];
  /** Absent for a language that the TypeScript compiler does not read. */
  readonly tree: ts.SourceFile | undefined;
}

/** A run of lines, both ends included, from 1. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

const SCRIPT_KINDS: Readonly<Record<string, ts.ScriptKind>> = {
  ".ts": ts.ScriptKind.TS,
  ".tsx": ts.ScriptKind.TSX,
  ".js": ts.ScriptKind.JS,
  ".jsx": ts.ScriptKind.JSX,
};

const known = new Map<string, { readonly stamp: string; readonly source: SourceFile }>();

export function readSource(root: string, path: string): SourceFile {
  const full = join(root, path);
  if (!existsSync(full)) throw new UserFault(`there is no file ${path}`);
  const { mtimeMs, size } = statSync(full);
  const stamp = `${mtimeMs} ${size}`;
  const before = known.get(full);
  if (before?.stamp === stamp) return before.source;
  const source = parseSource(path, readFileSync(full, "utf8"));
  known.set(full, { stamp, source });
  return source;
}

export function parseSource(path: string, text: string): SourceFile {
  const kind = SCRIPT_KINDS[extname(path)];
  const tree = kind === undefined ? undefined : ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  return { path, text, lines: text.replace(/\n$/, "").split("\n"), tree };
}

/** The tree of a file whose declarations are asked for. */
export function treeOf(source: SourceFile): ts.SourceFile {
  if (source.tree === undefined) throw new UserFault(`${source.path} is no TypeScript: quote the whole file, or a #range: of it`);
  return source.tree;
}

export function lineAt(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}
