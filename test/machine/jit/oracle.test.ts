// Chapters 2 to 5's recordings of QEMU, on compiled code. Of the vectors a sample: each is a module of its own, and
// test/long has them all.

import { expect } from "chai";
import { createJit } from "../../../src/machine/jit/jit";
import { areEqual, changesOf } from "../../oracle/cpu/changes";
import { describeDifference } from "../../oracle/cpu/description";
import { Ours } from "../../oracle/cpu/ours";
import { recordedPrograms } from "../../oracle/cpu/programs";
import { inputsHash, PROGRAMS, PROGRAMS_PATH, recordedChanges } from "../../oracle/cpu/recording";
import { window } from "../../oracle/cpu/vectors";
import { describeDifference as describeCase } from "../../oracle/system/description";
import { CLASS_NAMES } from "../../oracle/system/cases/classes";
import { compareClass } from "../../oracle/system/comparison";
import { compareVectors } from "./vectors";

/** One vector of so many. */
const SAMPLE = 97;
/** One program of so many. */
const EVERY = 8;
const SHOWN = 3;

describe("compiled code and QEMU's recordings", function () {
  this.timeout(300_000);

  it("agree in vectors of every row", () => {
    const { results, compiled, asked } = compareVectors(SAMPLE);
    const wrong = results.filter(({ differences }) => differences!.length > 0);
    const shown = wrong.map(({ row, differences }) => [row.name, ...differences!.slice(0, 1).map((each) => describeDifference(row, each))].join("\n"));
    expect(wrong.length, shown.slice(0, SHOWN).join("\n")).to.equal(0);
    expect(asked).to.be.greaterThan(5000);
    expect(compiled / asked, "most have been compiled").to.be.greaterThan(0.3);
  });

  it("agree in random programs", () => {
    const programs = recordedPrograms().filter((_, number) => number % EVERY === 0);
    const recorded = recordedChanges(PROGRAMS_PATH, PROGRAMS, inputsHash(window(), recordedPrograms()));
    const jit = createJit({ hasSystem: false, isEager: true });
    const ours = new Ours(window(), jit);
    const wrong = programs.flatMap((program, i) => {
      return areEqual(recorded[EVERY * i]!, changesOf(program.state, ours.answer(program))) ? [] : [EVERY * i];
    });
    expect(wrong).to.deep.equal([]);
    expect(jit.statistics.instructions).to.be.greaterThan(programs.length * 500);
  });

  for (const name of CLASS_NAMES) {
    it(`agree in the system's cases: ${name}`, () => {
      const { differences } = compareClass(name, undefined, () => createJit({ isEager: true }));
      expect(differences.length, differences.slice(0, SHOWN).map(describeCase).join("\n")).to.equal(0);
    });
  }
});
