// Attacks on chapter 2's exercises, above all on those whose answers are recordings that the judge plays. Whatever a
// submission does, it gains no point, and its fault is not taken for the grader's.

import { expect } from "chai";
import { Draw } from "../../../src/course/exercises/draw";
import { loadTrial } from "../../../src/course/exercises/load";
import { exerciseCalled } from "../../../src/course/exercises/manifest";
import { explainRecording, Stage, type State } from "../../../src/course/exercises/02-cpu/meaning/stage";
import { judge } from "../../../src/course/judge/core/judge";
import { NodeEngine } from "../../../src/course/judge/node/engine";
import { libraryFor } from "../../../src/course/judge/node/library";
import { COURSE_ROOT } from "../../../src/course/root";
import { bubblewrap } from "../../../src/course/sandbox/bubblewrap";
import { forgedRecording } from "./attacks/forged-recording";
import { ON_MEANINGS } from "./attacks/on-meanings";

/** As of a graded class: what the public tests ask is no secret. */
const SEED = "a secret seed";
const sandbox = bubblewrap();

describe("attacks on chapter 2: the submission", () => {
  it("is judged where bubblewrap is; CI has it", () => {
    if (process.env["CI"] !== undefined) expect(sandbox, "no bubblewrap").not.to.equal(undefined);
  });

  if (sandbox === undefined) return;

  let engine: NodeEngine;
  before(() => { engine = new NodeEngine(sandbox, libraryFor("02-cpu")); });
  after(() => engine.close());

  for (const [exercise, title, mayEndAs, source] of ON_MEANINGS) {
    it(`to ${exercise} ${title}`, async () => {
      const row = exerciseCalled(exercise);
      const verdict = await judge({ row, trial: await loadTrial(exercise), files: { [row.file]: source }, seed: SEED }, engine);
      const told = JSON.stringify(verdict);
      expect(verdict.status, told).to.be.oneOf(mayEndAs);
      expect(verdict.points).to.equal(0);
      expect(told).not.to.include(COURSE_ROOT);
    });
  }
});

describe("attacks on chapter 2: a forged recording", () => {
  const BEFORE: State = { x1: 0x8010n, x2: 0x8ff8n, x3: 0xffff_ffff_ffff_ffffn, nzcv: 2n, "mem[0x8010]": 0x1234n };
  const CHARITABLE = { asked: [["readBase", 1], ["load", 64, { at: 0 }, "normal"], ["writeX", 0, 64, { at: 1 }]] };

  it("does something, or is refused as a wrong answer is; and leaves nothing behind", () => {
    const stage = new Stage();
    const draw = new Draw("forged recordings");
    let played = 0;
    for (let i = 0; i < 4_000; i++) {
      const recording = forgedRecording(draw);
      const say = (thrown: unknown): string => `${String(thrown)}: ${JSON.stringify(recording, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value))}`;
      for (const evaluation of ["at once", "late"] as const) {
        try {
          if (stage.outcome(recording, BEFORE, evaluation).fault === undefined) played++;
        } catch (thrown) {
          // These compare.ts takes for a wrong answer.
          expect(thrown instanceof TypeError || thrown instanceof RangeError, say(thrown)).to.equal(true);
        }
      }
      try {
        explainRecording(recording);
      } catch (thrown) {
        expect(thrown, say(thrown)).to.be.instanceOf(TypeError);
      }
    }
    expect(played, "recordings that make sense").to.be.above(500);
    expect(stage.outcome(CHARITABLE, BEFORE, "at once")).to.deep.equal({ changes: { x0: 0x1234n }, fault: undefined, unnamed: [] });
  });

  const refused = [
    // what is forged                                                                                               what is said
    [[["readX", 0, 64], ["addWithCarry", 64, { at: 0 }, { at: 0 }, { at: 0 }], ["writeX", 0, 64, { at: 1 }]],        "m.writeX() was given what is no value"],
    [[["readX", 0, 64], ["addWithCarry", 64, { at: 0 }, { at: 0 }, { at: 0 }], ["writeX", 0, 64, { at: 1, of: "sum" }]], "m.writeX() was given what is no value"],
    [[["readX", 0, 64], ["writeX", 0, 64, { at: 0, of: "value" }]],                                                  "m.writeX() was given what is no value"],
    [[["readX", 0, 64], ["writeX", 0, 64, { at: 1 }]],                                                               "m.writeX() was given what is no value"],
    [[["readX", 0, 64, { at: "at" }]],                                                                               "m.readX() was given more than it takes"],
  ] as const;
  for (const [asked, said] of refused) {
    it(`${JSON.stringify(asked.at(-1))}: ${said}`, () => {
      expect(new Stage().outcome({ asked }, BEFORE, "at once")).to.deep.equal({ changes: {}, fault: said, unnamed: [] });
    });
  }
});

describe("what runs beside the student's code", () => {
  it("is not told the state of the machine", async () => {
    for (const id of ["cpu/meaning", "cpu/foreign-meaning"]) {
      const row = exerciseCalled(id);
      const told: string[] = [];
      await judge({ row, trial: await loadTrial(id), files: { [row.file]: "" }, seed: SEED }, {
        compile: () => Promise.resolve({ kind: "compiled", modules: {} }),
        kernel: () => Promise.resolve({ kind: "in the language" }),
        run: ({ calls }) => {
          told.push(...calls);
          return Promise.resolve({ replies: calls.map(() => undefined), printed: "", end: { kind: "done" } });
        },
      });
      expect(told).to.have.length.above(100);
      for (const call of told) expect(call).not.to.match(/mem\[|nzcv|late|at once/);
    }
  });
});
