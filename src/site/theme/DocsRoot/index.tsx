/** Every page of the course: the frame stays while pages change in it. */
import type { ReactNode } from "react";
import renderRoutes from "@docusaurus/renderRoutes";
import type { Props } from "@theme/DocsRoot";
import { SiteFrame } from "../../frame/site-frame";

export default function DocsRoot({ route }: Props): ReactNode {
  return <SiteFrame>{renderRoutes(route?.routes ?? [])}</SiteFrame>;
}
