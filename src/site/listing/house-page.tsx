/** The plan of the house: every folder in reading order, every file with its first sentence. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import type { PlannedFolder } from "../../course/weave/house-plan";
import { PageTitle, SiteFrame } from "../frame/site-frame";
import "./listing.css";

export default function HousePage({ plan }: { readonly plan: readonly PlannedFolder[] }): ReactNode {
  return (
    <SiteFrame>
      <PageTitle title="The house" description="Every folder and file of the course's source, in reading order." />
      <main id="content" className="wide-page listing">
        <h1>The house</h1>
        <p className="listing-about">
          Every folder of the source, in an order in which it can be read: a folder imports only from those above it. A file's
          page shows it whole, and says of each declaration where the text explains it.
        </p>
        {plan.map((folder) => <Room key={folder.folder} room={folder} />)}
      </main>
    </SiteFrame>
  );
}

function Room({ room: { folder, chapters, mayImport, files } }: { readonly room: PlannedFolder }): ReactNode {
  useBrokenLinks().collectAnchor(folder);
  const builders = chapters.length === 0 ? "the school's" : `chapter ${chapters.join(", ")}`;
  return (
    <section className="house-room-plan" id={folder}>
      <h2><code>{folder}/</code></h2>
      <p className="label">{builders}; imports {mayImport.length === 0 ? "nothing" : mayImport.join(", ")}</p>
      <ul>
        {files.map(({ name, href, lines, about }) => (
          <li key={name}>
            <Link to={href}><code>{name}</code></Link> <span className="label">{lines}</span> <span>{withCode(about)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Names between backticks are code, in a comment as in the text. */
function withCode(text: string): ReactNode[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
