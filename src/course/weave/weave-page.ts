// A page's fences, each resolved to what stands in its place.

import { UserFault } from "../../base/fault";
import type { Course } from "./course";
import { excerptsOf } from "./excerpt";
import type { ExcerptProps, TranscriptProps } from "./excerpt-props";
import { type ExampleFence, parseFence } from "./fence";
import type { Page, PageFence } from "./page";
import { transcriptOf } from "./transcript";
import { WeaveFault, faultsAt } from "./weave-fault";

export type Woven =
  | { readonly kind: "excerpts"; readonly excerpts: readonly ExcerptProps[] }
  | { readonly kind: "transcript"; readonly transcript: TranscriptProps }
  | { readonly kind: "example"; readonly fence: ExampleFence };

export function weaveFence(course: Course, page: Page, { line, info, body }: PageFence): Woven {
  return faultsAt(page.path, line, () => {
    const fence = parseFence(info);
    if (fence.kind === "example") return { kind: "example", fence };
    if (body.trim() !== "") throw new UserFault("a src or run fence is filled in by the weave: leave it empty, or mark it example");
    if (fence.kind === "source") return { kind: "excerpts", excerpts: excerptsOf(course, page, fence) };
    return { kind: "transcript", transcript: transcriptOf(course, page, fence) };
  });
}

/** Anchors that two things of a page share: the second of each pair. */
export function anchorFaults(page: Page, woven: readonly { readonly line: number; readonly woven: Woven }[]): WeaveFault[] {
  const quoted = woven.flatMap(({ line, woven: w }) => anchorsOf(w).map((id) => ({ line, id, remedy: "give the fence another with id=..." })));
  const headings = page.headings.map(({ line, id }) => ({ line, id, remedy: "give the heading another, {/* #... */}" }));
  const taken = new Map<string, number>();
  return [...headings, ...quoted].sort((a, b) => a.line - b.line).flatMap(({ line, id, remedy }) => {
    const before = taken.get(id);
    taken.set(id, before ?? line);
    return before === undefined ? [] : [new WeaveFault(page.path, line, `the anchor ${id} is taken by line ${before}: ${remedy}`)];
  });
}

function anchorsOf(woven: Woven): string[] {
  if (woven.kind === "excerpts") return woven.excerpts.map(({ id }) => id);
  return woven.kind === "transcript" ? [woven.transcript.id] : [];
}
