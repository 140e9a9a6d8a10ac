// Coverage as `npm run weave` prints it: a line a chapter, a line a file.

import type { ChapterCoverage } from "./coverage";

export function coverageReport(chapters: readonly ChapterCoverage[]): string {
  const files = chapters.flatMap((chapter) => chapter.files);
  if (files.length === 0) return "";
  const width = Math.max(...files.map(({ file }) => file.length)) + 2;
  const row = (name: string, declarations: string, shown: string): string => `${name.padEnd(width)}${declarations.padStart(12)}${shown.padStart(20)}\n`;
  return chapters.filter((c) => c.files.length > 0).map((chapter) => {
    const head = row(`chapter ${chapter.chapter}`, "on a page", "statements shown");
    const rows = chapter.files.map((f) => row(`  ${f.file}`, `${f.covered}/${f.declarations}`, share(f.shown, f.statements)));
    const covered = `${sum(chapter.files.map((f) => f.covered))}/${sum(chapter.files.map((f) => f.declarations))}`;
    return head + rows.join("") + row("  all of it", covered, share(chapter.shown, chapter.statements));
  }).join("\n");
}

function share(part: number, whole: number): string {
  return whole === 0 ? "tables only" : `${part}/${whole} ${String(Math.floor((100 * part) / whole)).padStart(3)} %`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
