import { expect } from "chai";
import { isDebugged } from "../../../src/machine/exceptions/debug-control";
import { isLoadExclusive, stepBit, stepState } from "../../../src/machine/exceptions/software-step";

const SS = 0x1;
const KDE = 0x2000;
const UNLOCKED = 0b1000;
const LOCKED = 0b1010;

describe("Debug exceptions (Arm ARM, \"AArch64.GenerateDebugExceptionsFrom\")", () => {
  const cases = [
    // from             PSTATE  MDSCR_EL1  OSLSR_EL1  can be taken
    ["EL0",             0x000,  0,         UNLOCKED,  true],
    ["EL0, masked",     0x200,  0,         UNLOCKED,  true],
    ["EL0, locked",     0x000,  KDE,       LOCKED,    false],
    ["EL1",             0x005,  0,         UNLOCKED,  false],
    ["EL1, KDE",        0x005,  KDE,       UNLOCKED,  true],
    ["EL1, KDE, masked", 0x205, KDE,       UNLOCKED,  false],
    ["EL1, KDE, other masks", 0x1c5, KDE,  UNLOCKED,  true],
    ["EL1, KDE, locked", 0x005, KDE,       LOCKED,    false],
  ] as const;
  for (const [from, pstate, mdscr, oslsr, expected] of cases) {
    it(`from ${from}: ${expected ? "yes" : "no"}`, () => {
      expect(isDebugged(pstate, { mdscr, oslsr })).to.equal(expected);
    });
  }
});

describe("Software step (Arm ARM, \"Software Step exceptions\")", () => {
  const states = [
    // where         PSTATE     MDSCR_EL1  OSLSR_EL1  state
    ["EL0, off",     0x200_000, 0,         UNLOCKED,  "inactive"],
    ["EL0",          0x200_000, SS,        UNLOCKED,  "active, not pending"],
    ["EL0, SS = 0",  0x000_000, SS,        UNLOCKED,  "active, pending"],
    ["EL0, locked",  0x000_000, SS,        LOCKED,    "inactive"],
    ["EL1",          0x200_1c5, SS,        UNLOCKED,  "inactive"],
    ["EL1, KDE",     0x200_1c5, SS | KDE,  UNLOCKED,  "active, not pending"],
    ["EL1, KDE, SS = 0", 0x000_1c5, SS | KDE, UNLOCKED, "active, pending"],
    ["EL1, KDE, masked", 0x200_3c5, SS | KDE, UNLOCKED, "inactive"],
  ] as const;
  for (const [where, pstate, mdscr, oslsr, state] of states) {
    it(`${where}: ${state}`, () => { expect(stepState(pstate, { mdscr, oslsr })).to.equal(state); });
  }

  describe("begins with an ERET (Arm ARM, \"DebugExceptionReturnSS\")", () => {
    const bits = [
      // from, to                          SPSR_EL1   PSTATE    MDSCR_EL1  SS
      ["EL1 to EL0",                       0x200_000, 0x000_3c5, SS,       1],
      ["EL1 to EL0, SPSR_EL1.SS = 0",      0x000_000, 0x000_3c5, SS,       0],
      ["EL1 to EL0, not stepping",         0x200_000, 0x000_3c5, 0,        0],
      ["EL1 to EL1, KDE",                  0x200_1c5, 0x000_3c5, SS | KDE, 1],
      ["EL1 to EL1",                       0x200_1c5, 0x000_3c5, SS,       0],
      ["EL1 to EL1, masked",               0x200_3c5, 0x000_3c5, SS | KDE, 0],
      ["EL1, being stepped itself, to EL0", 0x200_000, 0x200_1c5, SS | KDE, 0],
      ["EL1, not masked, without KDE, to EL0", 0x200_000, 0x000_1c5, SS,   1],
      ["EL1 to EL2, which stays at EL1, KDE", 0x200_1c9, 0x000_3c5, SS | KDE, 1],
      ["EL1 to EL2, which stays at EL1",   0x200_1c9, 0x000_3c5, SS,       0],
      ["EL1 to EL0h, which stays at EL1",  0x200_001, 0x000_3c5, SS,       0],
    ] as const;
    for (const [title, spsr, pstate, mdscr, ss] of bits) {
      it(`${title}: ${ss}`, () => { expect(stepBit(spsr, pstate, { mdscr, oslsr: UNLOCKED })).to.equal(ss); });
    }

    it("but not while the OS lock is set", () => {
      expect(stepBit(0x200_000, 0x3c5, { mdscr: SS, oslsr: LOCKED })).to.equal(0);
    });
  });

  describe("tells a load-exclusive from the rest", () => {
    const words = [
      // assembly               word         by llvm-mc
      ["ldxr x4, [x1]",         0xc85f_7c24, true],
      ["ldxr w4, [x1]",         0x885f_7c24, true],
      ["ldxrb w4, [x1]",        0x085f_7c24, true],
      ["ldxrh w4, [x1]",        0x485f_7c24, true],
      ["ldaxr x4, [x1]",        0xc85f_fc24, true],
      ["ldaxrb w4, [x1]",       0x085f_fc24, true],
      ["ldxp x4, x5, [x1]",     0xc87f_1424, true],
      ["ldaxp w4, w5, [x1]",    0x887f_9424, true],
      ["stxr w4, x5, [x1]",     0xc804_7c25, false],
      ["stxp w4, x5, x6, [x1]", 0xc824_1825, false],
      ["ldar x4, [x1]",         0xc8df_fc24, false],
      ["casp x4, x5, x6, x7, [x1]", 0x4824_7c26, false],
      ["caspa x4, x5, x6, x7, [x1]", 0x4864_7c26, false],
      ["cas x4, x5, [x1]",      0xc8a4_7c25, false],
      ["ldr x4, [x1]",          0xf940_0024, false],
      ["nop",                   0xd503_201f, false],
    ] as const;
    for (const [assembly, word, expected] of words) {
      it(assembly, () => { expect(isLoadExclusive(word)).to.equal(expected); });
    }
  });
});
