import { expect } from "chai";
import type { Cause } from "../../../src/machine/cpu/exception";
import { preferredReturn, savedState, stateAtEntry } from "../../../src/machine/exceptions/entry";

describe("Taking an exception (Arm ARM, \"AArch64.TakeException\")", () => {
  describe("leaves a PSTATE", () => {
    const cases = [
      // found                    PSTATE       SPAN  then
      ["EL0",                     0x000_000,   1,    0x000_3c5],
      ["EL1t",                    0x000_004,   1,    0x000_3c5],
      ["EL1h, masked",            0x000_3c5,   1,    0x000_3c5],
      ["PAN stays",               0x400_000,   1,    0x400_3c5],
      ["PAN stays, at EL1",       0x400_005,   1,    0x400_3c5],
      ["SPAN sets PAN",           0x000_000,   0,    0x400_3c5],
      ["SPAN leaves it set",      0x400_005,   0,    0x400_3c5],
      ["UAO, SS and IL go",       0xb00_000,   1,    0x000_3c5],
    ] as const;
    for (const [title, pstate, span, then] of cases) {
      it(title, () => { expect(stateAtEntry(pstate, span)).to.equal(then); });
    }
  });

  it("saves the flags above the rest", () => {
    expect(savedState(0xf0_03c5, 0b1011)).to.equal(0xb0f0_03c5);
    expect(savedState(0, 0b0100)).to.equal(0x4000_0000);
  });

  describe("remembers where to go on (Arm ARM, \"Preferred exception return address\")", () => {
    // `pc` is where the CPU stands: behind SVC and HVC, which it has completed, at what faulted, and before what an
    // interrupt kept waiting.
    const cases: readonly (readonly [string, Cause, bigint, bigint])[] = [
      ["SVC: behind it",                 { kind: "SVC", imm16: 0 },                    0x1004n, 0x1004n],
      ["HVC, which is Undefined: at it", { kind: "HVC", imm16: 0 },                    0x1004n, 0x1000n],
      ["HVC, the last word there is",    { kind: "HVC", imm16: 0 },                    0n,      0xffff_ffff_ffff_fffcn],
      ["BRK: at it",                     { kind: "BRK", imm16: 0 },                    0x1000n, 0x1000n],
      ["SMC: at it",                     { kind: "SMC", imm16: 0 },                    0x1000n, 0x1000n],
      ["a misaligned PC: as it is",      { kind: "PC alignment", address: 0x1002n },   0x1002n, 0x1002n],
      ["IRQ: what has to wait",          { kind: "IRQ" },                              0x1008n, 0x1008n],
    ];
    for (const [title, cause, pc, elr] of cases) {
      it(title, () => { expect(preferredReturn(cause, pc)).to.equal(elr); });
    }
  });
});
