import { expect } from "chai";
import type { AnyTrial, ExerciseRow } from "../../../src/course/exercises/exercise";
import { Wrong } from "../../../src/course/exercises/wrong";
import { type Engine, type RunOutcome, type Stopped, Transcript } from "../../../src/course/judge/core/engine";
import { drawCases, judge } from "../../../src/course/judge/core/judge";
import type { Verdict } from "../../../src/course/judge/core/verdict";
import { explainVerdict } from "../../../src/course/judge/show-verdict";

const row: ExerciseRow = {
  id: "decoder/double", title: "Double", file: "01-decoder/double.ts", kind: "practice", points: 4,
  exports: { name: "double", type: `Parts["double"]`, from: "src/parts.ts" },
  task: "Double a number.", needs: [], hints: ["a", "b", "c"], section: "01-decoder/double",
};

const trial = {
  show: { call: (n: number) => `double(${n})`, answer: (n: number) => n.toFixed(0) },
  properties: [
    { title: "doubles small numbers", cases: () => [{ args: [1], want: 2, why: "by counting" }, { args: [2], want: 4 }] },
    { title: "doubles large ones", cases: () => [{ args: [100], want: 200 }] },
  ],
} as unknown as AnyTrial;

/** An engine whose worker says `lines` and then ends as `end` says. */
function saying(lines: readonly string[], end?: Pick<Stopped, "status" | "message">): Engine {
  return {
    compile: () => Promise.resolve({ kind: "compiled", modules: {} }),
    kernel: () => Promise.resolve({ kind: "in the language" }),
    run: ({ calls }): Promise<RunOutcome> => {
      const transcript = new Transcript(calls.length);
      for (const line of lines) transcript.take(line);
      if (end !== undefined) transcript.stop(end.status, end.message);
      return Promise.resolve(transcript.outcome());
    },
  };
}

const verdictOf = (engine: Engine): Promise<Verdict> => judge({ row, trial, files: { [row.file]: "" }, seed: "s" }, engine);

const UP = [`["ready"]`, `["loaded"]`];
const RIGHT = [`["answer",0,2]`, `["answer",1,4]`, `["answer",2,200]`];
const crashed = { status: "crash", message: "exit code 0" } as const;

describe("the judge", () => {
  const table: readonly (readonly [string, readonly string[], Pick<Stopped, "status" | "message"> | undefined, Verdict["status"], readonly string[], string | undefined])[] = [
    // the worker                              says                                                   ends      status          properties                          theirs
    ["answers rightly",                        [...UP, ...RIGHT, `["end"]`],                          undefined, "pass",         ["holds", "holds"],                 undefined],
    ["answers one case wrongly",               [...UP, RIGHT[0]!, `["answer",1,5]`, RIGHT[2]!, `["end"]`], undefined, "fail",    ["fails", "holds"],                 "5"],
    ["answers in another type",                [...UP, `["answer",0,"2"]`, RIGHT[1]!, RIGHT[2]!, `["end"]`], undefined, "fail",  ["fails", "holds"],                 `"2"`],
    ["throws",                                 [...UP, `["threw",0,"no"]`, RIGHT[1]!, RIGHT[2]!, `["end"]`], undefined, "fail",  ["fails", "holds"],                 "threw: no"],
    ["returns a function",                     [...UP, `["not plain",0,"a function"]`, `["end"]`],    undefined, "fail",         ["fails", "not reached"],           "returned a function"],
    ["answers twice",                          [...UP, `["answer",0,9]`, ...RIGHT, `["end"]`],        undefined, "fail",         ["fails", "holds"],                 "9"],
    ["leaves an answer out",                   [...UP, RIGHT[0]!, RIGHT[2]!, `["end"]`],              undefined, "fail",         ["fails", "holds"],                 "no answer"],
    ["says the end at once",                   [...UP, `["end"]`, ...RIGHT],                          undefined, "fail",         ["fails", "not reached"],           "no answer"],
    ["answers rightly, and is gone",           [...UP, ...RIGHT],                                     crashed,   "crash",        ["holds", "holds"],                 undefined],
    ["runs out of fuel",                       [...UP, RIGHT[0]!, `["out of fuel","at 3"]`],          undefined, "out of fuel",  ["fails", "not reached"],           "out of fuel: at 3"],
    ["runs out of time",                       [...UP, RIGHT[0]!, RIGHT[1]!],    { status: "timeout", message: "slow" }, "timeout", ["holds", "fails"],               "timeout: slow"],
    ["runs out of memory",                     UP,                    { status: "out of memory", message: "large" }, "out of memory", ["fails", "not reached"],       "out of memory: large"],
    ["talks nonsense",                         [...UP, RIGHT[0]!, `{"status":"pass"}`],               undefined, "crash",        ["fails", "not reached"],           undefined],
    ["does not start",                         [],                                                    crashed,   "grader error", ["fails", "not reached"],           undefined],
    ["talks nonsense before it is up",         [`hello`],                                             undefined, "grader error", ["fails", "not reached"],           undefined],
    ["says nothing",                           [],                                                    undefined, "grader error", ["fails", "not reached"],           undefined],
  ];
  for (const [what, lines, end, status, states, theirs] of table) {
    it(`says "${status}" of a worker that ${what}`, async () => {
      const verdict = await verdictOf(saying(lines, end));
      expect(verdict.status, verdict.message).to.equal(status);
      expect(verdict.points).to.equal(status === "pass" ? 4 : 0);
      expect(verdict.properties.map(({ state }) => state)).to.deep.equal(states);
      if (theirs !== undefined) expect(verdict.divergence?.theirs).to.equal(theirs);
      if (status === "grader error") expect(verdict.divergence).to.equal(undefined);
    });
  }

  it("shows the first case at which the answers part", async () => {
    const { divergence } = await verdictOf(saying([...UP, `["answer",0,3]`, `["answer",1,3]`, `["end"]`]));
    expect(divergence).to.deep.equal({ property: "doubles small numbers", call: "double(1)", theirs: "3", ours: "2", why: "by counting" });
  });

  it("keeps what the student's code says on one line and out of the terminal's hands", async () => {
    const { divergence, printed } = await verdictOf(saying([...UP, `["printed","a\\u001b[2J"]`, `["threw",0,"x\\n\\u001b]0;y"]`, `["end"]`]));
    expect(divergence?.theirs).to.equal("threw: x ]0;y");
    expect(printed).to.equal("a [2J\n");
  });

  it("does not compile what is not there", async () => {
    expect(await judge({ row, trial, files: {}, seed: "s" }, saying([]))).to.include({ status: "fail", message: "01-decoder/double.ts is missing" });
  });

  it("draws the same cases from the same seed, and others from another", async () => {
    const { loadTrial } = await import("../../../src/course/exercises/load");
    const field = await loadTrial("decoder/field");
    expect(drawCases(field, "a")).to.deep.equal(drawCases(field, "a"));
    expect(drawCases(field, "a")[2]).not.to.deep.equal(drawCases(field, "b")[2]);
  });

  it("says what is wrong with an answer where several are right, on one line", async () => {
    const even = (answer: unknown): void => { if (Number(answer) % 2 !== 0) throw new Wrong("it is\nodd"); };
    const picky = { ...trial, properties: [{ title: "is even", cases: () => [{ args: [1], want: 2, accept: even }] }] } as unknown as AnyTrial;
    const verdict = await judge({ row, trial: picky, files: { [row.file]: "" }, seed: "s" }, saying([...UP, `["answer",0,5]`, `["end"]`]));
    expect(verdict.divergence).to.deep.include({ theirs: "5", ours: "2", fault: "it is odd" });
    expect(explainVerdict(verdict, row)).to.include.members(["  yours     5", "  fault     it is odd", "  right     2"]);
    expect((await judge({ row, trial: picky, files: { [row.file]: "" }, seed: "s" }, saying([...UP, `["answer",0,8]`, `["end"]`]))).status).to.equal("pass");
  });
});
