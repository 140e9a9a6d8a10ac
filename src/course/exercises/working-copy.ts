// The working copy: work/ in the checkout, where the student's files are. Nothing here overwrites one of them.
//
// work/.starters.json remembers what each file was when it was copied, so that a copy that nobody has touched can
// follow the course.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { COURSE_ROOT } from "../root";
import type { ExerciseRow } from "./exercise";
import { EXERCISES } from "./manifest";

export type Copied = "copied" | "kept" | "refreshed" | "kept, though its starter has changed";

const MEMORY = ".starters.json";

/** So that an editor checks work/ as it checks the course. */
const TSCONFIG = `{
  "extends": "../tsconfig.json",
  "include": ["."]
}
`;

export class WorkingCopy {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  get exists(): boolean {
    return existsSync(this.#dir);
  }

  path(row: ExerciseRow): string {
    return join(this.#dir, row.file);
  }

  /** Copies the starters of `rows` that are not there yet; with `refresh`, also those still as they were copied. */
  start(rows: readonly ExerciseRow[], { refresh }: { readonly refresh: boolean }): Map<ExerciseRow, Copied> {
    mkdirSync(this.#dir, { recursive: true });
    this.#writeNew("tsconfig.json", TSCONFIG);
    const memory = this.#remembered();
    const done = new Map<ExerciseRow, Copied>();
    for (const row of rows) {
      const starter = readFileSync(join(COURSE_ROOT, "exercises", row.file), "utf8");
      const copied = this.#place(row, starter, memory[row.file], refresh);
      if (copied === "copied" || copied === "refreshed") memory[row.file] = hashOf(starter);
      done.set(row, copied);
    }
    writeFileSync(join(this.#dir, MEMORY), `${JSON.stringify(memory, undefined, 2)}\n`);
    return done;
  }

  /** The student's files by path: "01-decoder/field.ts". Only chapters' folders, only TypeScript. */
  read(): Record<string, string> {
    const files: Record<string, string> = {};
    for (const chapter of new Set(EXERCISES.map((row) => dirname(row.file)))) {
      const folder = join(this.#dir, chapter);
      if (!existsSync(folder)) continue;
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.isFile() && entry.name.endsWith(".ts")) files[`${chapter}/${entry.name}`] = readFileSync(join(folder, entry.name), "utf8");
      }
    }
    return files;
  }

  #place(row: ExerciseRow, starter: string, remembered: string | undefined, refresh: boolean): Copied {
    if (this.#writeNew(row.file, starter)) return "copied";
    const present = readFileSync(this.path(row), "utf8");
    if (present === starter || remembered === hashOf(starter)) return "kept";
    if (!refresh || remembered !== hashOf(present)) return remembered === undefined ? "kept" : "kept, though its starter has changed";
    writeFileSync(this.path(row), starter);
    return "refreshed";
  }

  /** Whether there was no such file; "wx" refuses one that is there, whatever it is. */
  #writeNew(path: string, text: string): boolean {
    const file = join(this.#dir, path);
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, text, { flag: "wx" });
      return true;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw fault;
    }
  }

  #remembered(): Record<string, string> {
    const file = join(this.#dir, MEMORY);
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
  }
}

export const hashOf = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");
