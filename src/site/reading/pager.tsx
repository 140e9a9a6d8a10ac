/** The page before and the page after, in reading order. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";

interface Neighbour {
  readonly title: string;
  readonly permalink: string;
}

export function Pager({ previous, next }: { readonly previous: Neighbour | undefined; readonly next: Neighbour | undefined }): ReactNode {
  return (
    <nav className="pager" aria-label="Previous and next page">
      {previous && (
        <Link to={previous.permalink} rel="prev">
          <span className="label">Before this</span>
          <span className="pager-title">{previous.title}</span>
        </Link>
      )}
      {next && (
        <Link to={next.permalink} rel="next" className="pager-next">
          <span className="label">Next</span>
          <span className="pager-title">{next.title}</span>
        </Link>
      )}
    </nav>
  );
}
