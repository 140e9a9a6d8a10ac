/** The layout that Docusaurus's own pages (an error, nothing found) stand in. */
import type { ReactNode } from "react";
import { SiteFrame } from "../../frame/site-frame";

export default function Layout({ children }: { readonly children?: ReactNode }): ReactNode {
  return <SiteFrame>{children}</SiteFrame>;
}
