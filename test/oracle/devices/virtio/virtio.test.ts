// Our virtio devices against QEMU's, a step at a time: recorded answers always, and fresh ones where QEMU is.

import { expect } from "chai";
import { Random } from "../../words";
import { qemuVersion } from "../../system/qemu";
import { DEPARTURES, type Departure } from "./departures";
import { Driven } from "./driven";
import { qemuAnswers } from "./qemu";
import { recordedAnswers } from "./recording";
import { drawScript, recordedScript, type Script } from "./scripts";
import { textOf } from "./step";
import { SUBJECTS } from "./subjects";

const SHOWN = 3;

function differences({ steps, answers }: Script, theirs: readonly string[]): string[] {
  return steps.flatMap((step, i) => theirs[i] === answers[i] ? [] : [`step ${i}, ${textOf(step)}: ${answers[i]!}, not ${theirs[i]!}`]);
}

function expectNone(found: readonly string[]): void {
  expect(found.length, found.slice(0, SHOWN).join("\n")).to.equal(0);
}

describe("recorded virtio: what QEMU's devices do, ours do", function () {
  this.timeout(60_000);

  for (const subject of SUBJECTS) {
    it(subject.name, () => {
      const script = recordedScript(subject);
      expectNone(differences(script, recordedAnswers(subject.name, script.steps)));
    });
  }

  it("asks enough: 5,000 accesses a device, and 500 requests in all", () => {
    const scripts = SUBJECTS.map(recordedScript);
    for (const { accesses } of scripts) expect(accesses).to.be.greaterThan(5000);
    expect(scripts.reduce((sum, { requests }) => sum + requests, 0)).to.be.greaterThan(500);
  });
});

function shown({ subject, show }: Departure): Driven {
  const driven = new Driven(SUBJECTS.find(({ name }) => name === subject)!, new Random(1));
  show(driven);
  return driven;
}

describe("where our virtio devices depart from QEMU's", () => {
  for (const departure of DEPARTURES) {
    it(`${departure.what} (section ${departure.section})`, () => {
      expect(shown(departure).answers.at(-1)).to.equal(departure.ours);
    });
  }
});

describe("QEMU's virtio devices, asked again", function () {
  this.timeout(120_000);
  if (qemuVersion() === undefined) {
    it("are not on this machine: the recording has to do, but not in CI", () => expect(process.env["CI"]).to.equal(undefined));
    return;
  }

  for (const subject of SUBJECTS) {
    it(`${subject.name}: with other numbers than those recorded`, async () => {
      const script = drawScript(subject, 1000, 12);
      expectNone(differences(script, await qemuAnswers(subject, script.steps)));
    });
  }

  for (const departure of DEPARTURES) {
    it(`still: ${departure.what}`, async () => {
      const { subject, steps } = shown(departure);
      expect((await qemuAnswers(subject, steps)).at(-1)).to.equal(departure.qemu);
    });
  }
});
