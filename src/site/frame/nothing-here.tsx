/** What stands on a page that does not exist. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";
import { PageTitle } from "./site-frame";

export function NothingHere(): ReactNode {
  return (
    <>
      <PageTitle title="Translation fault" />
      <main id="content" className="plain-page">
        <p className="label">404</p>
        <h1>Translation fault, level 0</h1>
        <p>No page is mapped at this address. It may have been moved, or it belongs to a chapter that is not written yet.</p>
        <p><Link to="/#road">The road</Link> lists every chapter there is; <Link to="/search/">search</Link> knows every word of them.</p>
      </main>
    </>
  );
}
