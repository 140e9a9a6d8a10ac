// The part of a fence behind the "#": which lines of the file it quotes.
//
//   walk                       a top-level declaration            walk,kindOf      several, in this order
//   Pl011.feed  Pl011.#flags   a member                           Cpu.run.inner    a function in it
//   TABLE."ADD (immediate)"    a row, by its name                 TABLE            the whole table
//   type:Kind  value:Kind      one of a type and a value that share a name
//   header                     the comment at the file's top      imports          its import statements
//   range:name                 the lines from "// region name" to "// endregion"

import ts from "typescript";
import { UserFault } from "../../base/fault";
import { type Entry, declarationsOf, membersOf } from "./outline";
import { rangeOf } from "./region";
import { type SourceFile, type Span, lineAt, treeOf } from "./source-file";

/** The lines that each of `names` stands for, in the order asked. Overlaps are refused. */
export function select(source: SourceFile, names: readonly string[]): Span[] {
  const spans = names.map((name) => selectOne(source, name));
  spans.forEach((span, i) => {
    const twice = spans.slice(0, i).findIndex((s) => s.first <= span.last && span.first <= s.last);
    if (twice >= 0) throw new UserFault(`${names[i]} and ${names[twice]} of ${source.path} share lines: quote one of them`);
  });
  return spans;
}

function selectOne(source: SourceFile, name: string): Span {
  if (name === "header") return headerOf(source);
  if (name === "imports") return importsOf(source);
  if (name.startsWith("range:")) return rangeOf(source, name.slice("range:".length));
  return find(source, name);
}

/** The names of a fence, split at commas that stand in no quotes. */
export function splitNames(text: string): string[] {
  return split(text, ",");
}

/** The declaration, member or row called `name`. */
export function find(source: SourceFile, name: string): Span {
  const [, filter, path] = /^(?:(type|value):)?(.*)$/s.exec(name)!;
  let within = source.path;
  let candidates = declarationsOf(source).filter((e) => filter === undefined || isType(e) === (filter === "type"));
  let found: Entry[] = [];
  for (const step of split(path!, ".").map(unquote)) {
    if (found.length > 0) {
      within = `${source.path}#${found[0]!.name}`;
      candidates = found.flatMap((entry) => membersOf(source, entry));
    }
    found = candidates.filter((entry) => entry.name === step);
    if (found.length === 0) throw new UserFault(`${within} has no ${step}; it has ${listed(candidates)}`);
  }
  if (found.length > 1 && !isOneThing(found)) {
    const places = found.map((e) => `${e.kind} on line ${e.first}`).join(", ");
    throw new UserFault(`${name} is ambiguous in ${source.path}: ${places}`);
  }
  return { first: found[0]!.first, last: found.at(-1)!.last };
}

const isType = (entry: Entry): boolean => entry.kind === "interface" || entry.kind === "type";

/** Overloads and a getter with its setter are one thing if nothing else stands between them. */
function isOneThing(entries: readonly Entry[]): boolean {
  const siblings: ts.Node[] = [];
  ts.forEachChild(entries[0]!.node.parent, (child) => void siblings.push(child));
  const at = entries.map((e) => siblings.indexOf(e.node));
  const together = at.every((place, i) => place >= 0 && place === at[0]! + i);
  return together && entries.every((e) => e.kind === entries[0]!.kind && ["function", "method", "constructor", "accessor"].includes(e.kind));
}

function listed(entries: readonly Entry[]): string {
  const names = [...new Set(entries.map((e) => (/^#?[\w$]+$/.test(e.name) ? e.name : `"${e.name}"`)))];
  if (names.length === 0) return "nothing that has a name";
  return names.length <= 12 ? names.join(", ") : `${names.slice(0, 12).join(", ")} and ${names.length - 12} more`;
}

function headerOf(source: SourceFile): Span {
  const tree = treeOf(source);
  const [first, ...others] = ts.getLeadingCommentRanges(tree.text, ts.getShebang(tree.text)?.length ?? 0) ?? [];
  if (first === undefined) throw new UserFault(`${source.path} has no header comment`);
  let end = first.end;
  for (const comment of others) {
    if (/\n[ \t]*\r?\n/.test(tree.text.slice(end, comment.pos))) break;
    end = comment.end;
  }
  return { first: lineAt(tree, first.pos), last: lineAt(tree, end) };
}

function importsOf(source: SourceFile): Span {
  const tree = treeOf(source);
  const imports = tree.statements.filter((s) => ts.isImportDeclaration(s));
  if (imports.length === 0) throw new UserFault(`${source.path} imports nothing`);
  return { first: lineAt(tree, imports[0]!.getStart()), last: lineAt(tree, imports.at(-1)!.end) };
}

/** Splits at `separator` where it stands in no quotes and no brackets. */
function split(text: string, separator: string): string[] {
  const parts = [""];
  let quoted = false;
  let depth = 0;
  for (const c of text) {
    if (c === '"') quoted = !quoted;
    if (c === "[") depth++;
    if (c === "]") depth--;
    if (c === separator && !quoted && depth === 0) parts.push("");
    else parts[parts.length - 1] += c;
  }
  if (quoted || parts.includes("")) throw new UserFault(`"${text}" is no list of names`);
  return parts;
}

const unquote = (step: string): string => (step.startsWith('"') ? step.slice(1, -1) : step);
