// REPORT/, as a folder that a run can be killed over at any moment:
//
//   class.csv                     one row a student                       \ written last, from the results
//   students/NAME/report.md, report.html, result.json                     result.json last, in one step
//
// 1. A result.json that is there is whole, and the reports beside it are of the same run: an old one goes first.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExerciseRow } from "../exercises/exercise";
import { classCsv } from "./csv";
import { htmlReport } from "./report-html";
import { markdownReport } from "./report-markdown";
import { needsAnotherRun, type StudentResult } from "./result";

export class ReportFolder {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
    mkdirSync(join(dir, "students"), { recursive: true });
  }

  /** The result of an earlier run, if it says what this run would. */
  earlier(student: string, key: string): StudentResult | undefined {
    const result = this.#read(student);
    return result?.key === key && !needsAnotherRun(result) ? result : undefined;
  }

  write(result: StudentResult): void {
    const folder = this.#folderOf(result.student);
    mkdirSync(folder, { recursive: true });
    rmSync(join(folder, "result.json"), { force: true });
    writeWhole(join(folder, "report.md"), markdownReport(result));
    writeWhole(join(folder, "report.html"), htmlReport(result));
    writeWhole(join(folder, "result.json"), `${JSON.stringify(result, undefined, 2)}\n`);
  }

  writeClass(results: readonly StudentResult[], rows: readonly ExerciseRow[]): void {
    writeWhole(join(this.#dir, "class.csv"), classCsv(results, rows));
  }

  #read(student: string): StudentResult | undefined {
    try {
      return JSON.parse(readFileSync(join(this.#folderOf(student), "result.json"), "utf8")) as StudentResult;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === "ENOENT" || fault instanceof SyntaxError) return undefined;
      throw fault;
    }
  }

  #folderOf(student: string): string {
    return join(this.#dir, "students", fileName(student));
  }
}

/** Below every system's limit, with room for an ending. */
const MAX_NAME = 200;

/**
 * `student` as a file name on any system: what is not plain is written %XX, so that no two students share one. What
 * gets too long by that is cut, and told apart by a hash.
 */
export function fileName(student: string): string {
  const escaped = student.replace(/[^A-Za-z0-9 ._-]/gu, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""));
  const name = escaped.replace(/^[. ]/, (first) => (first === "." ? "%2E" : "%20")).replace(/[. ]$/, (last) => (last === "." ? "%2E" : "%20"));
  return name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME)}~${createHash("sha256").update(student).digest("hex").slice(0, 16)}`;
}

/** A reader sees the old file or the new one, never half of one. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
