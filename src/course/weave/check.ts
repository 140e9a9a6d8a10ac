// The whole check of the text, but for running its commands: every fence of every page, anchors, components,
// recordings that no page shows.

import { type Course, filesUnder, pagePaths } from "./course";
import { type TranscriptFence, parseFence } from "./fence";
import { type Page, readPage } from "./page";
import { type Quote, quotesOf } from "./quote";
import { recordingPath } from "./transcript";
import { type Vocabulary, tagFaults, unsetExercises } from "./vocabulary";
import { WeaveFault, faultOf, faultsAt } from "./weave-fault";
import { type Woven, anchorFaults, weaveFence } from "./weave-page";

/** A command of the text, and where it stands. */
export interface Run {
  readonly page: Page;
  readonly line: number;
  readonly fence: TranscriptFence;
}

/** A quote, and the anchor under which its page shows it. */
export interface PlacedQuote extends Quote {
  readonly page: Page;
  readonly id: string;
}

export interface Check {
  readonly faults: readonly WeaveFault[];
  /** What the fences quote, those at fault left out. */
  readonly quotes: readonly PlacedQuote[];
  readonly runs: readonly Run[];
}

export function checkCourse(course: Course, vocabulary: Vocabulary): Check {
  const faults: WeaveFault[] = [];
  const quotes: PlacedQuote[] = [];
  const runs: Run[] = [];
  const pages: Page[] = [];
  const collect = (work: () => void): void => {
    const fault = faultOf(work);
    if (fault !== undefined) faults.push(fault);
  };
  for (const path of pagePaths(course)) {
    collect(() => {
      const page = readPage(course.root, path);
      pages.push(page);
      runs.push(...runsOf(page));
      const woven: { line: number; woven: Woven }[] = [];
      for (const pageFence of page.fences) {
        collect(() => {
          const w = weaveFence(course, page, pageFence);
          woven.push({ line: pageFence.line, woven: w });
          if (w.kind === "excerpts") quotes.push(...placedQuotes(course, page, pageFence.info, w.excerpts.map(({ id }) => id)));
        });
      }
      faults.push(...anchorFaults(page, woven), ...tagFaults(page, vocabulary));
    });
  }
  faults.push(...unsetExercises(pages, vocabulary), ...leftoverFaults(course, runs));
  return { faults: distinct(faults), quotes, runs };
}

function placedQuotes(course: Course, page: Page, info: string, ids: readonly string[]): PlacedQuote[] {
  const fence = parseFence(info);
  if (fence.kind !== "source") return [];
  return quotesOf(course, page, fence).map((quote, i) => ({ ...quote, page, id: ids[i]! }));
}

/** The commands of a page whose fences can be read; the others are reported with the rest of the page. */
function runsOf(page: Page): Run[] {
  return page.fences.flatMap(({ line, info }) => {
    if (!/\srun=/.test(info)) return [];
    const fence = faultsAt(page.path, line, () => parseFence(info));
    return fence.kind === "transcript" ? [{ page, line, fence }] : [];
  });
}

function leftoverFaults(course: Course, runs: readonly Run[]): WeaveFault[] {
  const used = new Set(runs.map(({ page, fence }) => recordingPath(page, fence.command)));
  return filesUnder(course, "chapters", [".txt"]).filter((path) => path.includes("/transcripts/") && !used.has(path))
    .map((path) => new WeaveFault(path, 1, "no page runs this command any more: delete the recording (npm run weave -- --update does)"));
}

/** In order of place; a fault of one page that others run into is told once. */
function distinct(faults: readonly WeaveFault[]): WeaveFault[] {
  const byMessage = new Map(faults.map((fault) => [fault.message, fault]));
  return [...byMessage.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
