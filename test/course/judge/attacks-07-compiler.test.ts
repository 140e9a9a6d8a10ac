// Attacks on the exercises of chapter 7: what a student would get wrong, and is told; what a cheat would try, and gains
// nothing by; and what is right in another way, and must not be refused.

import { expect } from "chai";
import { Draw } from "../../../src/course/exercises/draw";
import { loadTrial } from "../../../src/course/exercises/load";
import { EXERCISES, exerciseCalled } from "../../../src/course/exercises/manifest";
import { drawCases, judge, PUBLIC_SEED } from "../../../src/course/judge/core/judge";
import type { Verdict } from "../../../src/course/judge/core/verdict";
import { NodeEngine } from "../../../src/course/judge/node/engine";
import { libraryFor } from "../../../src/course/judge/node/library";
import { COURSE_ROOT } from "../../../src/course/root";
import { bubblewrap } from "../../../src/course/sandbox/bubblewrap";
import { MISREAD_COMPILER, MISREAD_CONVENTION, submitted, WELL_READ } from "./attacks/misread-compiler";
import { ON_THE_COMPILER, OURS } from "./attacks/on-the-compiler";
import { memory } from "./attacks/submissions";

/** As of a graded class: what the public tests ask is no secret. */
const SEED = "a secret seed";
const CHAPTER = "07-compiler";
const ROWS = EXERCISES.filter(({ file }) => file.startsWith(`${CHAPTER}/`));
const QUESTION = "compiler/foreign-convention";
/** What an exercise is misread as, at least. */
const WAYS = 5;
const sandbox = bubblewrap();

describe("attacks on chapter 7: the submission", () => {
  it("is judged where bubblewrap is; CI has it", () => {
    if (process.env["CI"] !== undefined) expect(sandbox, "no bubblewrap").not.to.equal(undefined);
  });

  if (sandbox === undefined) return;

  let engine: NodeEngine;
  before(() => { engine = new NodeEngine(sandbox, libraryFor(CHAPTER)); });
  after(() => engine.close());

  const verdictOn = async (exercise: string, source: string, seed = SEED): Promise<Verdict> => {
    const row = exerciseCalled(exercise);
    return judge({ row, trial: await loadTrial(exercise), files: { [row.file]: source }, seed }, engine);
  };

  describe("of a student who", () => {
    for (const [exercise, misunderstanding, told, part] of MISREAD_COMPILER) {
      it(`believes, in ${exercise}, that ${misunderstanding}`, async () => {
        const { status, points, divergence, message } = await verdictOn(exercise, submitted(exercise, part));
        const said = JSON.stringify({ message, divergence });
        expect(status, said).to.be.oneOf(["fail", "out of fuel"]);
        expect(points).to.equal(0);
        expect(`${divergence?.why}; ${divergence?.theirs}; ${divergence?.fault}`, said).to.match(told);
        expect(divergence?.theirs, "what is wrong can be seen").not.to.equal(divergence?.ours);
      });
    }

    for (const [misunderstanding, find, replace] of MISREAD_CONVENTION) {
      it(`believes, of the question, that ${misunderstanding}`, async () => {
        const trial = await loadTrial(QUESTION);
        const right = trial.solution!(trial.variant!(new Draw(SEED).for("variant")));
        expect(right).to.include(find);
        const { status, points, divergence } = await verdictOn(QUESTION, right.replace(find, () => replace));
        expect(status).to.equal("fail");
        expect(points).to.equal(0);
        expect(divergence?.theirs).not.to.equal(divergence?.ours);
      });
    }

    for (const [exercise, way, part] of WELL_READ) {
      it(`does ${exercise} ${way}`, async () => {
        for (const seed of [SEED, "another", "and another"]) {
          const verdict = await verdictOn(exercise, submitted(exercise, part), seed);
          expect(verdict.status, JSON.stringify(verdict)).to.equal("pass");
        }
      });
    }
  });

  it(`that misreads: ${WAYS} for each exercise`, () => {
    const misread = [...MISREAD_COMPILER.map(([exercise]) => exercise), ...MISREAD_CONVENTION.map(() => QUESTION)];
    for (const { id } of ROWS) expect(misread.filter((each) => each === id).length, id).to.be.at.least(WAYS);
  });

  for (const [exercise, path] of OURS) {
    const { exports: { name } } = exerciseCalled(exercise);
    it(`to ${exercise} that imports ${path} is not compiled`, async () => {
      for (const source of [`export { ${name} } from "../../${path}";`, `// @ts-nocheck\nimport * as ours from "../../${path}";\nexport const ${name}: any = Object.values(ours)[0];`]) {
        const { status, points, message } = await verdictOn(exercise, source);
        expect({ status, points }).to.deep.equal({ status: "compile error", points: 0 });
        expect(message).not.to.include(COURSE_ROOT);
      }
    });
  }

  for (const [exercise, title, mayEndAs, source] of ON_THE_COMPILER) {
    it(`to ${exercise} ${title}`, async () => {
      const verdict = await verdictOn(exercise, source);
      const told = JSON.stringify(verdict);
      expect(verdict.status, told).to.be.oneOf(mayEndAs);
      expect(verdict.points).to.equal(0);
      expect(told).not.to.include(COURSE_ROOT);
    });
  }

  for (const { id, exports: { name } } of ROWS.filter((row) => row.kind !== "graded question")) {
    it(`to ${id} that has learnt the public cases by heart knows those, and no others`, async () => {
      const trial = await loadTrial(id);
      const source = memory(name, drawCases(trial, PUBLIC_SEED).flatMap(({ cases }) => [...cases]));
      const known = await verdictOn(id, source, PUBLIC_SEED);
      expect(known.status, JSON.stringify(known)).to.equal("pass");
      const { status, points, properties } = await verdictOn(id, source);
      expect(status).to.equal("fail");
      expect(points).to.equal(0);
      expect(properties[0]?.state, "the first ones are the same for all").to.equal("holds");
    });
  }
});

describe("what a submission to chapter 7 may import", () => {
  const { sources, declarations } = libraryFor(CHAPTER);

  it("has nothing of the compiler, of what runs on it, or of the school", () => {
    expect(Object.keys(sources).filter((path) => !/^src\/(base|machine\/decoder)\//.test(path))).to.deep.equal([]);
  });

  it("has no answer to an exercise of the chapter", () => {
    for (const { exports: { name } } of ROWS) {
      const asked = new RegExp(`export (const|function) ${name}\\b`);
      expect(Object.keys(sources).filter((path) => asked.test(sources[path]!)), name).to.deep.equal([]);
    }
  });

  it("is types only, of what stands beside the parts", () => {
    for (const [path, text] of Object.entries(declarations)) expect(text, path).not.to.match(/=>.*\{$|return /m);
  });
});
