// The table of system registers. LLVM 14 knows 973 that can be read and 769 that can be written (a llvm-mc -disassemble of all
// 2 x 32768 MRS and MSR, with the oracle's features: the names that are not of the form S3_0_C1_C2_3).

import { expect } from "chai";
import { SYSTEM_REGISTERS, type SystemRegister } from "../../../../src/machine/decoder/tables/system-registers";

const numberOf = ([op0, op1, CRn, CRm, op2]: SystemRegister): number => (op0 << 14) | (op1 << 11) | (CRn << 7) | (CRm << 3) | op2;

describe("the system registers", () => {
  it("are those that LLVM knows", () => {
    expect(SYSTEM_REGISTERS.filter(([, , , , , access]) => access !== "WO")).to.have.length(973);
    expect(SYSTEM_REGISTERS.filter(([, , , , , access]) => access !== "RO")).to.have.length(769);
  });

  it("have numbers that MRS can encode, in order", () => {
    for (const [i, row] of SYSTEM_REGISTERS.entries()) {
      const [op0, op1, CRn, CRm, op2, , name] = row;
      expect(op0, name).to.be.within(2, 3);
      expect(op1, name).to.be.within(0, 7);
      expect(CRn, name).to.be.within(0, 15);
      expect(CRm, name).to.be.within(0, 15);
      expect(op2, name).to.be.within(0, 7);
      const before = SYSTEM_REGISTERS[i - 1];
      if (before !== undefined) expect(numberOf(row), name).to.be.at.least(numberOf(before));
    }
  });

  it("share a number only where one is read and the other written", () => {
    const shared = SYSTEM_REGISTERS.filter((row) => SYSTEM_REGISTERS.some((other) => other !== row && numberOf(other) === numberOf(row)));
    expect(shared.map(([, , , , , access, name]) => `${name} ${access}`)).to.deep.equal(["DBGDTRRX_EL0 RO", "DBGDTRTX_EL0 WO"]);
  });

  it("have a name each", () => {
    expect(new Set(SYSTEM_REGISTERS.map(([, , , , , , name]) => name)).size).to.equal(SYSTEM_REGISTERS.length);
  });
});
