/** Code quoted from the house by the weave: where it stands, its lines, what is folded, the way to the listing. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import type { ExcerptPart, ExcerptProps } from "../../course/weave/excerpt-props";
import { withFieldColours } from "./highlight";
import { HouseMap } from "./house-map";

export function Excerpt(props: ExcerptProps): ReactNode {
  const { id, file, parts, lines, rest, listing, place, symbols } = props;
  useBrokenLinks().collectAnchor(id);
  const what = rest ? "the rest of this file" : symbols.length > 0 && symbols[0] !== "" ? symbols.join(", ") : "the whole file";
  return (
    <figure className="code code-wide" id={id}>
      <figcaption className="code-head">
        <HouseMap place={place} file={file} />
        <Link to={listing} aria-label={`${what}, in the listing of ${file}`}>{what}</Link>
        <span className="spread">{lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines[0]}\u2013${lines[1]}`}</span>
      </figcaption>
      {parts.map((part, index) => <Part key={index} part={part} gap={isGap(parts[index - 1], part)} />)}
    </figure>
  );
}

function isGap(before: ExcerptPart | undefined, part: ExcerptPart): boolean {
  const last = before?.lines.at(-1);
  const first = part.lines[0];
  return last !== undefined && first !== undefined && first.number !== last.number + 1;
}

function Part({ part, gap }: { readonly part: ExcerptPart; readonly gap: boolean }): ReactNode {
  const count = part.lines.length;
  const code = (
    <pre tabIndex={0} className={gap ? "after-gap" : undefined}>
      <code>
        {part.lines.map(({ number, html, marked }) => (
          <span
            key={number} className={marked ? "code-line pointed" : "code-line"} data-line={number}
            dangerouslySetInnerHTML={{ __html: withFieldColours(html) || "\n" }}
          />
        ))}
        {part.omitted !== undefined && <span className="code-line tok-comment">… {part.omitted} more lines in the listing</span>}
      </code>
    </pre>
  );
  if (!part.folded) return code;
  return (
    <details className="folded">
      <summary>{count} {count === 1 ? "line" : "lines"}, from line {part.lines[0]?.number}</summary>
      {code}
    </details>
  );
}
