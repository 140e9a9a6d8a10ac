/** One page of the course. */
import type { ReactNode } from "react";
import { DocProvider, useDocsSidebar } from "@docusaurus/plugin-content-docs/client";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { MDXProvider } from "@mdx-js/react";
import type { Props } from "@theme/DocItem";
import { PageTitle } from "../../frame/site-frame";
import { proseComponents } from "../../prose/components";
import { ChapterSidebar } from "../../reading/chapter-sidebar";
import { PageHead } from "../../reading/page-head";
import { Pager } from "../../reading/pager";
import { chapterAt } from "../../road";

/** `readingMinutes` is the page's own export, put there by remark-reading-time. */
type Content = Props["content"] & { readonly readingMinutes?: number };

export default function DocItem(props: Props): ReactNode {
  const content: Content = props.content;
  const Content = content;
  const { metadata, frontMatter, contentTitle, toc } = content;
  const sidebar = useDocsSidebar();
  const base = useBaseUrl("/");
  const headings = toc.map(({ id, level, value }) => ({ id, level, value }));
  return (
    <DocProvider content={content}>
      <PageTitle title={metadata.title} description={metadata.description} />
      <div className="reading">
        <main id="content" className="reading-page">
          <article className="prose">
            {contentTitle === undefined && (
              <PageHead
                chapter={chapterAt(metadata.permalink, base)} title={metadata.title}
                lede={frontMatter.description} minutes={content.readingMinutes}
              />
            )}
            <MDXProvider components={proseComponents}><Content /></MDXProvider>
          </article>
          <Pager previous={metadata.previous} next={metadata.next} />
        </main>
        {sidebar && <ChapterSidebar items={sidebar.items} headings={headings} />}
      </div>
    </DocProvider>
  );
}
