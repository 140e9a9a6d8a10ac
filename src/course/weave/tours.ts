// The tours: src/run/NN-slug.ts shows what chapter NN built, from a checkout, with nothing else to know.

import { execFile, type ExecFileException } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chapterFolder } from "../house";
import { type Course, pagePaths } from "./course";
import { inLanes } from "./lanes";
import { WeaveFault } from "./weave-fault";

export interface TourResult {
  readonly tour: string;
  readonly lines: number;
  readonly seconds: number;
  readonly fault: WeaveFault | undefined;
}

const TIMEOUT_MS = 180_000;

/** Runs the tour of every chapter that has pages; chapter 0 builds nothing to show. */
export function runTours(course: Course): Promise<TourResult[]> {
  const chapters = course.house.chapters.filter(({ number }) => number > 0 && pagePaths(course, number).length > 0);
  return inLanes(chapters, (chapter) => runTour(course, `src/run/${chapterFolder(chapter)}.ts`));
}

async function runTour({ root }: Course, tour: string): Promise<TourResult> {
  const result = (lines: number, seconds: number, what?: string): TourResult => ({ tour, lines, seconds, fault: what === undefined ? undefined : new WeaveFault(tour, 1, what) });
  if (!existsSync(join(root, tour))) return result(0, 0, "this chapter has no tour");
  const start = performance.now();
  const { stdout, stderr, error } = await run(root, tour);
  const seconds = (performance.now() - start) / 1000;
  const lines = stdout.split("\n").length - 1;
  if (error?.killed === true) return result(lines, seconds, `the tour does not end within ${TIMEOUT_MS / 1000} s`);
  if (error !== null) return result(lines, seconds, `the tour ends with status ${error.code}: ${stderr.trim().split("\n")[0] ?? ""}`);
  return result(lines, seconds, lines === 0 ? "the tour prints nothing" : undefined);
}

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly error: ExecFileException | null;
}

function run(root: string, tour: string): Promise<Ended> {
  const args = [join(root, "node_modules/ts-node/dist/bin.js"), tour];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, encoding: "utf8", timeout: TIMEOUT_MS, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => { resolve({ stdout, stderr, error }); });
  });
}
