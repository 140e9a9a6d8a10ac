// Attacks on the exercises of chapters 3 to 5: on what stands between a part and the judge, on answers of which several
// are right, on graded questions. Whatever a submission does, it gains no point, and its fault is not the grader's.

import { expect } from "chai";
import { loadTrial } from "../../../src/course/exercises/load";
import { EXERCISES, exerciseCalled } from "../../../src/course/exercises/manifest";
import { judge } from "../../../src/course/judge/core/judge";
import { NodeEngine } from "../../../src/course/judge/node/engine";
import { libraryFor } from "../../../src/course/judge/node/library";
import { COURSE_ROOT } from "../../../src/course/root";
import { bubblewrap } from "../../../src/course/sandbox/bubblewrap";
import { ON_THE_SYSTEM } from "./attacks/on-the-system";

/** As of a graded class: what the public tests ask is no secret. */
const SEED = "a secret seed";
const CHAPTERS = ["03-system-registers", "04-mmu", "05-exceptions"] as const;
const sandbox = bubblewrap();

const chapterOf = (exercise: string): string => exerciseCalled(exercise).file.split("/")[0]!;

describe("attacks on chapters 3 to 5: the submission", () => {
  it("is judged where bubblewrap is; CI has it", () => {
    if (process.env["CI"] !== undefined) expect(sandbox, "no bubblewrap").not.to.equal(undefined);
  });

  if (sandbox === undefined) return;

  for (const chapter of CHAPTERS) {
    describe(chapter, () => {
      let engine: NodeEngine;
      before(() => { engine = new NodeEngine(sandbox, libraryFor(chapter)); });
      after(() => engine.close());

      for (const [exercise, title, mayEndAs, source] of ON_THE_SYSTEM.filter(([id]) => chapterOf(id) === chapter)) {
        it(`to ${exercise} ${title}`, async () => {
          const row = exerciseCalled(exercise);
          const verdict = await judge({ row, trial: await loadTrial(exercise), files: { [row.file]: source }, seed: SEED }, engine);
          const told = JSON.stringify(verdict);
          expect(verdict.status, told).to.be.oneOf(mayEndAs);
          expect(verdict.points).to.equal(0);
          expect(verdict.message, "it is not even what is asked for").not.to.match(/must have the type|exports no|has no exported member '\w+Parts/);
          expect(told).not.to.include(COURSE_ROOT);
        });
      }
    });
  }
});

describe("what a submission may import", () => {
  for (const chapter of CHAPTERS) {
    it(`has no answer to an exercise of ${chapter}`, () => {
      const { sources } = libraryFor(chapter);
      const rows = EXERCISES.filter(({ file, kind }) => kind === "part" && file.startsWith(`${chapter}/`));
      expect(rows).to.have.length.above(5);
      for (const { exports: { name } } of rows) {
        const asked = new RegExp(`export (const|function) ${name}\\b`);
        const here = Object.keys(sources).filter((path) => asked.test(sources[path]!));
        // A digest has a vector too.
        expect(here.filter((path) => path !== "src/machine/cpu/crypto/elements.ts"), name).to.deep.equal([]);
      }
    });
  }
});
