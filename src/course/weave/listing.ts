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
    declarations: source.tree === undefined ? [] : declarationsIn(source).map((d) => ({ ...d, explained: explanations(d.lines, quotes, urlOf) })),
    imports: source.tree === undefined ? [] : importsIn(course, source),
    place: placeOf(course, file),
  };
}

/** Top-level declarations and the members of classes, in the file's order, each name once. */
function declarationsIn(source: SourceFile): Omit<ListedDeclaration, "explained">[] {
  const listed = (entry: Entry, name: string): Omit<ListedDeclaration, "explained"> =>
    ({ name, kind: entry.kind, anchor: listingAnchor(name, entry.first), lines: [entry.first, entry.last] });
  const all = declarationsOf(source).flatMap((entry) => [
    listed(entry, entry.name),
    ...(entry.kind === "class" ? membersOf(source, entry).map((member) => listed(member, `${entry.name}.${member.name}`)) : []),
  ]);
  return all.filter(({ anchor }, i) => all.findIndex((other) => other.anchor === anchor) === i);
}

/** The quotes that show some of `lines`, the open ones first, then in the order of the text. */
function explanations([first, last]: readonly [number, number], quotes: readonly PlacedQuote[], urlOf: PageUrl): Explanation[] {
  const shows = (spans: readonly Span[]): boolean => linesOf(spans).some((line) => first <= line && line <= last);
  return quotes.filter((quote) => shows(quote.spans)).flatMap(({ page, id, spans, folds }) => {
    const url = urlOf(page.path);
    const folded = shows(folds) && linesOf(spans).filter((n) => first <= n && n <= last).every((n) => linesOf(folds).includes(n));
    return url === undefined ? [] : [{ chapter: page.chapter, title: page.title, href: `${url}#${id}`, folded }];
  }).sort((a, b) => Number(a.folded) - Number(b.folded));
}

function importsIn(course: Course, { path, text }: SourceFile): ListingProps["imports"] {
  const listed = new Set(listedFiles(course));
  return importsOf(course.root, path, text).flatMap(({ specifier, line, file }) =>
    file !== undefined && listed.has(file) ? [{ line, specifier, href: `${listingPath(file)}/` }] : []);
}
