// The named cases (cases.ts). Each is asked twice: with no flag set, and with IXC set, when the host may answer.

import { expect } from "chai";
import { FPSR } from "../../../../src/machine/cpu/floating-point/context";
import { fpcrOf, fpsrOf } from "./case-bits";
import { CASES } from "./cases";
import { operations } from "./operations";

const OPERATIONS = new Map(operations().map((operation) => [operation.name, operation]));

for (const [group, cases] of Object.entries(CASES)) {
  describe(`floating point: ${group}`, () => {
    for (const [name, fpcr, [x = 0n, y = 0n, z = 0n], result, fpsr, what] of cases) {
      for (const before of [0, FPSR.IXC]) {
        it(`${name} ${fpcr}: ${what}${before === 0 ? "" : ", once inexact"}`, () => {
          const context = { fpcr: fpcrOf(fpcr), fpsr: before };
          const ours = OPERATIONS.get(name)!.apply(context, x, y, z);
          expect(`0x${ours.toString(16)}`).to.equal(`0x${result.toString(16)}`);
          expect(context.fpsr).to.equal(fpsrOf(fpsr) | before);
        });
      }
    }
  });
}
