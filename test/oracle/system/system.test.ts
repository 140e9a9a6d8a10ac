// Our machine against QEMU's, a case at a time: recorded answers always, and fresh ones where QEMU is.

import { expect } from "chai";
import { casesOf, CLASS_NAMES, CLASSES, type ClassName } from "./cases/classes";
import { compareClass } from "./comparison";
import { describeDifference } from "./description";
import { askedFor, corrected, ERRATA, errataOf } from "./errata";
import { qemuOutput, qemuVersion } from "./qemu";
import { recordedOutput } from "./recording";
import { readReports } from "./report";

const SHOWN = 3;

const asked = (name: ClassName, slice = 0) => casesOf(name, slice).map((one) => askedFor(name, one));

describe("recorded cases: what QEMU's system does, our machine does", function () {
  this.timeout(120_000);

  for (const name of CLASS_NAMES) {
    it(`${name}: ${casesOf(name).length} cases`, () => {
      const { differences } = compareClass(name);
      expect(differences.length, differences.slice(0, SHOWN).map(describeDifference).join("\n")).to.equal(0);
    });
  }
});

describe("the cases", () => {
  it("are 9000 and more", () => {
    expect(CLASS_NAMES.reduce((sum, name) => sum + casesOf(name).length, 0)).to.be.greaterThan(9000);
  });

  it("have each of errata.ts's", () => {
    const met = new Set(CLASS_NAMES.flatMap((name) => casesOf(name).flatMap((one) => errataOf(name, one))));
    expect(ERRATA.filter((erratum) => !met.has(erratum)).map(({ manual }) => manual)).to.deep.equal([]);
  });

  it("end in many ways", () => {
    const classes = new Set(CLASS_NAMES.flatMap((name) =>
      [...readReports(recordedOutput(name, asked(name))).values()].map((report) => Number((report.get("ESR_EL1") ?? 0n) >> 26n))));
    // Unknown, WFx, FP, illegal state, SVC, MSR, instruction aborts, PC, data aborts, breakpoint, step, watchpoint, BRK.
    expect([...classes]).to.include.members(
      [0x00, 0x01, 0x07, 0x0e, 0x15, 0x18, 0x20, 0x21, 0x22, 0x24, 0x25, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x3c]);
  });
});

describe("QEMU, asked again", function () {
  this.timeout(120_000);
  if (qemuVersion() === undefined) {
    it("is not on this machine: the recording has to do, but not in CI", () => expect(process.env["CI"]).to.equal(undefined));
    return;
  }

  it("says what was recorded", () => {
    const changed = CLASS_NAMES.filter((name) =>
      Buffer.compare(qemuOutput(asked(name), CLASSES[name].cpu), recordedOutput(name, asked(name))) !== 0);
    expect(changed).to.deep.equal([]);
  });

  it("still errs where errata.ts says so", () => {
    const silent = ERRATA.filter((erratum) => !erratum.classes.some((name) => {
      const concerned = casesOf(name).filter((one) => erratum.concerns(one));
      const reports = readReports(qemuOutput(concerned, CLASSES[name].cpu));
      return concerned.some((one, i) => {
        const plain = reports.get(i)!;
        return erratum.spares !== undefined
          ? erratum.spares(plain).length > 0
          : JSON.stringify(listed(corrected(name, one, plain))) !== JSON.stringify(listed(plain)) || erratum.ask !== undefined;
      });
    }));
    expect(silent.map(({ manual }) => manual)).to.deep.equal([]);
  });
});

const listed = (report: ReadonlyMap<string, bigint>): string[] => [...report].map(([name, value]) => `${name}=${value}`);
