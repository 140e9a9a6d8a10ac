import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COURSE_ROOT } from "../root";

/** What verdicts follow from, apart from the submission: exercises, judge, and the machine that is the reference. */
const DECIDES = ["src/base", "src/formats", "src/machine", "src/course/exercises", "src/course/judge", "src/course/sandbox"];

/** Changes when a verdict may: a report is resumed by the same course or begun anew. */
export function courseHash(): string {
  const hash = createHash("sha256");
  for (const folder of DECIDES) {
    const names = readdirSync(join(COURSE_ROOT, folder), { recursive: true, encoding: "utf8" }).filter((name) => /\.(ts|json)$/.test(name)).sort();
    for (const name of names) hash.update(`${folder}/${name}\0`).update(readFileSync(join(COURSE_ROOT, folder, name))).update("\0");
  }
  return hash.digest("hex");
}
