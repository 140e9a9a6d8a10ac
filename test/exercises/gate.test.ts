// The author's gate: every starter fails and says what to do, every solution passes, wrong ones are caught, other
// right ones get full marks. Parts of the unikernel are not booted here, each in a kernel of its own: all solutions are, in
// one kernel, by test/course/exercises/08-boot/mine.test.ts.

import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AnyTrial } from "../../src/course/exercises/exercise";
import { loadTrial } from "../../src/course/exercises/load";
import { EXERCISES } from "../../src/course/exercises/manifest";
import { Draw } from "../../src/course/exercises/draw";
import { judge, PUBLIC_SEED } from "../../src/course/judge/core/judge";
import type { Verdict } from "../../src/course/judge/core/verdict";
import { NodeEngine } from "../../src/course/judge/node/engine";
import { libraryFor } from "../../src/course/judge/node/library";
import { COURSE_ROOT } from "../../src/course/root";
import { ownCode } from "../../src/course/sandbox/choose";
import type { Gate } from "./gate";

const load = createRequire(__filename);

const WRONG_AT_LEAST = 6;
/** A starter's message must be a sentence. */
const HELPFUL = /\S+ \S+ \S+ \S+/;
const STUDENTS = ["ada", "grace", "barbara"];

const read = (folder: string, file: string): string => readFileSync(join(COURSE_ROOT, folder, file), "utf8");

function patched(text: string, find: string, replace: string): string {
  expect(text, "the solution has what the change looks for").to.include(find);
  return text.replace(find, () => replace);
}

const chapters = [...new Set(EXERCISES.map((row) => row.file.split("/")[0]!))];

for (const chapter of chapters) {
  describe(`the exercises of ${chapter}`, () => {
    let engine: NodeEngine;
    before(() => { engine = new NodeEngine(ownCode(), libraryFor(chapter)); });
    after(() => engine.close());

    it("are all in the manifest, as starters and as solutions", () => {
      const files = EXERCISES.filter((row) => row.file.startsWith(`${chapter}/`)).map((row) => row.file.split("/")[1]!).sort();
      for (const folder of ["exercises", "solutions"]) expect(readdirSync(join(COURSE_ROOT, folder, chapter)).sort(), folder).to.deep.equal(files);
    });

    for (const row of EXERCISES.filter(({ file }) => file.startsWith(`${chapter}/`))) {
      describe(row.id, () => {
        const { gate } = load(join(__dirname, row.file)) as { gate: Gate };
        let trial: AnyTrial;
        before(async () => { trial = await loadTrial(row.id); });

        const verdictOn = (text: string, seed = PUBLIC_SEED, follow: "holds" | "compiles" = "compiles"): Promise<Verdict> =>
          judge({ row, trial, files: { [row.file]: text }, seed, follow }, engine);
        const expectPass = (verdict: Verdict): Chai.Assertion =>
          expect(verdict, JSON.stringify(verdict, undefined, 1)).to.include({ status: "pass", points: row.points });
        const expectCaught = ({ status, message, divergence }: Verdict): Chai.Assertion =>
          expect(status, `${message}${JSON.stringify(divergence)}`).to.be.oneOf(["fail", "out of fuel"]);

        it("has a starter that fails and says what to do", async () => {
          const { status, message, divergence } = await verdictOn(read("exercises", row.file));
          expect(status, message).to.equal("fail");
          expect(divergence?.theirs).to.match(/^threw: /).and.to.match(HELPFUL);
        });

        it("has a solution that passes", async () => expectPass(await verdictOn(read("solutions", row.file))));

        for (const [title, text] of Object.entries(gate.right)) {
          it(`passes what solves it otherwise: ${title}`, async () => {
            for (const seed of row.kind === "graded question" ? [PUBLIC_SEED] : [PUBLIC_SEED, "a class's"]) expectPass(await verdictOn(text, seed));
          });
        }

        const wrong = [
          ...gate.wrong.map(([title, find, replace]) => [title, () => patched(read("solutions", row.file), find, replace)] as const),
          ...Object.entries(gate.wrongFiles ?? {}).map(([title, text]) => [title, () => text] as const),
        ];
        for (const [title, text] of wrong) {
          it(`catches one that ${title}`, async () => expectCaught(await verdictOn(text(), PUBLIC_SEED, "holds")));
        }

        it(`lists ${WRONG_AT_LEAST} wrong solutions and a right one`, () => {
          expect(wrong.length).to.be.at.least(WRONG_AT_LEAST);
          expect(Object.keys(gate.right)).not.to.deep.equal([]);
        });

        if (row.kind !== "graded question") return;

        it("has, for each student, a variant that its own solution solves and that of the public one does not", async () => {
          for (const student of STUDENTS) {
            const variant = trial.variant!(new Draw(student).for("variant"));
            expect(trial.handout!(variant)).to.include(row.exports.name);
            expectPass(await verdictOn(trial.solution!(variant), student));
            expectCaught(await verdictOn(read("solutions", row.file), student));
          }
        });
      });
    }
  });
}
