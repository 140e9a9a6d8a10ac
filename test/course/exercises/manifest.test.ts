import { expect } from "chai";
import { UserFault } from "../../../src/base/fault";
import { loadTrial } from "../../../src/course/exercises/load";
import { EXERCISES, exerciseCalled, exercisesOf } from "../../../src/course/exercises/manifest";
import { drawCases, PUBLIC_SEED } from "../../../src/course/judge/core/judge";
import { encode } from "../../../src/course/judge/core/codec";

const MAX_CASES = 5_000;

describe("the manifest", () => {
  it("names no exercise and no file twice", () => {
    for (const key of ["id", "file"] as const) expect(new Set(EXERCISES.map((row) => row[key])).size).to.equal(EXERCISES.length);
  });

  it("lists each exercise below those that it needs", () => {
    for (const [i, { id, needs }] of EXERCISES.entries()) {
      for (const needed of needs) expect(EXERCISES.slice(0, i).map((row) => row.id), id).to.include(needed);
    }
  });

  it("finds an exercise by its name, whole or short", () => {
    expect(exerciseCalled("field")).to.equal(exerciseCalled("decoder/field"));
    expect(() => exerciseCalled("fild")).to.throw(UserFault, `there is no exercise "fild"`);
    expect(exercisesOf("01")).to.include(exerciseCalled("field"));
  });

  for (const { id, file, kind, hints, task } of EXERCISES) {
    describe(id, () => {
      it("is named after its chapter and file", () => expect(file).to.match(new RegExp(`^\\d\\d-${id}\\.ts$`)));

      it("has a task and three hints, each of them sentences", () => {
        for (const text of [task, ...hints]) expect(text).to.match(/^\S.+[.?!]$/s);
      });

      it(`has a trial: titled properties, each of 1 to ${MAX_CASES} cases of plain data`, async () => {
        const trial = await loadTrial(id);
        const drawn = drawCases(trial, PUBLIC_SEED);
        expect(drawn).not.to.deep.equal([]);
        for (const { title, cases } of drawn) {
          expect(title).to.match(/^[a-z]/);
          expect(cases.length, title).to.be.within(1, MAX_CASES);
          for (const { args, want } of cases) {
            encode(args);
            encode(want);
            expect(trial.show.call(...args)).to.be.a("string").and.not.include("\n");
            expect(trial.show.answer(want, ...args)).to.be.a("string").and.not.include("\n");
          }
        }
        expect(trial.variant === undefined).to.equal(kind !== "graded question");
      });
    });
  }
});
