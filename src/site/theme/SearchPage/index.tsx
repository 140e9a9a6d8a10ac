/** /search: the search box on a page of its own, for those who came by a link. */
import type { ReactNode } from "react";
import { SearchBox } from "../../frame/search-box";
import { PageTitle, SiteFrame } from "../../frame/site-frame";

export default function SearchPage(): ReactNode {
  return (
    <SiteFrame>
      <PageTitle title="Search" />
      <main id="content" className="plain-page">
        <h1>Search</h1>
        <SearchBox limit={40} autoFocus />
      </main>
    </SiteFrame>
  );
}
