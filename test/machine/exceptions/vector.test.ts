import { expect } from "chai";
import { kindOf, vectorOf } from "../../../src/machine/exceptions/vector";

const VBAR = 0xffff_ffc0_1000_0800n;

describe("The vector of an exception (Arm ARM, \"Exception vectors\")", () => {
  const cases = [
    // from        PSTATE  synchronous  IRQ     FIQ     SError
    ["EL1t",       0x004,  0x000n,      0x080n, 0x100n, 0x180n],
    ["EL1h",       0x005,  0x200n,      0x280n, 0x300n, 0x380n],
    ["EL0t",       0x000,  0x400n,      0x480n, 0x500n, 0x580n],
    ["EL0, masked", 0x3c0, 0x400n,      0x480n, 0x500n, 0x580n],
  ] as const;
  const kinds = ["synchronous", "IRQ", "FIQ", "SError"] as const;
  for (const [from, pstate, ...offsets] of cases) {
    it(`from ${from}`, () => {
      expect(kinds.map((kind) => vectorOf(VBAR, pstate, kind))).to.deep.equal(offsets.map((offset) => VBAR + offset));
    });
  }

  it("is in a table of 2 KiB, whatever the low bits of VBAR_EL1 are", () => {
    expect(vectorOf(VBAR + 0x7ffn, 0x000, "synchronous")).to.equal(VBAR + 0x400n);
  });

  it("is the synchronous one of all that an instruction does", () => {
    expect(kindOf({ kind: "SVC", imm16: 0 })).to.equal("synchronous");
    expect(kindOf({ kind: "software step", exclusive: undefined })).to.equal("synchronous");
    expect((["IRQ", "FIQ", "SError"] as const).map((kind) => kindOf({ kind }))).to.deep.equal(["IRQ", "FIQ", "SError"]);
  });
});
