import { expect } from "chai";
import { exceptionReturn, isIllegalReturn } from "../../../src/machine/exceptions/exception-return";

describe("ERET (Arm ARM, \"AArch64.ExceptionReturn\")", () => {
  it("may go to EL0 and EL1, and nowhere else", () => {
    const legal = Array.from({ length: 32 }, (_, m) => m).filter((m) => !isIllegalReturn(0x3c0 | m, 1));
    expect(legal).to.deep.equal([0b00000, 0b00100, 0b00101]);
  });

  it("may not go up", () => {
    const legal = Array.from({ length: 32 }, (_, m) => m).filter((m) => !isIllegalReturn(0x3c0 | m, 0));
    expect(legal).to.deep.equal([0b00000]);
  });

  const cases = [
    // [Q]: as QEMU 7.2. SPSR_EL1     PSTATE    SS  PSTATE then  NZCV
    ["to EL0 [Q]",      0x0000_0000,  0x3c5,    0,  0x000_000,   0],
    ["to EL1t [Q]",     0x0000_03c4,  0x3c5,    0,  0x000_3c4,   0],
    ["to EL1h [Q]",     0xb0c0_03c5,  0x3c5,    0,  0xc00_3c5,   0b1011],
    ["with IL [Q]",     0x0010_0000,  0x3c5,    0,  0x100_000,   0],
    ["to be stepped",   0x0020_0000,  0x3c5,    1,  0x200_000,   0],
    ["SS without step", 0x0020_0000,  0x3c5,    0,  0x000_000,   0],
    ["RES0 bits of SPSR_EL1", 0x0f0f_fc20, 0x3c5, 0, 0x000_000,  0],
    // Illegal: EL and SP as they were, IL, and from SPSR_EL1 the flags, the masks and PAN.
    ["EL0 with SP_ELx [Q]", 0x0000_03c1, 0x3c5, 0,  0x100_3c5,   0],
    ["EL2t [Q]",        0x0000_03c8,  0x3c5,    0,  0x100_3c5,   0],
    ["EL2h [Q]",        0x0000_01c9,  0x3c5,    0,  0x100_1c5,   0],
    ["EL2h from EL1t [Q]", 0x0000_01c9, 0x3c4,  0,  0x100_1c4,   0],
    ["EL3h [Q]",        0x0000_03cd,  0x3c5,    0,  0x100_3c5,   0],
    ["a reserved M[1] [Q]", 0x0000_03c6, 0x3c5, 0,  0x100_3c5,   0],
    ["flags, unmasked [Q]", 0x4000_0e01, 0x3c5, 0,  0x100_205,   0b0100],
    ["AArch32",         0x0000_01d0,  0x3c5,    0,  0x100_1c5,   0],
    ["PAN from SPSR_EL1", 0x0040_01c9, 0x3c5,   0,  0x500_1c5,   0],
    ["PAN from SPSR_EL1: clear", 0x0000_01c9, 0x400_3c5, 0, 0x100_1c5, 0],
    ["UAO as it was",   0x0080_01c9,  0x3c5,    0,  0x100_1c5,   0],
    ["UAO as it was: set", 0x0000_01c9, 0x800_3c5, 0, 0x900_1c5, 0],
    ["still being stepped", 0x0020_01c9, 0x3c5, 1,  0x300_1c5,   0],
  ] as const;
  for (const [title, spsr, pstate, ss, then, nzcv] of cases) {
    it(title, () => { expect(exceptionReturn(spsr, pstate, ss)).to.deep.equal({ pstate: then, nzcv }); });
  }
});
