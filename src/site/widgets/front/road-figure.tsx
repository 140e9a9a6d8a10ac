/** The road as a figure: a wire through twelve stations, solid as far as it is laid. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";
import { useAllDocsData } from "@docusaurus/plugin-content-docs/client";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { road, type Chapter } from "../../road";
import { arrowHead, stationDrawings } from "./station-drawings";

const parts = ["The machine", "What runs on it", "Further"] as const;

export function RoadFigure(): ReactNode {
  const firstPages = useFirstPages();
  const written = road.filter(({ slug }) => firstPages.has(slug)).length;
  return (
    <>
      <p className="road-state label">{written} of {road.length} chapters written; a dashed wire is a chapter still to come.</p>
      {arrowHead}
      <div className="road">
        {parts.map((part) => (
          <section key={part} className={part === "The machine" ? "road-part road-part-machine" : "road-part"}>
            <h3 className="road-part-title">{part}</h3>
            <ol>
              {road.filter((chapter) => chapter.part === part).map((chapter) => (
                <Station key={chapter.slug} chapter={chapter} page={firstPages.get(chapter.slug)} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

/** The first page of each chapter that has any, by the chapter's slug. */
function useFirstPages(): ReadonlyMap<string, string> {
  const base = useBaseUrl("/");
  const versions = Object.values(useAllDocsData()).flatMap(({ versions: all }) => all);
  const pages = versions.flatMap(({ docs, sidebars }) => {
    const first = Object.values(sidebars ?? {}).flatMap(({ link }) => (link ? [link.path] : []));
    return [...first, ...docs.map(({ path }) => path)];
  });
  const bySlug = new Map<string, string>();
  for (const path of pages) {
    const slug = path.slice(base.length).split("/")[0] ?? "";
    if (!bySlug.has(slug)) bySlug.set(slug, path);
  }
  return bySlug;
}

function Station({ chapter, page }: { readonly chapter: Chapter; readonly page: string | undefined }): ReactNode {
  const { number, title, works, hours } = chapter;
  return (
    <li className={page ? "station" : "station station-to-come"}>
      <span className="station-number" aria-hidden="true">{number}</span>
      <svg className="station-drawing" viewBox="0 0 160 72" aria-hidden="true">{stationDrawings[chapter.slug]}</svg>
      <div>
        <h4>{page ? <Link to={page}>{title}</Link> : title}</h4>
        <p>{works}</p>
        <p className="label">{page ? `about ${hours} hours` : "not written yet"}</p>
      </div>
    </li>
  );
}
