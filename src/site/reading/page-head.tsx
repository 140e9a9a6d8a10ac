/** The head of a page: which chapter, how long, the title, one line of what it is about. */
import type { ReactNode } from "react";
import type { Chapter } from "../road";
import { road } from "../road";

interface Props {
  readonly chapter: Chapter | undefined;
  readonly title: string;
  readonly lede: string | undefined;
  readonly minutes: number | undefined;
}

export function PageHead({ chapter, title, lede, minutes }: Props): ReactNode {
  return (
    <header className="page-head">
      <p className="label">
        {chapter && <span>Chapter {chapter.number} of {road.length}, {chapter.title.replace(/^The /, "the ").replace(/^[A-Z]/, lower)}</span>}
        {chapter && <span>about {chapter.hours} hours in all</span>}
        {minutes !== undefined && <span>{minutes} min to read</span>}
        <a className="to-contents" href="#contents">Contents</a>
      </p>
      <h1>{title}</h1>
      {lede && <p className="page-lede">{lede}</p>}
    </header>
  );
}

function lower(letter: string): string {
  return letter.toLowerCase();
}
