/** Finds the page for the address and hands its sidebar down. */
import type { ReactNode } from "react";
import { DocsSidebarProvider, useDocRootMetadata } from "@docusaurus/plugin-content-docs/client";
import type { Props } from "@theme/DocRoot";
import { NothingHere } from "../../frame/nothing-here";

export default function DocRoot(props: Props): ReactNode {
  const found = useDocRootMetadata(props);
  if (!found) return <NothingHere />;
  return <DocsSidebarProvider name={found.sidebarName} items={found.sidebarItems}>{found.docElement}</DocsSidebarProvider>;
}
