/** The glossary. */
import type { ReactNode } from "react";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import { PageTitle, SiteFrame } from "../frame/site-frame";
import { glossary, termId } from "../glossary";
import { road } from "../road";

export default function GlossaryPage(): ReactNode {
  const { collectAnchor } = useBrokenLinks();
  return (
    <SiteFrame>
      <PageTitle title="Glossary" description="The words of the course, each in a sentence or two." />
      <main id="content" className="plain-page">
        <h1>Glossary</h1>
        <dl className="glossary">
          {glossary.map(({ term, meaning, chapter }) => {
            const id = termId(term);
            collectAnchor(id);
            return (
              <div key={id} id={id}>
                <dt><a href={`#${id}`}>{term}</a></dt>
                <dd>{meaning} <span className="label">{chapterName(chapter)}</span></dd>
              </div>
            );
          })}
        </dl>
      </main>
    </SiteFrame>
  );
}

function chapterName(number: number): string {
  const chapter = road.find((c) => c.number === number);
  return chapter ? `Chapter ${number}, ${chapter.title}` : "Start here";
}
