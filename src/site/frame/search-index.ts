/**
 * The offline search index, built with the site and read by a worker. In `npm start` there is none:
 * pages change under it, so it is only made by `npm run build`.
 */
import { fetchIndexesByWorker, searchByWorker } from "@theme/searchByWorker";

export interface Found {
  readonly title: string;
  /** The page that a heading or a paragraph belongs to; absent for a page. */
  readonly page: string | undefined;
  readonly url: string;
  /** A stretch of the text about the first match, cut in three: before, the match, after. */
  readonly excerpt: readonly [string, string, string] | undefined;
}

export const hasIndex = process.env.NODE_ENV === "production";

export function loadIndex(base: string): Promise<void> {
  return fetchIndexesByWorker(base, "");
}

const aroundMatch = 60;

export async function search(base: string, words: string, limit: number): Promise<readonly Found[]> {
  const hits = await searchByWorker(base, "", words, limit);
  return hits.map(({ document: hit, page, metadata }) => {
    const positions = Object.values(metadata).flatMap((fields) => fields["t"]?.position ?? []);
    const [start, length] = positions.sort((a, b) => a[0] - b[0])[0] ?? [0, 0];
    const isText = hit.s !== undefined;
    const excerpt = [
      (start > aroundMatch ? "… " : "") + hit.t.slice(Math.max(0, start - aroundMatch), start),
      hit.t.slice(start, start + length),
      hit.t.slice(start + length, start + length + aroundMatch) + (hit.t.length > start + length + aroundMatch ? " …" : ""),
    ] as const;
    return {
      title: hit.s ?? hit.t,
      page: page && page.t !== (hit.s ?? hit.t) ? page.t : undefined,
      url: hit.u + (hit.h ?? ""),
      excerpt: isText ? excerpt : undefined,
    };
  });
}
