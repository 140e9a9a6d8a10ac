// A class of students who never were: folders and zip files, right, wrong, broken and malicious, drawn from a seed.

import { strToU8, zipSync, type Zippable } from "fflate";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Draw } from "../../../src/course/exercises/draw";
import type { ExerciseRow } from "../../../src/course/exercises/exercise";
import { COURSE_ROOT } from "../../../src/course/root";

export const SYNTHETIC_STUDENTS = 50;

/** What a student made of an exercise; undefined for a file that is not handed in. */
const WORKS: readonly ((row: ExerciseRow) => string | undefined)[] = [
  ({ file }) => readFileSync(join(COURSE_ROOT, "solutions", file), "utf8"),
  ({ file }) => readFileSync(join(COURSE_ROOT, "solutions", file), "utf8"),
  ({ file }) => readFileSync(join(COURSE_ROOT, "exercises", file), "utf8"),
  () => undefined,
  ({ exports: { name } }) => `// @ts-nocheck\nexport function ${name}() { return 0; }\n`,
  ({ exports: { name } }) => `// @ts-nocheck\nexport function ${name}() { for (;;); }\n`,
  ({ exports: { name } }) => `export function ${name}( { this is not TypeScript\n`,
  ({ exports: { name } }) => `// @ts-nocheck\nconsole.log("<script>alert(1)</script> \`| **pass** |\`\\u001b[31m");\nexport const ${name} = () => "<b>=1+1</b>";\n`,
];

/** How a student hands it in. */
const WAYS: readonly ((dir: string, student: string, files: Readonly<Record<string, string>>) => void)[] = [
  (dir, student, files) => writeFolder(join(dir, student), files),
  (dir, student, files) => writeFolder(join(dir, student, "work"), files),
  (dir, student, files) => {
    writeFolder(join(dir, student), files);
    symlinkSync(join(COURSE_ROOT, "solutions"), join(dir, student, "solutions"));
    mkdirSync(join(dir, student, "01-decoder"), { recursive: true });
    symlinkSync(join(COURSE_ROOT, "solutions/01-decoder/field.ts"), join(dir, student, "01-decoder/linked.ts"));
  },
  (dir, student, files) => writeZip(join(dir, `${student}.zip`), zippable(files, "")),
  (dir, student, files) => writeZip(join(dir, `${student}.zip`), zippable(files, `${student}-main/work/`)),
  (dir, student, files) => writeZip(join(dir, `${student}.zip`), {
    ...zippable(files, ""),
    "../../../../../../tmp/slipped/01-decoder/field.ts": strToU8("slipped"),
    "/tmp/slipped/01-decoder/field.ts": strToU8("slipped"),
    "..\\..\\slipped\\01-decoder\\field.ts": strToU8("slipped"),
  }),
  (dir, student, files) => writeZip(join(dir, `${student}.zip`), { ...zippable(files, ""), "01-decoder/bomb.ts": new Uint8Array(40 * 2 ** 20) }),
  (dir, student) => writeFileSync(join(dir, `${student}.zip`), "PK\u0003\u0004 and nothing that follows from it"),
];

export function writeSyntheticClass(dir: string, rows: readonly ExerciseRow[]): void {
  const draw = new Draw("a synthetic class");
  for (let i = 0; i < SYNTHETIC_STUDENTS; i++) {
    const student = i === 0 ? "=HYPERLINK(1)" : i === 1 ? "Zoë O'Neil, <jr>" : `student-${String(i).padStart(2, "0")}`;
    const files: Record<string, string> = {};
    for (const row of rows) {
      const text = draw.pick(WORKS)(row);
      if (text !== undefined) files[row.file] = text;
    }
    WAYS[i % WAYS.length]!(dir, student, files);
  }
}

function writeFolder(dir: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(dir, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

const zippable = (files: Readonly<Record<string, string>>, prefix: string): Zippable =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${prefix}${path}`, strToU8(text)]));

const writeZip = (path: string, files: Zippable): void => writeFileSync(path, zipSync(files));
