// The files that a page is made of besides itself.

import { type Course, filesUnder, pagePaths } from "./course";
import { type Fence, parseFence } from "./fence";
import { type Page, parsePage } from "./page";
import { recordingPath } from "./transcript";
import { faultOf, faultsAt } from "./weave-fault";

/** Paths from the root. A page or a fence at fault has none: the weave itself reports it. */
export function dependenciesOf(course: Course, path: string, text: string): string[] {
  const files = new Set<string>();
  faultOf(() => {
    const page = parsePage(path, text);
    for (const { line, info } of page.fences) {
      faultOf(() => faultsAt(path, line, () => {
        for (const file of filesOf(course, page, parseFence(info))) files.add(file);
      }));
    }
  });
  files.delete(path);
  return [...files];
}

function filesOf(course: Course, page: Page, fence: Fence): string[] {
  if (fence.kind === "transcript") return [recordingPath(page, fence.command)];
  if (fence.kind === "example") return [];
  const quoted = fence.file.endsWith("/") ? filesUnder(course, fence.file.slice(0, -1), [".ts", ".tsx", ".js"]) : [fence.file];
  return fence.names === "rest" ? [...quoted, ...pagePaths(course, page.chapter)] : quoted;
}
