// Attacks on the exercises of chapter 6: what a student would get wrong, and is told; what a cheat would try, and gains
// nothing by. Our own answers are where a submission of this chapter can look for them, if nobody takes care.

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
import { MISREAD_DEVICES, MISREAD_MAP, WELL_READ } from "./attacks/misread-devices";
import { ON_DEVICES } from "./attacks/on-devices";
import { memory, written } from "./attacks/submissions";

/** As of a graded class: what the public tests ask is no secret. */
const SEED = "a secret seed";
const CHAPTER = "06-devices";
const ROWS = EXERCISES.filter(({ file }) => file.startsWith(`${CHAPTER}/`));
const sandbox = bubblewrap();

describe("attacks on chapter 6: the submission", () => {
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
    for (const [exercise, misunderstanding, told, part] of MISREAD_DEVICES) {
      it(`believes, in ${exercise}, that ${misunderstanding}`, async () => {
        const { status, points, divergence, message } = await verdictOn(exercise, written(exercise, part));
        const said = JSON.stringify({ message, divergence });
        expect(status, said).to.be.oneOf(["fail", "out of fuel"]);
        expect(points).to.equal(0);
        expect(`${divergence?.why}; ${divergence?.theirs}`, said).to.match(told);
        expect(divergence?.theirs, "what is wrong can be seen").not.to.equal(divergence?.ours);
      });
    }

    for (const [misunderstanding, find, replace] of MISREAD_MAP) {
      it(`believes, of a map, that ${misunderstanding}`, async () => {
        const trial = await loadTrial("devices/reading-a-map");
        const right = trial.solution!(trial.variant!(new Draw(SEED).for("variant")));
        expect(right).to.include(find);
        const { status, points, divergence } = await verdictOn("devices/reading-a-map", right.replace(find, () => replace));
        expect(status).to.equal("fail");
        expect(points).to.equal(0);
        expect(divergence?.call).to.match(/^reach\(0x/);
        expect(divergence?.theirs).not.to.equal(divergence?.ours);
      });
    }

    for (const [exercise, part] of WELL_READ) {
      it(`has nothing of the kind in mind, in ${exercise}`, async () => {
        const verdict = await verdictOn(exercise, written(exercise, part));
        expect(verdict.status, JSON.stringify(verdict)).to.equal("pass");
      });
    }
  });

  for (const [exercise, title, mayEndAs, source] of ON_DEVICES) {
    it(`to ${exercise} ${title}`, async () => {
      const verdict = await verdictOn(exercise, source);
      const told = JSON.stringify(verdict);
      expect(verdict.status, told).to.be.oneOf(mayEndAs);
      expect(verdict.points).to.equal(0);
      expect(told).not.to.include(COURSE_ROOT);
    });
  }

  it("that imports what it should write is told so", async () => {
    const { message } = await verdictOn("devices/event-index", `export { needsEvent } from "../../src/formats/devices/virtqueue";`);
    expect(message).to.match(/the export needsEvent must have the type .*isYoursToWrite/);
  });

  // A chain is read, and is no argument; the levels are so few that whoever knows them all is right.
  for (const { id, exports: { name } } of ROWS.filter((row) => row.kind !== "graded question" && row.id !== "devices/uart-levels" && row.id !== "devices/virtqueue-chain")) {
    it(`to ${id} that has learnt the public cases by heart knows those, and no others`, async () => {
      const trial = await loadTrial(id);
      const source = memory(name, drawCases(trial, PUBLIC_SEED).flatMap(({ cases }) => [...cases]));
      const known = await verdictOn(id, source, PUBLIC_SEED);
      expect(known.status, JSON.stringify(known)).to.equal("pass");
      const { status, points, properties } = await verdictOn(id, source);
      expect(status).to.equal("fail");
      expect(points).to.equal(0);
      expect(properties.filter(({ state }) => state === "fails").map(({ title }) => title).join()).to.match(/agrees with the reference|says the same/);
    });
  }
});

describe("what a submission to chapter 6 may import", () => {
  const { sources, declarations } = libraryFor(CHAPTER);

  it("has no answer to an exercise of the chapter", () => {
    for (const { exports: { name } } of ROWS) {
      const asked = new RegExp(`export (const|function) ${name}\\b`);
      expect(Object.keys(sources).filter((path) => asked.test(sources[path]!)), name).to.deep.equal([]);
    }
  });

  it("has the rest of the files that it was taken out of", () => {
    expect(sources["src/formats/devices/virtqueue.ts"]).to.include("export const DESCRIPTOR_FLAG").and.not.match(/0xffff\) </);
    expect(sources["src/machine/sysregs/registers/timer.ts"]).to.include("export const NEVER").and.include("export const timerAsks").and.not.include("value > count");
  });

  it("is types only, of what stands beside the parts", () => {
    for (const [path, text] of Object.entries(declarations)) expect(text, path).not.to.match(/=>.*\{$|return /m);
  });

  it("is whole again a chapter later, and was before", () => {
    for (const chapter of ["05-exceptions", "04-mmu"]) expect(libraryFor(chapter).sources["src/machine/sysregs/registers/timer.ts"]).to.include("function timerDue");
  });
});
