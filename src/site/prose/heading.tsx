/** A heading with a link to itself. */
import type { ReactNode } from "react";
import useBrokenLinks from "@docusaurus/useBrokenLinks";

interface Props {
  readonly id?: string;
  readonly children?: ReactNode;
}

function headingOf(Tag: "h2" | "h3" | "h4") {
  return function Heading({ id, children }: Props): ReactNode {
    useBrokenLinks().collectAnchor(id);
    return (
      <Tag id={id}>
        {children}
        {id && <a className="hash-link" href={`#${id}`} aria-label={`Link to this heading: ${id.replaceAll("-", " ")}`}>#</a>}
      </Tag>
    );
  };
}

export const Heading2 = headingOf("h2");
export const Heading3 = headingOf("h3");
export const Heading4 = headingOf("h4");
