/** Docusaurus keeps versions of a text; the course has one. */
import type { ReactNode } from "react";
import { DocsVersionProvider } from "@docusaurus/plugin-content-docs/client";
import renderRoutes from "@docusaurus/renderRoutes";
import type { Props } from "@theme/DocVersionRoot";

export default function DocVersionRoot({ version, route }: Props): ReactNode {
  return <DocsVersionProvider version={version}>{renderRoutes(route?.routes ?? [])}</DocsVersionProvider>;
}
