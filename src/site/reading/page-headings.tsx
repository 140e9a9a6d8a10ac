/** The headings of the page being read; those already reached are in full ink. */
import { useEffect, useState, type ReactNode } from "react";

export interface Heading {
  readonly id: string;
  readonly level: number;
  /** HTML, as Docusaurus makes it from the heading's own markup. */
  readonly value: string;
}

/** A heading counts as reached once it is this far from the top of the window. */
const readingLinePx = 160;

export function PageHeadings({ headings }: { readonly headings: readonly Heading[] }): ReactNode {
  const [reached, setReached] = useState(-1);
  const shown = headings.filter(({ level }) => level === 2);
  useEffect(() => {
    const onScroll = (): void => {
      const tops = shown.map(({ id }) => document.getElementById(id)?.getBoundingClientRect().top ?? Infinity);
      setReached(tops.filter((top) => top < readingLinePx).length - 1);
    };
    onScroll();
    addEventListener("scroll", onScroll, { passive: true });
    return () => removeEventListener("scroll", onScroll);
  }, [headings]);
  return (
    <ul className="sidebar-here">
      {shown.map(({ id, value }, index) => (
        <li key={id}>
          <a href={`#${id}`} className={index <= reached ? "seen" : undefined} dangerouslySetInnerHTML={{ __html: value }} />
        </li>
      ))}
    </ul>
  );
}
