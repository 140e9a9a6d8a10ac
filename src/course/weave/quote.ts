// From a fence to the lines that it puts on its page.

import { UserFault } from "../../base/fault";
import { type Course, checkQuotable, filesUnder, pagesOf } from "./course";
import { type SourceFence, parseFence } from "./fence";
import { foldAt } from "./folding";
import type { Page } from "./page";
import { isRegionMark } from "./region";
import { select, splitNames } from "./selection";
import { type SourceFile, type Span, readSource } from "./source-file";
import { tablesOf } from "./tables";
import { faultsAt } from "./weave-fault";

/** What a reader can be asked to look at in one piece. */
const LONGEST_EXCERPT = 120;

export interface QuotedSpan extends Span {
  /** Rows of a long table behind this span that only the listing shows. */
  readonly omitted?: number;
}

export interface Quote {
  readonly file: string;
  readonly source: SourceFile;
  readonly chapter: number;
  readonly symbols: readonly string[];
  readonly spans: readonly QuotedSpan[];
  readonly folds: readonly Span[];
  readonly rest: boolean;
}

/** What `fence` quotes: one file, or what is left of each file of a folder ("src/machine/decoder/#rest"). */
export function quotesOf(course: Course, page: Page, fence: SourceFence): Quote[] {
  if (fence.names === "rest") return restQuotes(course, page, fence);
  const chapter = checkQuotable(course, page, fence.file);
  const source = readSource(course.root, fence.file);
  const symbols = fence.names === undefined ? [] : splitNames(fence.names);
  const spans = fence.names === undefined ? [{ first: 1, last: source.lines.length }] : select(source, symbols);
  const folds = fence.folds === true ? spans : fence.folds.map((text) => foldAt(source, spans, text));
  const open = linesOf(spans).length - linesOf(folds).length;
  if (open > LONGEST_EXCERPT) throw new UserFault(`this excerpt shows ${open} lines in the open, more than ${LONGEST_EXCERPT}: quote parts of it, or fold some`);
  return [{ file: fence.file, source, chapter, symbols, spans, folds, rest: false }];
}

export function linesOf(spans: readonly Span[]): number[] {
  return spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

function restQuotes(course: Course, page: Page, fence: SourceFence): Quote[] {
  const files = fence.file.endsWith("/") ? filesUnder(course, fence.file.slice(0, -1), [".ts", ".tsx", ".js"]) : [fence.file];
  if (files.length === 0) throw new UserFault(`there is no source file under ${fence.file}`);
  if (fence.marks.length > 0 || fence.folds === true || fence.folds.length > 0) throw new UserFault("the rest of a file is all folded: mark and fold have no place there");
  const quotes = files.flatMap((file) => {
    const chapter = checkQuotable(course, page, file);
    const source = readSource(course.root, file);
    const spans = restOf(course, page.chapter, source);
    return spans.length === 0 ? [] : [{ file, source, chapter, symbols: ["rest"], spans, folds: spans, rest: true }];
  });
  if (quotes.length === 0) throw new UserFault(`nothing is left of ${fence.file}: this chapter quotes all of it elsewhere`);
  return quotes;
}

/** Lines of a file that the chapter's other fences leave out, apart from blank ones and the bulk of long tables. */
function restOf(course: Course, chapter: number, source: SourceFile): QuotedSpan[] {
  const quoted = new Set(quotedElsewhere(course, chapter, source.path));
  const bulk = new Set(source.tree === undefined ? [] : tablesOf(source).flatMap((table) => bulkOf(table.rows, quoted)));
  const spans: { first: number; last: number; omitted?: number }[] = [];
  source.lines.forEach((text, i) => {
    const line = i + 1;
    const span = spans.at(-1);
    if (bulk.has(line)) {
      if (span !== undefined) span.omitted = (span.omitted ?? 0) + 1;
      return;
    }
    if (text.trim() === "" || quoted.has(line) || isRegionMark(text)) return;
    if (span !== undefined && source.lines.slice(span.last, i).every((between) => between.trim() === "")) span.last = line;
    else spans.push({ first: line, last: line });
  });
  return spans;
}

const LONGEST_TABLE = 12;
const ROWS_SHOWN = 4;

/** The rows of a long table that the rest of a file leaves to the listing: all if one is quoted, or most. */
function bulkOf(rows: Span, quoted: ReadonlySet<number>): number[] {
  const lines = linesOf([rows]);
  if (lines.length <= LONGEST_TABLE) return [];
  const left = lines.filter((line) => !quoted.has(line));
  return left.length < lines.length ? left : left.slice(ROWS_SHOWN);
}

/** The lines of `file` that fences of `chapter` quote by name. */
function quotedElsewhere(course: Course, chapter: number, file: string): number[] {
  return pagesOf(course, chapter).flatMap((page) => page.fences.flatMap(({ line, info }) => faultsAt(page.path, line, () => {
    if (!info.includes(`src=${file}`)) return [];
    const fence = parseFence(info);
    if (fence.kind !== "source" || fence.file !== file || fence.names === "rest") return [];
    return quotesOf(course, page, fence).flatMap((quote) => linesOf(quote.spans));
  })));
}
