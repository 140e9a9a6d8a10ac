// Our interrupt controllers beside QEMU's: every step of every script has the same answer, and leaves the CPU's pins the
// same. Recorded for machines without QEMU; where there is one, it is asked again.

import { expect } from "chai";
import { qemuVersion } from "../../system/qemu";
import { compared } from "./errata";
import { type Answer, type Asked, describe as inWords } from "./operation";
import { ourAnswers } from "./ours";
import { qemuAnswers } from "./qemu";
import { recordedAnswers } from "./recording";
import { SCRIPTS } from "./scripts";

/** The steps whose answers differ, the first few in words. */
function differences({ version, script }: Asked, theirs: readonly Answer[], ours: readonly Answer[]): string[] {
  const shown = ({ value, pins }: Answer): string => `${value.toString(16)}, pins ${pins.toString(16)}`;
  return script.flatMap((operation, i) => {
    const [wanted, found] = [theirs[i]!, ours[i]!].map((answer) => shown(compared(version, operation.step, answer)));
    return wanted === found ? [] : [`${i}: ${inWords(operation)}: ${wanted}; ours: ${found}`];
  }).slice(0, 5);
}

describe("Interrupt controllers beside QEMU's", function () {
  this.timeout(120_000);
  const isThere = qemuVersion() !== undefined;

  for (const [name, make] of Object.entries(SCRIPTS)) {
    it(`${name}: answer as recorded`, () => {
      const asked = make();
      expect(differences(asked, recordedAnswers(name, asked), ourAnswers(asked))).to.deep.equal([]);
    });

    if (!isThere) continue;
    it(`${name}: answer as QEMU does now`, () => {
      const asked = make();
      expect(differences(asked, qemuAnswers(asked), ourAnswers(asked))).to.deep.equal([]);
    });
  }

  it("are asked live, where CI runs", () => expect(isThere || process.env["CI"] === undefined).to.equal(true));
});
