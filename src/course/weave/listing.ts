// Listings: every source file as a page, each declaration linked to where the text explains it, each import to
// the listing it names.

import { importsOf } from "../imports";
import type { PlacedQuote } from "./check";
import { type Course, listedFiles, listingAnchor, listingPath, placeOf } from "./course";
import type { Explanation, ListedDeclaration, ListingProps } from "./excerpt-props";
import { highlight } from "./highlight";
import { type Entry, declarationsOf, membersOf } from "./outline";
import { linesOf } from "./quote";
import { type SourceFile, type Span, readSource } from "./source-file";

/** The site path of a page, without the base URL; undefined if the site has no such page. */
export type PageUrl = (page: string) => string | undefined;

export function listingsOf(course: Course, quotes: readonly PlacedQuote[], urlOf: PageUrl): ListingProps[] {
  return listedFiles(course).map((file) => listingOf(course, file, quotes.filter((quote) => quote.file === file), urlOf));
}

function listingOf(course: Course, file: string, quotes: readonly PlacedQuote[], urlOf: PageUrl): ListingProps {
  const source = readSource(course.root, file);
  return {
    file,
    language: /\.(\w+)$/.exec(file)![1]!,
    lines: highlight(source).map((html, i) => ({ number: i + 1, html })),
    declarations: source.tree === undefined ? [] : declarationsIn(source, quotes, urlOf),
    imports: source.tree === undefined ? [] : importsIn(course, source),
    place: placeOf(course, file),
  };
}

/** Top-level declarations and the members of classes, in the file's order, each name once. */
function declarationsIn(source: SourceFile, quotes: readonly PlacedQuote[], urlOf: PageUrl): ListedDeclaration[] {
  const listed = (entry: Entry, name: string, shownBy: readonly PlacedQuote[]): ListedDeclaration => ({
    name, kind: entry.kind, anchor: listingAnchor(name, entry.first), lines: [entry.first, entry.last],
    explained: shownBy.flatMap((quote) => explanation(entry, quote, urlOf) ?? []).sort((a, b) => Number(a.folded) - Number(b.folded)),
  });
  const all = declarationsOf(source).flatMap((entry) => {
    const members = entry.kind === "class" ? membersOf(source, entry) : [];
    const inPart = quotes.filter((quote) => quote.spans.every((span) => span.first > entry.first || span.last < entry.last));
    return [listed(entry, entry.name, quotes), ...members.map((member) => listed(member, `${entry.name}.${member.name}`, inPart))];
  });
  return all.filter(({ anchor }, i) => all.findIndex((other) => other.anchor === anchor) === i);
}

/** How `quote` has the lines of a declaration: not at all, in the open or folded. */
function explanation({ first, last }: Span, { page, id, spans, folds }: PlacedQuote, urlOf: PageUrl): Explanation | undefined {
  const shown = linesOf(spans).filter((line) => first <= line && line <= last);
  const url = urlOf(page.path);
  if (shown.length === 0 || url === undefined) return undefined;
  const folded = new Set(linesOf(folds));
  return { chapter: page.chapter, title: page.title, href: `${url}#${id}`, folded: shown.every((line) => folded.has(line)) };
}

function importsIn(course: Course, { path, text }: SourceFile): ListingProps["imports"] {
  const listed = new Set(listedFiles(course));
  return importsOf(course.root, path, text).flatMap(({ specifier, line, file }) =>
    file !== undefined && listed.has(file) ? [{ line, specifier, href: `${listingPath(file)}/` }] : []);
}
