// Coverage: is everything that a chapter builds in its text?
//
// 1. Every line of every top-level declaration under COVERED is on a page: quoted, or folded into a rest block.
// 2. Of each chapter's statements at least SHOWN_AT_LEAST are quoted in the open, not folded.
// A statement is what the TypeScript compiler calls one, blocks and imports apart, or a member of a class. A table
// counts by its head or any of its rows, and its rows are no statements.

import ts from "typescript";
import { chapterOf } from "../house";
import { type Course, filesUnder } from "./course";
import { declarationsOf } from "./outline";
import { type Quote, linesOf } from "./quote";
import { isRegionMark } from "./region";
import { type SourceFile, lineAt, readSource, treeOf } from "./source-file";
import { type Table, tablesOf } from "./tables";
import { WeaveFault } from "./weave-fault";

export const COVERED = ["src/formats", "src/machine", "src/compiler", "src/unikernel"] as const;
export const SHOWN_AT_LEAST = 0.7;

/** How often a page shows each line of a file. */
interface Shown {
  readonly open: Set<number>;
  readonly folded: Set<number>;
}

export interface FileCoverage {
  readonly file: string;
  readonly chapter: number;
  readonly declarations: number;
  readonly covered: number;
  readonly statements: number;
  readonly shown: number;
  /** The declarations that no page has, or none has whole. */
  readonly fault: WeaveFault | undefined;
}

export interface ChapterCoverage {
  readonly chapter: number;
  readonly files: readonly FileCoverage[];
  readonly statements: number;
  readonly shown: number;
}

export function coverageOf(course: Course, quotes: readonly Quote[]): ChapterCoverage[] {
  const shown = shownLines(quotes);
  const files = coveredFiles(course).flatMap((file) => {
    const chapter = chapterOf(file, course.house);
    return typeof chapter === "number" ? [fileCoverage(course, file, chapter, shown.get(file))] : [];
  });
  return course.house.chapters.map(({ number }) => {
    const own = files.filter((f) => f.chapter === number);
    return { chapter: number, files: own, statements: sum(own, (f) => f.statements), shown: sum(own, (f) => f.shown) };
  });
}

const coveredFiles = (course: Course): string[] => COVERED.flatMap((folder) => filesUnder(course, folder, [".ts"]));

/** Files that are in no chapter, declarations on no page, and chapters that quote too little in the open. */
export function coverageFaults(course: Course, chapters: readonly ChapterCoverage[]): WeaveFault[] {
  const strays = coveredFiles(course).filter((file) => typeof chapterOf(file, course.house) !== "number")
    .map((file) => new WeaveFault(file, 1, "this file is in no chapter: list it in src/course/house.ts"));
  return [...strays, ...chapterFaults(chapters)];
}

function chapterFaults(chapters: readonly ChapterCoverage[]): WeaveFault[] {
  return chapters.flatMap(({ files, statements, shown }) => {
    const faults = files.flatMap((f) => f.fault ?? []);
    const poorest = [...files].sort((a, b) => b.statements - b.shown - (a.statements - a.shown))[0];
    if (poorest === undefined || shown >= SHOWN_AT_LEAST * statements) return faults;
    const least = `chapter ${poorest.chapter} quotes ${shown} of its ${statements} statements in the open, less than ${100 * SHOWN_AT_LEAST} %`;
    return [...faults, new WeaveFault(poorest.file, 1, `${least}; of this file ${poorest.shown} of ${poorest.statements}`)];
  });
}

function fileCoverage(course: Course, file: string, chapter: number, shown: Shown = { open: new Set(), folded: new Set() }): FileCoverage {
  const source = readSource(course.root, file);
  const tables = tablesOf(source);
  const needed = linesNeeded(source, tables, shown);
  const declarations = declarationsOf(source);
  const missing = declarations.flatMap(({ name, first, last }) => {
    const line = linesOf([{ first, last }]).find((n) => needed(n) && !shown.open.has(n) && !shown.folded.has(n));
    return line === undefined ? [] : [{ name, line }];
  });
  const statements = statementLines(treeOf(source), tables);
  return {
    file,
    chapter,
    declarations: declarations.length,
    covered: declarations.length - missing.length,
    statements: statements.length,
    shown: statements.filter((line) => shown.open.has(line)).length,
    fault: missingFault(file, missing),
  };
}

const NAMED = 8;

function missingFault(file: string, missing: readonly { readonly name: string; readonly line: number }[]): WeaveFault | undefined {
  const [first] = missing;
  if (first === undefined) return undefined;
  const names = missing.slice(0, NAMED).map(({ name, line }) => `${name} (line ${line})`).join(", ");
  const others = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : "";
  return new WeaveFault(file, first.line, `not on any page: ${names}${others}; quote it, or fold it into a fence src=${file}#rest`);
}

/** Whether a line has to be on a page: not if it is blank or marks a region, nor if it is of a table that is there in part. */
function linesNeeded(source: SourceFile, tables: readonly Table[], { open, folded }: Shown): (line: number) => boolean {
  const known = tables.filter((table) => linesOf([table]).some((line) => open.has(line) || folded.has(line)));
  const excused = new Set(known.flatMap((table) => linesOf([table])));
  return (line) => {
    const text = source.lines[line - 1]!;
    return text.trim() !== "" && !isRegionMark(text) && !excused.has(line);
  };
}

/** The line on which each statement begins. */
function statementLines(tree: ts.SourceFile, tables: readonly Table[]): number[] {
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    const counts = (isStatement(node) && !ts.isBlock(node) && !ts.isImportDeclaration(node)) || ts.isClassElement(node);
    const line = lineAt(tree, node.getStart(tree));
    const inTable = tables.some((table) => table.first <= line && line <= table.last);
    if (counts && !inTable) lines.push(line);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(tree, visit);
  return lines;
}

function isStatement(node: ts.Node): boolean {
  return (node.kind >= ts.SyntaxKind.FirstStatement && node.kind <= ts.SyntaxKind.LastStatement)
    || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)
    || ts.isTypeAliasDeclaration(node) || ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node);
}

/** What the quotes of all pages show of each file. */
function shownLines(quotes: readonly Quote[]): Map<string, Shown> {
  const files = new Map<string, Shown>();
  for (const { file, spans, folds } of quotes) {
    const shown = files.get(file) ?? { open: new Set(), folded: new Set() };
    files.set(file, shown);
    const folded = new Set(linesOf(folds));
    for (const n of linesOf(spans)) (folded.has(n) ? shown.folded : shown.open).add(n);
  }
  return files;
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);
