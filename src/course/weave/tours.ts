// The tours: src/run/NN-slug.ts shows what chapter NN built, from a checkout, with nothing else to know.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chapterFolder } from "../house";
import { type Course, pagePaths } from "./course";
import { WeaveFault } from "./weave-fault";

export interface TourResult {
  readonly tour: string;
  readonly lines: number;
  readonly seconds: number;
  readonly fault: WeaveFault | undefined;
}

const TIMEOUT_MS = 120_000;

/** Runs the tour of every chapter that has pages; chapter 0 builds nothing to show. */
export function runTours(course: Course): TourResult[] {
  return course.house.chapters.filter(({ number }) => number > 0 && pagePaths(course, number).length > 0)
    .map((chapter) => runTour(course, `src/run/${chapterFolder(chapter)}.ts`));
}

function runTour({ root }: Course, tour: string): TourResult {
  const result = (lines: number, seconds: number, what?: string): TourResult => ({ tour, lines, seconds, fault: what === undefined ? undefined : new WeaveFault(tour, 1, what) });
  if (!existsSync(join(root, tour))) return result(0, 0, "this chapter has no tour");
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(root, "node_modules/ts-node/dist/bin.js"), tour], { cwd: root, encoding: "utf8", timeout: TIMEOUT_MS, maxBuffer: 2 ** 26 });
  const seconds = (performance.now() - start) / 1000;
  const lines = stdout.split("\n").length - 1;
  if (error !== undefined) return result(lines, seconds, `the tour does not end: ${error.message}`);
  if (status !== 0) return result(lines, seconds, `the tour ends with status ${status}: ${stderr.trim().split("\n")[0] ?? ""}`);
  return result(lines, seconds, lines === 0 ? "the tour prints nothing" : undefined);
}
