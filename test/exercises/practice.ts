// The practice variants of the graded questions stand in files: the question in the starter, its solution in
// solutions/. After a change to what is drawn: npx ts-node test/exercises/practice.ts

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Draw } from "../../src/course/exercises/draw";
import type { AnyTrial, ExerciseRow } from "../../src/course/exercises/exercise";
import { loadTrial } from "../../src/course/exercises/load";
import { EXERCISES } from "../../src/course/exercises/manifest";
import { PUBLIC_SEED } from "../../src/course/judge/core/judge";
import { COURSE_ROOT } from "../../src/course/root";

const PREFACE = [
  "The question to practise on. If your instructor has given you one of your own, with other numbers in it, write",
  "the answer to that one here.",
  "",
];

export const QUESTIONS: readonly ExerciseRow[] = EXERCISES.filter(({ kind }) => kind === "graded question");

export const starterFile = ({ file }: ExerciseRow): string => join(COURSE_ROOT, "exercises", file);
export const solutionFile = ({ file }: ExerciseRow): string => join(COURSE_ROOT, "solutions", file);

/** `starter` with the question of the practice variant in its first comment. */
export function withPracticeQuestion(starter: string, trial: AnyTrial): string {
  const question = trial.handout!(trial.variant!(new Draw(PUBLIC_SEED).for("variant")));
  const lines = [...PREFACE, ...question.split("\n")].map((line) => ` * ${line}`.trimEnd());
  return starter.replace(/^\/\*\n(?: \*.*\n)*? \*\/$/m, () => ["/*", ...lines, " */"].join("\n"));
}

export const practiceSolution = (trial: AnyTrial): string => trial.solution!(trial.variant!(new Draw(PUBLIC_SEED).for("variant")));

async function writePractice(): Promise<void> {
  for (const row of QUESTIONS) {
    const trial = await loadTrial(row.id);
    writeFileSync(starterFile(row), withPracticeQuestion(readFileSync(starterFile(row), "utf8"), trial));
    writeFileSync(solutionFile(row), practiceSolution(trial));
  }
}

if (require.main === module) void writePractice();
