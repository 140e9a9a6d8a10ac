// Our machine against QEMU, a thousand instructions at a time.

import { expect } from "chai";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { areEqual, changesOf } from "./changes";
import { Ours } from "./ours";
import { PROGRAM_WORDS, programOf, recordedPrograms } from "./programs";
import type { Request } from "./qemu";
import { inputsHash, PROGRAMS, PROGRAMS_PATH, recordedChanges } from "./recording";
import { type Answer, SIGNAL } from "./state";
import { LEFT_OUT, window } from "./vectors";

describe("random programs", () => {
  let programs: readonly Request[] = [];
  let answers: readonly Answer[] = [];
  before(() => {
    const ours = new Ours(window());
    programs = recordedPrograms();
    answers = programs.map((program) => ours.answer(program));
  });

  it(`are 200, of ${PROGRAM_WORDS} instructions, and take no signal`, () => {
    expect(programs.length).to.equal(200);
    expect(programs.filter(({ words }) => words.length !== 1000).length).to.equal(0);
    expect(answers.filter(({ state }) => state.get(SIGNAL) !== 0n).length).to.equal(0);
  });

  it("are made of every row that QEMU can be asked about", () => {
    const decoder = standardDecoder();
    const rows = new Set(programs.flatMap(({ words }) => words).map((word) => {
      const decoded = decoder.decode(word);
      return "row" in decoded ? decoded.row.name : decoded.kind;
    }));
    expect(rows.size).to.be.greaterThan(840);
    expect([...rows].filter((name) => name in LEFT_OUT)).to.deep.equal([]);
  });

  it("are the same each time", () => {
    expect(programOf(7).words).to.deep.equal(programs[7]!.words);
    expect(programOf(7).words).to.not.deep.equal(programOf(8).words);
  });

  it("end as QEMU ended them", () => {
    const recorded = recordedChanges(PROGRAMS_PATH, PROGRAMS, inputsHash(window(), programs));
    const wrong = programs.flatMap(({ state }, number) =>
      (areEqual(recorded[number]!, changesOf(state, answers[number]!)) ? [] : [number]));
    const how = wrong.map((number) => `npx ts-node test/oracle/cpu/compare-programs.ts --first ${number} --count 1`);
    expect(wrong, how.join("\n")).to.deep.equal([]);
  });
});
