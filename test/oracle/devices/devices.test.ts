// Our devices beside QEMU's, an access at a time: recorded answers always, and fresh ones where QEMU is.

import { expect } from "chai";
import { answersAt, compare, describe as told, questions } from "./comparison";
import { ERRATA, type ErratumName } from "./errata";
import { qemuAnswers, qemuVersion } from "./qtest";
import { recordedAnswers } from "./recording";
import type { Drawn, Subject } from "./subject";
import { drawnOf, SUBJECTS } from "./subjects/subjects";

const SHOWN = 3;
const MANY = 5000;

const isAccess = ({ step }: Drawn): boolean => step.do === "read" || step.do === "write";

async function asked(subject: Subject, drawn: readonly Drawn[]): Promise<string[]> {
  const { asked: steps, places } = questions(drawn);
  return answersAt(await qemuAnswers(subject, steps), places);
}

function expectSame(subject: Subject, drawn: readonly Drawn[], answers: readonly string[]): void {
  const differences = compare(subject, drawn, answers);
  expect(differences.length, differences.slice(0, SHOWN).map((one) => told(one, drawn)).join("\n")).to.equal(0);
}

describe("recorded accesses: what QEMU's devices answer, ours answer", function () {
  this.timeout(60_000);

  for (const subject of SUBJECTS) {
    const drawn = drawnOf(subject);
    it(`${subject.name}: ${drawn.filter(isAccess).length} accesses`, () => {
      expect(drawn.filter(isAccess).length).to.be.greaterThan(MANY);
      expectSame(subject, drawn, recordedAnswers(subject, drawn));
    });
  }

  it("meet all of errata.ts", () => {
    const met = new Set(SUBJECTS.flatMap((subject) => drawnOf(subject).map(({ erratum }) => erratum)));
    expect((Object.keys(ERRATA) as ErratumName[]).filter((name) => !met.has(name))).to.deep.equal([]);
  });
});

describe("QEMU's devices, asked again", function () {
  this.timeout(60_000);
  if (qemuVersion() === undefined) {
    it("are not on this machine: the recording has to do, but not in CI", () => expect(process.env["CI"]).to.equal(undefined));
    return;
  }

  for (const subject of SUBJECTS) {
    it(`${subject.name} answers what was recorded`, async () => {
      const drawn = drawnOf(subject);
      const counts = drawn.map(({ spared }) => spared === undefined);
      const mute = (answers: readonly string[]): string[] => answers.filter((_, i) => counts[i]);
      expect(mute(await asked(subject, drawn))).to.deep.equal(mute(recordedAnswers(subject, drawn)));
    });

    it(`${subject.name} answers as ours, in steps that nobody has recorded`, async () => {
      const drawn = drawnOf(subject, 1);
      expectSame(subject, drawn, await asked(subject, drawn));
    });
  }

  for (const name of Object.keys(ERRATA) as ErratumName[]) {
    it(`still err: ${name}`, async () => {
      const subject = SUBJECTS.find((one) => drawnOf(one).some(({ erratum }) => erratum === name))!;
      const drawn = drawnOf(subject).map((one): Drawn => (one.erratum === name ? { step: one.step } : one));
      expect(compare(subject, drawn, await asked(subject, drawn)).length).to.be.greaterThan(0);
    });
  }
});
