// What the weave hands to the components that show it: `<Excerpt>` and `<Transcript>` in a chapter's page,
// `<ListingPage>` under /listing. Plain data, so that a page is built from it and reads nothing itself.
//
// Code arrives as HTML, a line at a time, already coloured: each token is a `<span class="tok-KIND">` with a
// KIND of highlight.ts. The text is our own source, escaped, so it may go in as inner HTML; the code to copy
// is the element's text.

export interface CodeLine {
  /** The line's number in its file, from 1. */
  readonly number: number;
  readonly html: string;
  /** The paragraph talks about this line: the fence says mark="...". */
  readonly marked?: true;
}

/** A run of consecutive lines. Lines are missing between two parts unless their numbers are consecutive. */
export interface ExcerptPart {
  readonly lines: readonly CodeLine[];
  /** Shown closed; the reader may open it. */
  readonly folded: boolean;
  /** Lines of this part's end that only the listing shows: the bulk of a long table. */
  readonly omitted?: number;
}

/** Where a file stands in the house: the small map beside an excerpt. */
export interface Place {
  /** Folders from the root to the file, "src" first, with the chapter that builds each (the lowest of its files). */
  readonly folders: readonly { readonly name: string; readonly chapter: number }[];
  readonly chapter: number;
  /** The files of the same folder by name, this one included. */
  readonly room: readonly string[];
}

/** ```` ```ts src=src/machine/mmu/walk.ts#walk ```` */
export interface ExcerptProps {
  /** Anchor in the page, unique there; the component must report it to Docusaurus (useBrokenLinks().collectAnchor). */
  readonly id: string;
  /** "src/machine/mmu/walk.ts" */
  readonly file: string;
  /** What is quoted, as the fence names it: "walk", "Cpu.step", "header", "rest"; "" for the whole file. */
  readonly symbols: readonly string[];
  readonly language: string;
  readonly parts: readonly ExcerptPart[];
  /** First and last line quoted. */
  readonly lines: readonly [number, number];
  /** Nothing but what the chapter does not quote elsewhere, all of it folded. */
  readonly rest: boolean;
  /** Site path and anchor of the listing, without the base URL: "/listing/src/machine/mmu/walk#walk". */
  readonly listing: string;
  readonly place: Place;
}

/** ```` ```console run="npx ts-node src/run/01-decoder.ts masks" ```` */
export interface TranscriptProps {
  readonly id: string;
  /** The command as a reader types it. */
  readonly command: string;
  /** What it printed, as recorded, without colours; "" or ends in a newline. */
  readonly output: string;
  readonly status: number;
  /** Numbers of the marked lines of `output`, from 1. */
  readonly marked: readonly number[];
}

/** Where a chapter explains something: a link from the listing. */
export interface Explanation {
  readonly chapter: number;
  /** The page's title. */
  readonly title: string;
  /** Site path and anchor, without the base URL. */
  readonly href: string;
  /** Folded into a "rest of this file" block rather than explained. */
  readonly folded: boolean;
}

export interface ListedDeclaration {
  readonly name: string;
  readonly kind: string;
  readonly anchor: string;
  readonly lines: readonly [number, number];
  /** The excerpts that have it. A class's excerpt is told of the class, not of each of its members. */
  readonly explained: readonly Explanation[];
}

/** The page /listing/src/machine/mmu/walk */
export interface ListingProps {
  readonly file: string;
  readonly language: string;
  readonly lines: readonly CodeLine[];
  readonly declarations: readonly ListedDeclaration[];
  readonly imports: readonly { readonly line: number; readonly specifier: string; readonly href: string }[];
  readonly place: Place;
}
