// A graded question is another for each student, and the practice variant stands in its files.

import { AssertionError, expect } from "chai";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as ts from "typescript";
import { Draw } from "../../src/course/exercises/draw";
import type { AnyPart, AnyTrial, Case, ExerciseRow } from "../../src/course/exercises/exercise";
import { loadTrial } from "../../src/course/exercises/load";
import type { Plain } from "../../src/course/exercises/plain";
import { drawCases, PUBLIC_SEED } from "../../src/course/judge/core/judge";
import { COURSE_ROOT } from "../../src/course/root";
import { practiceSolution, QUESTIONS, solutionFile, starterFile, withPracticeQuestion } from "./practice";

const load = createRequire(__filename);

const CLASS = Array.from({ length: 12 }, (_, i) => `student ${i}`);
/** Of the words that mean something, the share that another student's answer may get right, and the worst of a class. */
const MOSTLY_WRONG = 0.02;
const NEVER_PASSING = 0.5;

const variantOf = (trial: AnyTrial, seed: string): Plain => trial.variant!(new Draw(seed).for("variant"));

/** The part that a solution's text exports, behind its adapter: our own text, so it may run here. */
function partIn(text: string, { name, through }: ExerciseRow["exports"]): AnyPart {
  const js = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } }).outputText;
  const exports: Record<string, AnyPart> = {};
  (new Function("exports", js) as (exports: object) => void)(exports);
  const part = exports[name]!;
  return through === undefined ? part : (load(join(COURSE_ROOT, through.from)) as Record<string, (part: AnyPart) => AnyPart>)[through.name]!(part);
}

/** What a student is asked, but for the words that mean nothing. */
const casesFor = (trial: AnyTrial, student: string): Case[] =>
  drawCases(trial, student).flatMap(({ cases }) => cases).filter(({ want }) => want !== undefined);

const shareRight = (cases: readonly Case[], part: AnyPart): number =>
  cases.filter((it) => isRight(it, part(...it.args))).length / cases.length;

function isRight({ want, accept }: Case, answer: Plain): boolean {
  if (accept === undefined) return isDeepStrictEqual(answer, want);
  try {
    accept(answer);
    return true;
  } catch (thrown) {
    if (thrown instanceof AssertionError) return false;
    throw thrown;
  }
}

for (const row of QUESTIONS) {
  describe(`the graded question ${row.id}`, () => {
    let trial: AnyTrial;
    before(async () => { trial = await loadTrial(row.id); });

    it("stands in its starter as it is for practice", () => {
      const starter = readFileSync(starterFile(row), "utf8");
      expect(starter).to.equal(withPracticeQuestion(starter, trial)).and.to.include(trial.handout!(variantOf(trial, PUBLIC_SEED)).split("\n")[0]!);
    });

    it("has the solution to its practice variant in its file", () => {
      expect(readFileSync(solutionFile(row), "utf8")).to.equal(practiceSolution(trial));
    });

    it("is the same for the same seed", () => {
      expect(variantOf(trial, "ada")).to.deep.equal(variantOf(trial, "ada"));
      expect(trial.handout!(variantOf(trial, "ada"))).to.equal(trial.handout!(variantOf(trial, "ada")));
    });

    it("is another for each student of a class of 500", () => {
      const handouts = new Set(Array.from({ length: 500 }, (_, i) => trial.handout!(variantOf(trial, `student ${i}`))));
      expect(handouts.size).to.equal(500);
    });

    it("has, for each student, an answer that does, and does not do for another", () => {
      const students = CLASS.map((student) => {
        const variant = variantOf(trial, student);
        return { cases: casesFor(trial, student), part: partIn(trial.solution!(variant), row.exports) };
      });
      for (const { cases, part } of students) expect(shareRight(cases, part)).to.equal(1);
      const shares = students.flatMap((student) =>
        students.filter((other) => other !== student).map(({ cases }) => shareRight(cases, student.part)));
      expect(shares.reduce((sum, share) => sum + share, 0) / shares.length, "on average").to.be.below(MOSTLY_WRONG);
      expect(Math.max(...shares), "at most").to.be.below(NEVER_PASSING);
    });
  });
}
