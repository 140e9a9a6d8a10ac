// How long o2p learn takes from a save to its verdict.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exerciseCalled } from "../../src/course/exercises/manifest";
import { WorkingCopy } from "../../src/course/exercises/working-copy";
import { LearningLoop } from "../../src/course/learn/learn";
import { COURSE_ROOT } from "../../src/course/root";

const SAVES = 15;

/** Milliseconds from each of SAVES saves of a wrong answer to the line that shows it wrong, ascending. */
export async function savesToVerdicts(): Promise<number[]> {
  const field = exerciseCalled("decoder/field");
  const solution = readFileSync(join(COURSE_ROOT, "solutions", field.file), "utf8");
  const dir = mkdtempSync(join(tmpdir(), "o2p-learn-"));
  new WorkingCopy(dir).start([field], { refresh: false });
  let answered: () => void = () => undefined;
  const print = (line: string): void => {
    if (line.includes("yours")) answered();
  };
  const loop = new LearningLoop({ dir, rows: [field], print });
  await loop.begin();
  const times: number[] = [];
  for (let i = 1; i <= SAVES; i++) {
    const answer = new Promise<void>((resolve) => { answered = resolve; });
    const saved = performance.now();
    writeFileSync(join(dir, field.file), solution.replace("return", `return ${i} +`));
    await answer;
    times.push(performance.now() - saved);
  }
  await loop.end();
  rmSync(dir, { recursive: true });
  return times.sort((a, b) => a - b);
}
