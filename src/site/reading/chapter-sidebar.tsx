/** The contents: every chapter and its pages, those of the other chapters folded, and under the page being read, its own headings. */
import { useEffect, useRef, type ReactNode } from "react";
import Link from "@docusaurus/Link";
import type { PropSidebarItem } from "@docusaurus/plugin-content-docs";
import { useLocation } from "@docusaurus/router";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { road } from "../road";
import { PageHeadings, type Heading } from "./page-headings";

interface Props {
  readonly items: readonly PropSidebarItem[];
  readonly headings: readonly Heading[];
}

export function ChapterSidebar({ items, headings }: Props): ReactNode {
  const base = useBaseUrl("/");
  const written = new Set(items.map((item) => slugOf(item, base)));
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => showCurrent(nav.current), [pathname]);
  return (
    <nav ref={nav} id="contents" className="chapter-sidebar" aria-label="Contents">
      <ul className="sidebar-list">
        {items.map((item, index) => <SidebarItem key={index} item={item} base={base} headings={headings} />)}
        {road.filter(({ slug }) => !written.has(slug)).map((chapter) => (
          <li key={chapter.slug} className="sidebar-chapter sidebar-unwritten">
            <span className="label">{chapter.number}</span> {chapter.title} <span className="visually-hidden">(not yet written)</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Scrolls the contents, where they scroll by themselves; the page stays. */
function showCurrent(nav: HTMLElement | null): void {
  const here = nav?.querySelector<HTMLElement>("[aria-current='page']");
  if (!nav || !here || nav.scrollHeight <= nav.clientHeight) return;
  const { top } = here.getBoundingClientRect();
  nav.scrollTop += top - nav.getBoundingClientRect().top - nav.clientHeight / 2;
}

function firstLink(item: PropSidebarItem): string | undefined {
  if (item.type === "link") return item.href;
  if (item.type === "category") return item.href ?? item.items.map(firstLink).find((href) => href !== undefined);
  return undefined;
}

function slugOf(item: PropSidebarItem, base: string): string | undefined {
  return firstLink(item)?.slice(base.length).split("/")[0];
}

interface ItemProps {
  readonly item: PropSidebarItem;
  readonly base: string;
  readonly headings: readonly Heading[];
}

function SidebarItem({ item, base, headings }: ItemProps): ReactNode {
  const { pathname } = useLocation();
  if (item.type === "category") {
    const slug = slugOf(item, base);
    const chapter = road.find((each) => each.slug === slug);
    const pages: readonly PropSidebarItem[] = item.href
      ? [{ type: "link", label: "Where this chapter goes", href: item.href }, ...item.items]
      : item.items;
    return (
      <li>
        <details className="sidebar-pages" open={pathname.slice(base.length).split("/")[0] === slug}>
          <summary className="sidebar-chapter">
            <span className="label">{chapter?.number ?? 0}</span> {chapter?.title ?? "Before you start"}
          </summary>
          <ul className="sidebar-list">
            {pages.map((page, index) => <SidebarItem key={index} item={page} base={base} headings={headings} />)}
          </ul>
        </details>
      </li>
    );
  }
  return item.type === "link" ? <SidebarLink href={item.href} label={item.label} headings={headings} /> : null;
}

function SidebarLink({ href, label, headings }: { readonly href: string; readonly label: string; readonly headings: readonly Heading[] }): ReactNode {
  const { pathname } = useLocation();
  const here = withSlash(pathname) === withSlash(href);
  return (
    <li>
      <Link to={href} aria-current={here ? "page" : undefined}>{label}</Link>
      {here && headings.length > 0 && <PageHeadings headings={headings} />}
    </li>
  );
}

function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}
