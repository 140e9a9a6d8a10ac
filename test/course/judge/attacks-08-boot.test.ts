// Attacks on the exercises of chapter 8: what a cheat would try, and gains nothing by; and what students misread in their
// own questions. (What they misread in the parts is in the gate: test/exercises/08-boot.)

import { expect } from "chai";
import { Draw } from "../../../src/course/exercises/draw";
import { loadTrial } from "../../../src/course/exercises/load";
import { exerciseCalled } from "../../../src/course/exercises/manifest";
import { judge } from "../../../src/course/judge/core/judge";
import type { Verdict } from "../../../src/course/judge/core/verdict";
import { NodeEngine } from "../../../src/course/judge/node/engine";
import { libraryFor } from "../../../src/course/judge/node/library";
import { COURSE_ROOT } from "../../../src/course/root";
import { bubblewrap } from "../../../src/course/sandbox/bubblewrap";
import { ON_THE_KERNEL, OURS } from "./attacks/on-the-kernel";
import { MISREAD_ENTRY, MISREAD_VECTOR } from "./attacks/misread-boot";

/** As of a graded class: what the public tests ask is no secret. */
const SEED = "a secret seed";
const CHAPTER = "08-boot";
const sandbox = bubblewrap();

describe("attacks on chapter 8: the submission", () => {
  it("is judged where bubblewrap is; CI has it", () => {
    if (process.env["CI"] !== undefined) expect(sandbox, "no bubblewrap").not.to.equal(undefined);
  });

  if (sandbox === undefined) return;

  let engine: NodeEngine;
  before(() => { engine = new NodeEngine(sandbox, libraryFor(CHAPTER)); });
  after(() => engine.close());

  const verdictOn = async (exercise: string, source: string, more: Readonly<Record<string, string>> = {}): Promise<Verdict> => {
    const row = exerciseCalled(exercise);
    return judge({ row, trial: await loadTrial(exercise), files: { ...more, [row.file]: source }, seed: SEED, follow: "compiles" }, engine);
  };

  for (const [exercise, path] of OURS) {
    const { exports: { name } } = exerciseCalled(exercise);
    it(`to ${exercise} that imports ${path} is not compiled`, async () => {
      const { status, points, message } = await verdictOn(exercise, `// @ts-nocheck\nimport * as ours from "../../${path}";\nexport const ${name}: any = Object.values(ours)[0];`);
      expect({ status, points }).to.deep.equal({ status: "compile error", points: 0 });
      expect(message).not.to.include(COURSE_ROOT);
    });
  }

  for (const [exercise, title, mayEndAs, source] of ON_THE_KERNEL) {
    it(`to ${exercise} ${title}`, async () => {
      const verdict = await verdictOn(exercise, source);
      const told = JSON.stringify(verdict);
      expect(verdict.status, told).to.be.oneOf(mayEndAs);
      expect(verdict.points).to.equal(0);
      expect(told).not.to.include(COURSE_ROOT);
    });
  }

  it("cannot bring files of the kernel with it", async () => {
    const more = { "../src/unikernel/metal/word.ts": "export const plus = 1;", "08-boot/../../src/unikernel/metal/word.ts": "export const plus = 1;", "src/unikernel/metal/word.ts": "export const plus = 1;" };
    const { status, message } = await verdictOn("boot/next-deadline", `import { plus } from "../../src/unikernel/metal/word";\nexport function nextDeadline(due: bigint, interval: bigint, now: bigint): bigint { return plus(now, interval); }\n`, more);
    expect(status, message).to.equal("fail");
  });

  for (const [exercise, rows] of [["boot/foreign-vector", MISREAD_VECTOR], ["boot/reading-an-entry", MISREAD_ENTRY]] as const) {
    for (const [misunderstanding, find, replace] of rows) {
      it(`of a student who believes, of ${exercise}, that ${misunderstanding}`, async () => {
        const trial = await loadTrial(exercise);
        const right = trial.solution!(trial.variant!(new Draw(SEED).for("variant")));
        expect(right).to.match(find);
        const { status, points, divergence } = await verdictOn(exercise, right.replace(find, replace));
        expect(status).to.equal("fail");
        expect(points).to.equal(0);
        expect(divergence?.theirs).not.to.equal(divergence?.ours);
      });
    }
  }
});
