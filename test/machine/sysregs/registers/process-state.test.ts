// PSTATE by MRS and MSR (Arm ARM, "SPSel", "SP_EL0", "NZCV", "DAIF"), and what chapter 2 keeps of a program's.

import { expect } from "chai";
import { FPCR, FPSR, NZCV, SP, TPIDR_EL0, TPIDRRO_EL0 } from "../../../../src/machine/cpu/layout";
import { Guest } from "../guest";

describe("Process state", () => {
  it("is one PSTATE, of which each register shows a part", () => {
    const guest = new Guest().msr("DAIF", 0x140n).msr("PAN", 1n << 22n).msr("UAO", 1n << 23n);
    expect(guest.system.pstate).to.equal(0x00c0_0145);
    expect((["DAIF", "PAN", "UAO", "SPSel", "CurrentEL"] as const).map((name) => guest.mrs(name)))
      .to.deep.equal([0x140n, 1n << 22n, 1n << 23n, 1n, 4n]);
  });

  it("changes the stack pointer by SPSel, and keeps the other", () => {
    const guest = new Guest();
    const { x } = guest.system.state;
    x[SP] = 0x1000n;
    guest.msr("SP_EL0", 0x2000n).msr("SPSel", 0n);
    expect(x[SP]).to.equal(0x2000n);
    x[SP] = 0x3000n;
    expect([guest.msr("SPSel", 1n).mrs("SP_EL0"), x[SP]]).to.deep.equal([0x3000n, 0x1000n]);
  });

  it("has no SP_EL0 while that is SP", () => {
    const guest = new Guest().msr("SPSel", 0n);
    expect([guest.may("mrs", "SP_EL0"), guest.may("msr", "SP_EL0")]).to.deep.equal(["u", "u"]);
  });

  const kept = [
    // register      element       written        kept as
    ["NZCV",         NZCV,         0xa000_0000n,  0b1010n],
    ["FPCR",         FPCR,         1n << 22n,     1n << 22n],
    ["FPSR",         FPSR,         1n << 27n,     1n << 27n],
    ["TPIDR_EL0",    TPIDR_EL0,    0x1234n,       0x1234n],
    ["TPIDRRO_EL0",  TPIDRRO_EL0,  0x5678n,       0x5678n],
  ] as const;
  for (const [name, element, value, scalar] of kept) {
    it(`has ${name} where instructions have it`, () => {
      const guest = new Guest().msr("CPACR_EL1", 3n << 20n).msr(name, value);
      expect([guest.system.state.scalars[element], guest.mrs(name)]).to.deep.equal([scalar, value]);
    });
  }
});
