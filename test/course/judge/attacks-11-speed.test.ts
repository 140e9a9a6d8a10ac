// Attacks on the exercises of chapter 11: our own answers cannot be imported, and what is known by heart is not enough.

import { expect } from "chai";
import { loadTrial } from "../../../src/course/exercises/load";
import { EXERCISES, exerciseCalled } from "../../../src/course/exercises/manifest";
import { drawCases, judge, PUBLIC_SEED } from "../../../src/course/judge/core/judge";
import type { Verdict } from "../../../src/course/judge/core/verdict";
import { NodeEngine } from "../../../src/course/judge/node/engine";
import { libraryFor } from "../../../src/course/judge/node/library";
import { COURSE_ROOT } from "../../../src/course/root";
import { ownCode } from "../../../src/course/sandbox/choose";
import { memory, unchecked } from "./attacks/submissions";

const SEED = "a secret seed";
const CHAPTER = "11-speed";
const ROWS = EXERCISES.filter(({ file }) => file.startsWith(`${CHAPTER}/`));
/** There are 84 questions, and all are asked: who has all the answers by heart has written a table. */
const TABLE = "speed/lazy-flags";

/** Where the answer to each exercise is. */
const OURS: readonly (readonly [exercise: string, path: string])[] = [
  ["speed/block-ends",       "src/machine/jit/blocks"],
  ["speed/no-goto",          "src/machine/jit/structure"],
  ["speed/integer-constant", "src/machine/jit/wasm/code"],
  ["speed/tlb-tag",          "src/machine/jit/memory-access"],
  ["speed/lazy-flags",       "src/machine/jit/flags"],
  ["speed/invalidation",     "src/machine/jit/stale"],
  ["speed/foreign-stack",    "src/course/exercises/11-speed/foreign-stack/decide"],
  ...ROWS.flatMap(({ id, file }) => ["solutions", "src/course/exercises", "test/exercises"].map((folder) => [id, `${folder}/${file.replace(/\.ts$/, "")}`] as const)),
];

describe("attacks on chapter 11: the submission", () => {
  let engine: NodeEngine;
  before(() => { engine = new NodeEngine(ownCode(), libraryFor(CHAPTER)); });
  after(() => engine.close());

  const verdictOn = async (exercise: string, source: string, seed = SEED): Promise<Verdict> => {
    const row = exerciseCalled(exercise);
    return judge({ row, trial: await loadTrial(exercise), files: { [row.file]: source }, seed }, engine);
  };

  for (const [exercise, path] of OURS) {
    it(`to ${exercise} that imports ${path} is not compiled`, async () => {
      const { exports: { name } } = exerciseCalled(exercise);
      const { status, points, message } = await verdictOn(exercise, `// @ts-nocheck\nimport * as ours from "../../${path}";\nexport const ${name}: any = Object.values(ours)[0];`);
      expect({ status, points }).to.deep.equal({ status: "compile error", points: 0 });
      expect(message).not.to.include(COURSE_ROOT);
    });
  }

  it("that takes the interface for a value is not compiled", async () => {
    const { status } = await verdictOn("speed/tlb-tag", `import { JitParts } from "../../src/machine/jit/parts";\nexport const tlbCheck = JitParts.tlbCheck;`);
    expect(status).to.equal("compile error");
  });

  it("that imports ours while it runs gets nothing", async () => {
    const source = unchecked(`let ours; import("../../src/machine/jit/" + "stale").then((it) => { ours = it; });`, "isStale", "(...args) => ours.isStale(...args)");
    const { status, points } = await verdictOn("speed/invalidation", source);
    expect([status, points]).to.deep.equal(["fail", 0]);
  });

  for (const [exercise, attempt] of [
    ["speed/lazy-flags", unchecked("for (const name of ['includes', 'map', 'every']) Array.prototype[name] = () => true;\nBigInt.asIntN = BigInt.asUintN = () => 0n;", "lazyCondition", "() => 'always'")],
    ["speed/lazy-flags", unchecked("", "lazyCondition", "() => ({ left: 'x', right: 'y', relation: 'constructor', toString: 'always' })")],
    ["speed/lazy-flags", unchecked("", "lazyCondition", "() => ({ left: '__proto__', right: 'zero', relation: 'eq' })")],
    ["speed/tlb-tag",    unchecked("", "tlbCheck", "() => ({ get mask() { return { [Symbol.toPrimitive]: () => 0n }; }, plus: 0n, flip: 0n })")],
    ["speed/no-goto",    unchecked("Object.prototype.isLoop = true;", "shapesOf", "(graph) => graph.map(() => ({}))")],
  ] as const) {
    it(`to ${exercise} that is no answer gets no points: ${attempt.split("\n").at(-1)}`, async () => {
      const { status, points } = await verdictOn(exercise, attempt);
      expect([status, points]).to.deep.equal(["fail", 0]);
    });
  }

  for (const { id, exports: { name } } of ROWS.filter((row) => row.kind !== "graded question" && row.id !== TABLE && row.exports.through === undefined)) {
    it(`to ${id} that has learnt the public cases by heart knows those, and no others`, async () => {
      const trial = await loadTrial(id);
      const source = memory(name, drawCases(trial, PUBLIC_SEED).flatMap(({ cases }) => [...cases]));
      expect((await verdictOn(id, source, PUBLIC_SEED)).status).to.equal("pass");
      const { status, points } = await verdictOn(id, source);
      expect([status, points]).to.deep.equal(["fail", 0]);
    });
  }
});

describe("what a submission to chapter 11 may import", () => {
  const { sources, declarations } = libraryFor(CHAPTER);

  it("has nothing of the engine but its interface", () => {
    expect(Object.keys(sources).filter((path) => path.startsWith("src/machine/jit"))).to.deep.equal([]);
    expect(Object.keys(declarations)).to.have.members(["src/machine/jit/parts.d.ts", "src/course/exercises/11-speed/questions.d.ts"]);
  });

  it("has no answer to an exercise of the chapter", () => {
    for (const { exports: { name } } of ROWS) {
      const asked = new RegExp(`export (const|function) ${name}\\b`);
      expect(Object.keys(sources).filter((path) => asked.test(sources[path]!)), name).to.deep.equal([]);
    }
  });
});
