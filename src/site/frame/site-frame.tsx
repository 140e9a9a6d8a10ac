/** What every page stands in: a way past the header, the header, the page, the foot. */
import type { ReactNode } from "react";
import Head from "@docusaurus/Head";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

export function SiteFrame({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <>
      <a className="skip-link" href="#content">Skip to the text</a>
      <SiteHeader />
      {children}
      <SiteFooter />
    </>
  );
}

/** The title and description of a page, for the window, for links to it and for search. */
export function PageTitle({ title, description }: { readonly title: string; readonly description?: string | undefined }): ReactNode {
  return (
    <Head>
      <title>{`${title} | From Opcode to Packet`}</title>
      <meta property="og:title" content={title} />
      {description && <meta name="description" content={description} />}
      {description && <meta property="og:description" content={description} />}
    </Head>
  );
}
