/** Kernel TypeScript, from the tables that the compiler itself reads. */
import { lazy, Suspense, type ReactNode } from "react";
import Link from "@docusaurus/Link";
import { PageTitle, SiteFrame } from "../frame/site-frame";

const LanguageTable = lazy(async () => ({ default: (await import("../widgets/language/language-table")).LanguageTable }));

export default function LanguagePage(): ReactNode {
  return (
    <SiteFrame>
      <PageTitle title="The language" description="Kernel TypeScript: every construct and library member that is in it, every refusal, and what to write instead." />
      <main id="content" className="wide-page">
        <h1>The language</h1>
        <p className="map-lede">
          Kernel TypeScript is the part of TypeScript that the course's compiler turns into an image. Everything in it means there what
          it means under Node. <Link to="/compiler/what-is-refused/">Chapter 7</Link> says why it is this part; the tables here are those
          that the compiler reads.
        </p>
        <Suspense fallback={<p className="label">Reading the tables</p>}><LanguageTable /></Suspense>
      </main>
    </SiteFrame>
  );
}
