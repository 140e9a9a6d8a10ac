/** A source file, line by line, each declaration beside the place in the text that explains it. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";
import useBaseUrl from "@docusaurus/useBaseUrl";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import type { CodeLine, Explanation, ListedDeclaration, ListingProps } from "../../course/weave/excerpt-props";
import { PageTitle, SiteFrame } from "../frame/site-frame";
import { withFieldColours } from "../prose/highlight";
import "./listing.css";

interface Props {
  readonly listing: ListingProps;
}

/** Consecutive lines that belong to one declaration, or to none. */
interface Segment {
  readonly owner: ListedDeclaration | undefined;
  /** The first of its owner's segments: it has the anchor and the notes. */
  readonly opens: boolean;
  readonly lines: readonly CodeLine[];
}

export default function ListingPage({ listing }: Props): ReactNode {
  const { file, lines, declarations, place } = listing;
  const base = useBaseUrl("/");
  const { collectAnchor } = useBrokenLinks();
  for (const { number } of lines) collectAnchor(`L${number}`);
  for (const { anchor } of declarations) collectAnchor(anchor);
  const name = file.split("/").at(-1);
  return (
    <SiteFrame>
      <PageTitle title={file} />
      <main id="content" className="wide-page listing">
        <p className="label">
          <Link to="/listing/">The house</Link>
          {place.folders.map((folder) => <span key={folder.name}> / {folder.name}</span>)}
        </p>
        <h1>{name}</h1>
        <p className="listing-about">{aboutOf(listing)}</p>
        <div className="code listing-code" tabIndex={0} role="region" aria-label={`The text of ${name}`}>
          {segmentsOf(listing).map((segment, index) => <Part key={index} segment={segment} listing={listing} base={base} />)}
        </div>
      </main>
    </SiteFrame>
  );
}

function aboutOf({ file, lines, declarations, place }: ListingProps): string {
  const where = /^src\/(course|cli|site)\//.test(file) ? "The school's" : `Chapter ${place.chapter}`;
  const topLevel = declarations.filter(({ name }) => !name.includes("."));
  const found = topLevel.filter(({ explained }) => explained.some(({ folded }) => !folded)).length;
  const told = found === 0 ? "" : `, ${found} of them shown in the text`;
  const counted = topLevel.length === 1 ? "one declaration" : `${topLevel.length} declarations`;
  return `${where}. ${lines.length} lines, ${counted}${told}.`;
}

function Part({ segment, listing, base }: { readonly segment: Segment; readonly listing: ListingProps; readonly base: string }): ReactNode {
  const { owner, opens, lines } = segment;
  const html = lines.map((line) => lineHtml(line, listing, base)).join("");
  return (
    <section className="listing-part" {...(opens && owner ? { id: owner.anchor, "aria-label": owner.name } : {})}>
      <pre><code dangerouslySetInnerHTML={{ __html: html }} /></pre>
      {opens && owner && owner.explained.length > 0 && <Notes name={owner.name} explained={owner.explained} />}
    </section>
  );
}

function Notes({ name, explained }: { readonly name: string; readonly explained: readonly Explanation[] }): ReactNode {
  return (
    <ul className="listing-notes" aria-label={`Where the text has ${name}`}>
      {explained.map(({ href, title, chapter, folded }) => (
        <li key={href}>
          {folded ? "folded in" : "shown in"} {chapter}: <Link to={href}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}

function lineHtml({ number, html }: CodeLine, { imports }: ListingProps, base: string): string {
  const linked = imports.filter(({ line }) => line === number).reduce((text, { specifier, href }) =>
    text.replace(`&quot;${specifier}&quot;`, `<a href="${base}${href.slice(1)}">&quot;${specifier}&quot;</a>`), withFieldColours(html));
  return `<span class="code-line" id="L${number}"><a class="code-number" href="#L${number}" tabindex="-1" aria-label="Line ${number}">${number}</a>${linked}\n</span>`;
}

/** The file cut where the innermost declaration around a line changes. */
function segmentsOf({ lines, declarations }: ListingProps): Segment[] {
  const ownerOf = (line: number): ListedDeclaration | undefined => declarations.findLast(({ lines: [first, last] }) => first <= line && line <= last);
  const segments: { owner: ListedDeclaration | undefined; opens: boolean; lines: CodeLine[] }[] = [];
  for (const line of lines) {
    const owner = ownerOf(line.number);
    const current = segments.at(-1);
    if (current !== undefined && current.owner === owner) current.lines.push(line);
    else segments.push({ owner, opens: owner !== undefined && segments.every((s) => s.owner !== owner), lines: [line] });
  }
  return segments;
}
