// Chapters 2 to 5's recordings of QEMU, on compiled code. Of the vectors a sample: each is a module of its own, and
// test/long has them all.

import { expect } from "chai";
import type { Row } from "../../../src/machine/decoder/row";
import { createJit } from "../../../src/machine/jit/jit";
import { areEqual, changesOf } from "../../oracle/cpu/changes";
import { describeDifference } from "../../oracle/cpu/description";
import { Ours } from "../../oracle/cpu/ours";
import { recordedPrograms } from "../../oracle/cpu/programs";
import { inputsHash, PROGRAMS, PROGRAMS_PATH, recordedChanges } from "../../oracle/cpu/recording";
import { window } from "../../oracle/cpu/vectors";
import { describeDifference as describeCase } from "../../oracle/system/description";
import { CLASS_NAMES, type ClassName } from "../../oracle/system/cases/classes";
import { compareCases } from "./system-cases";
import { CLASSES, compareVectors } from "./vectors";

/** One vector of so many. */
const SAMPLE = 97;
/** One row of so many, where floats.test.ts and vectors.test.ts have them all. */
const SOME = 6;
/** One case of so many, of the classes that take long; a sweep over encodings patches its code 2048 times. */
const CASES: Partial<Record<ClassName, number>> = { encodings: 48, translation: 4, traps: 2, exceptions: 2, debug: 2, "floating-point": 2 };
/** One program of so many. */
const EVERY = 32;
const SHOWN = 3;

const isVector = ({ group, class: name }: Row): boolean => /SIMD|floating-point/i.test(`${group} ${name}`);

describe("compiled code and QEMU's recordings", function () {
  this.timeout(300_000);

  it("agree in vectors of every row of the integers, and of some of floating point and SIMD", () => {
    const { results, compiled, asked } = compareVectors(SAMPLE, CLASSES, (row, number) => !isVector(row) || number % SOME === 0);
    const wrong = results.filter(({ differences }) => differences.length > 0);
    const shown = wrong.map(({ row, differences }) => [row.name, ...differences.slice(0, 1).map((each) => describeDifference(row, each))].join("\n"));
    expect(wrong.length, shown.slice(0, SHOWN).join("\n")).to.equal(0);
    expect(results.length, "rows").to.be.greaterThan(200);
    expect(asked).to.be.greaterThan(2 * results.length);
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
      const { differences, cases } = compareCases(name, CASES[name]);
      expect(differences.length, differences.slice(0, SHOWN).map(describeCase).join("\n")).to.equal(0);
      expect(cases).to.be.greaterThan(1);
    });
  }
});
