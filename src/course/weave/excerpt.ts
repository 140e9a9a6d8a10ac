// From a fence that quotes code to the properties of the `<Excerpt>` that stands in its place.

import { type Course, listingAnchor, listingPath, placeOf } from "./course";
import type { CodeLine, ExcerptPart, ExcerptProps } from "./excerpt-props";
import type { SourceFence } from "./fence";
import { linesWith } from "./folding";
import { highlight } from "./highlight";
import { type Page, slugOf } from "./page";
import { type Quote, type QuotedSpan, linesOf, quotesOf } from "./quote";
import type { SourceFile, Span } from "./source-file";

/** The excerpts that `fence` stands for: one, or one a file for the rest of a folder. */
export function excerptsOf(course: Course, page: Page, fence: SourceFence): ExcerptProps[] {
  return quotesOf(course, page, fence).map((quote) => {
    const marked = new Set(fence.marks.flatMap((text) => linesWith(quote.source, quote.spans, text)));
    const parts = quote.spans.flatMap((span) => partsOf(quote, span, marked));
    const lines = linesOf(quote.spans);
    return {
      id: fence.id ?? anchorOf(quote),
      file: quote.file,
      symbols: quote.symbols,
      language: fence.language,
      parts,
      lines: [Math.min(...lines), Math.max(...lines)] as const,
      rest: quote.rest,
      listing: `${listingPath(quote.file)}#${listingAnchor(quote.symbols[0] ?? "", lines[0]!)}`,
      place: placeOf(course, quote.file),
    };
  });
}

function anchorOf({ file, symbols, rest }: Quote): string {
  const path = file.replace(/[/.]/g, "-");
  if (rest) return `rest-of-${path}`;
  const names = symbols.join("-").replace(/[.:]/g, "-");
  return slugOf(/^(?:header|imports|)$/.test(names) ? `code-${path}-${names}`.replace(/-$/, "") : `code-${names}`);
}

/** A span as parts that are each wholly open or wholly folded, with the indentation that all lines share cut off. */
function partsOf({ source, folds }: Quote, span: QuotedSpan, marked: ReadonlySet<number>): ExcerptPart[] {
  const html = highlight(source);
  const indent = commonIndent(source, span);
  const parts: { lines: CodeLine[]; folded: boolean; omitted?: number }[] = [];
  for (const number of linesOf([span])) {
    const folded = folds.some((f) => f.first <= number && number <= f.last);
    const line = { number, html: html[number - 1]!.slice(indent), ...(marked.has(number) ? { marked: true as const } : {}) };
    const part = parts.at(-1);
    if (part?.folded === folded) part.lines.push(line);
    else parts.push({ lines: [line], folded });
  }
  if (span.omitted !== undefined) parts.at(-1)!.omitted = span.omitted;
  return parts;
}

function commonIndent(source: SourceFile, span: Span): number {
  const texts = linesOf([span]).map((n) => source.lines[n - 1]!).filter((text) => text.trim() !== "");
  return Math.min(...texts.map((text) => text.length - text.trimStart().length));
}
