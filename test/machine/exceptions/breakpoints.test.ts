import { expect } from "chai";
import { breakpointMatches, isLinkedContext } from "../../../src/machine/exceptions/breakpoints";
import type { DebugUnit } from "../../../src/machine/exceptions/debug-registers";

const OFF: DebugUnit = { value: 0n, control: 0 };
const PC = 0x4008_1004n;
const HIGH_PC = 0xffff_8000_0008_1004n;

/** DBGBCR<n>_EL1, field by field (Arm ARM, "DBGBCR<n>_EL1"). */
const control = ({ BT = 0, LBN = 0, SSC = 0, HMC = 0, PMC = 3, E = 1 }): number =>
  (BT << 20) | (LBN << 16) | (SSC << 14) | (HMC << 13) | (0xf << 5) | (PMC << 1) | E;

function units(programmed: Readonly<Record<number, DebugUnit>>): DebugUnit[] {
  return Array.from({ length: 6 }, (_, n) => programmed[n] ?? OFF);
}

describe("A breakpoint (Arm ARM, \"AArch64.BreakpointMatch\")", () => {
  const cases = [
    // [Q]: as QEMU 7.2            DBGBCR0_EL1           DBGBVR0_EL1      EL  matches
    ["its address [Q]",            {},                   PC,              0,  true],
    ["its address, EL1 [Q]",       {},                   PC,              1,  true],
    ["the next word [Q]",          {},                   PC + 4n,         0,  false],
    ["the word before",            {},                   PC - 4n,         0,  false],
    ["bits 1:0 do not count",      {},                   PC + 3n,         0,  true],
    ["bits 63:49 do not count",    {},                   PC | 1n << 63n,  0,  true],
    ["bit 48 does",                {},                   PC | 1n << 48n,  0,  false],
    ["not enabled [Q]",            { E: 0 },             PC,              0,  false],
    ["for EL0, in EL0 [Q]",        { PMC: 2 },           PC,              0,  true],
    ["for EL0, in EL1",            { PMC: 2 },           PC,              1,  false],
    ["for EL1, in EL0 [Q]",        { PMC: 1 },           PC,              0,  false],
    ["for EL1, in EL1 [Q]",        { PMC: 1 },           PC,              1,  true],
    ["for nobody [Q]",             { PMC: 0 },           PC,              0,  false],
    ["HMC is reserved",            { HMC: 1 },           PC,              0,  false],
    ["SSC 1 is reserved",          { SSC: 1 },           PC,              0,  false],
    ["SSC 2 is reserved [Q]",      { SSC: 2 },           PC,              0,  false],
    ["BT 4, a mismatch [Q]",       { BT: 4 },            PC,              0,  false],
    ["BT 8, of a VMID",            { BT: 8 },            PC,              0,  false],
    ["BT 2, but no context [Q]",   { BT: 2 },            77n,             0,  false],
  ] as const;
  for (const [title, fields, value, level, expected] of cases) {
    it(`${title}: ${expected ? "stops" : "passes"}`, () => {
      const all = units({ 0: { value, control: control(fields) } });
      expect(breakpointMatches(0, all, { pc: PC, level, context: 77n })).to.equal(expected);
    });
  }

  it("in the upper half of addresses", () => {
    const all = units({ 3: { value: HIGH_PC, control: control({}) } });
    expect(breakpointMatches(3, all, { pc: HIGH_PC, level: 1, context: 0n })).to.equal(true);
    expect(breakpointMatches(3, all, { pc: HIGH_PC & 0xffff_ffff_ffffn, level: 1, context: 0n })).to.equal(false);
  });

  describe("with a context", () => {
    const linked = [
      // unit   DBGBCR<unit>_EL1       DBGBVR<unit>_EL1   matches
      [5,       { BT: 3 },             77n,               true],
      [4,       { BT: 3 },             77n,               true],
      [5,       { BT: 3 },             78n,               false],
      [5,       { BT: 3 },             77n | 1n << 32n,   true],   // CONTEXTIDR_EL1 has 32 bits.
      [5,       { BT: 3, E: 0 },       77n,               false],
      [5,       { BT: 3, PMC: 1 },     77n,               true],   // What it is linked from says for whom.
      [5,       { BT: 2 },             77n,               false],
      [5,       { BT: 1 },             77n,               false],
      [3,       { BT: 3 },             77n,               false],  // Units 0 to 3 know none.
      [1,       { BT: 3 },             77n,               false],
      [9,       { BT: 3 },             77n,               false],
    ] as const;
    for (const [unit, fields, value, expected] of linked) {
      it(`linked to ${unit}, ${JSON.stringify(fields)}, 0x${value.toString(16)}: ${expected ? "stops" : "passes"}`, () => {
        const all = units({
          0: { value: PC, control: control({ BT: 1, LBN: unit, PMC: 2 }) },
          [unit]: { value, control: control(fields) },
        });
        expect(breakpointMatches(0, all, { pc: PC, level: 0, context: 77n })).to.equal(expected);
        expect(isLinkedContext(unit, all, 77n)).to.equal(expected);
        expect(breakpointMatches(0, all, { pc: PC + 4n, level: 0, context: 77n })).to.equal(false);
      });
    }

    it("alone: stops every instruction of that context", () => {
      const all = units({ 4: { value: 77n, control: control({ BT: 2, PMC: 2 }) } });
      const at = (pc: bigint, level: 0 | 1, context: bigint): boolean => breakpointMatches(4, all, { pc, level, context });
      expect([at(PC, 0, 77n), at(0n, 0, 77n), at(PC, 0, 76n), at(PC, 1, 77n)]).to.deep.equal([true, true, false, false]);
    });

    it("that others link to: stops nothing itself", () => {
      const all = units({ 4: { value: 77n, control: control({ BT: 3 }) } });
      expect(breakpointMatches(4, all, { pc: PC, level: 0, context: 77n })).to.equal(false);
    });
  });
});
