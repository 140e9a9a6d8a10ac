// "The code as of chapter N": which files stand when chapter N is done, and the check that they stand alone.
//
// A state is what the chapters up to N hold, their text and exercises, and every test that needs nothing else. It
// is laid out in a folder of its own, type-checked and tested there; the rest of the course is not within its reach.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chapterOf } from "../house";
import { importsOf } from "../imports";
import { type Course, filesUnder } from "./course";

/** Files at the root that every state needs. */
const GROUND = ["package.json", "package-lock.json", "tsconfig.json", ".mocharc.json"];

/** The files of the state of `chapter`, from the root. */
export function stateFiles(course: Course, chapter: number): string[] {
  const built = (file: string): boolean => {
    const builder = chapterOf(file, course.house);
    return typeof builder === "number" && builder <= chapter;
  };
  const all = ["src", "chapters", "exercises", "solutions", "test"].flatMap((folder) => filesUnder(course, folder, [""]));
  const files = new Set(all.filter(built));
  for (const file of selfContained(course, [...files])) files.delete(file);
  return [...GROUND.filter((file) => existsSync(join(course.root, file))), ...files];
}

/** Tests among `files` that import, however far down, what is not among them. */
function selfContained(course: Course, files: readonly string[]): string[] {
  const known = new Map<string, boolean>();
  const inside = new Set(files);
  const stands = (file: string): boolean => {
    const before = known.get(file);
    if (before !== undefined) return before;
    known.set(file, true);
    const result = inside.has(file) && (!/\.[jt]sx?$/.test(file) || importsOf(course.root, file).every((i) => i.file === undefined || stands(i.file)));
    known.set(file, result);
    return result;
  };
  return files.filter((file) => file.startsWith("test/") && !stands(file));
}

export interface StateResult {
  readonly files: number;
  /** What the type checker and the tests printed. */
  readonly output: string;
  readonly passed: boolean;
}

/** Lays out the state of `chapter` in a temporary folder, type-checks it and, unless only its types are asked for, runs its tests. */
export function checkState(course: Course, chapter: number, asked: "types" | "types and tests" = "types and tests"): StateResult {
  const folder = mkdtempSync(join(tmpdir(), `o2p-state-${chapter}-`));
  try {
    const files = stateFiles(course, chapter);
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(course.root, file), join(folder, file));
    }
    requireWhatIsThere(folder);
    // What is not built here: packages, and other people's programs where they have been fetched.
    for (const fetched of ["node_modules", ".cache"].filter((name) => existsSync(join(course.root, name)))) {
      symlinkSync(join(course.root, fetched), join(folder, fetched));
    }
    const types = run(folder, "typescript/bin/tsc", ["--noEmit", "-p", "."]);
    if (asked === "types") return { files: files.length, output: types.output, passed: types.status === 0 };
    const tests = types.status === 0 ? run(folder, "mocha/bin/mocha.js", files.filter((file) => /^test\/.*\.test\.ts$/.test(file))) : undefined;
    return { files: files.length, output: types.output + (tests?.output ?? ""), passed: tests?.status === 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Mocha loads what its settings name: what a later chapter builds is not named yet. */
function requireWhatIsThere(folder: string): void {
  const file = join(folder, ".mocharc.json");
  const settings = JSON.parse(readFileSync(file, "utf8")) as { readonly require: readonly string[] };
  const there = settings.require.filter((name) => !name.startsWith("./") || existsSync(join(folder, name)));
  writeFileSync(file, JSON.stringify({ ...settings, require: there }));
}

function run(folder: string, program: string, args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "node_modules", program), ...args], { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 });
  return { status, output: stdout + stderr };
}
