// What a program sees at EL0 (Arm ARM, "AArch64 System register descriptions"). Everything else is Undefined.

import { expect } from "chai";
import { afterRunning, Machine } from "./machine";

const ALL = 0xffff_ffff_ffff_ffffn;
const RAM_PAGE = 0x4000n;

describe("The system at EL0", () => {
  const written = [
    // register      of all ones there are
    ["nzcv",         0xf000_0000n],
    ["fpcr",         0x07c8_0000n],
    ["fpsr",         0x0800_009fn],
    ["tpidr_el0",    ALL],
  ] as const;
  for (const [register, bits] of written) {
    it(`has ${register}, of which 0x${bits.toString(16)} can be written`, () => {
      const machine = afterRunning(`msr ${register}, x0\n mrs x1, ${register}\n msr ${register}, xzr\n mrs x2, ${register}`, { x0: ALL });
      expect([machine.get("x1"), machine.get("x2")]).to.deep.equal([bits, 0n]);
    });
  }

  it("has NZCV as the flags", () => {
    const machine = afterRunning("cmp x0, x0\n mrs x1, nzcv\n msr nzcv, x2\n cset x3, mi", { x2: 1n << 31n });
    expect([machine.get("x1"), machine.get("x3")]).to.deep.equal([0x6000_0000n, 1n]);
  });

  const read = [
    // register      value
    ["dczid_el0",    4n],            // Blocks of 4 << 4 bytes; DC ZVA is allowed.
    ["ctr_el0",      0x8444_c004n],  // IminLine = DminLine = 4: 64 bytes; L1Ip = 0b11: PIPT.
    ["tpidrro_el0",  0n],
  ] as const;
  for (const [register, value] of read) {
    it(`has ${register} = 0x${value.toString(16)}, to be read`, () => {
      expect(afterRunning(`mrs x0, ${register}`).get("x0")).to.equal(value);
    });
  }

  const refused = [
    // instruction                  word
    ["msr tpidrro_el0, x0",         0xd51b_d060],
    ["msr s3_3_c0_c0_1, x0",        0xd51b_0020],
    ["mrs x0, sctlr_el1",           0xd538_1000],
    ["msr sctlr_el1, x0",           0xd518_1000],
    ["mrs x0, midr_el1",            0xd538_0000],
    ["mrs x0, currentel",           0xd538_4240],
    ["mrs x0, cntvct_el0",          0xd53b_e040],
    ["mrs x0, s3_3_c15_c2_0",       0xd53b_f200],
    ["msr daifset, #2",             0xd503_42df],
    ["msr spsel, #1",               0xd500_41bf],
    ["msr pan, #1",                 0xd500_419f],
    ["ic iallu",                    0xd508_751f],
    ["dc ivac, x0",                 0xd508_7620],
    ["tlbi vmalle1",                0xd508_871f],
    ["at s1e0r, x0",                0xd508_7840],
    ["sys #0, c0, c0, #0",          0xd508_001f],
    ["sysl x0, #3, c7, c4, #1",     0xd52b_7420],
    ["eret",                        0xd69f_03e0],
  ] as const;
  for (const [instruction, word] of refused) {
    it(`has not: ${instruction}`, () => {
      const machine = new Machine(instruction);
      machine.set("x0", 0x55n);
      expect(machine.run()).to.deep.equal({ kind: "exception", cause: { kind: "undefined", word } });
      expect([machine.get("x0"), machine.get("pc"), machine.cpu.retired]).to.deep.equal([0x55n, 0x1000n, 0]);
    });
  }

  for (const instruction of ["dc cvac, x0", "dc cvau, x0", "dc civac, x0", "ic ivau, x0"]) {
    it(`has nothing to do for ${instruction}`, () => {
      expect(afterRunning(instruction, { x0: RAM_PAGE }).cpu.retired).to.equal(1);
    });
  }

  it("zeroes the 64 bytes around an address, by DC ZVA", () => {
    const machine = new Machine("dc zva, x0");
    machine.physical.bytes.fill(0xff, 0x4000, 0x5000);
    machine.set("x0", 0x4fffn);
    expect(machine.run()).to.deep.equal({ kind: "limit" });
    const zeros = [...machine.physical.bytes.subarray(0x4000, 0x5000)].flatMap((byte, i) => (byte === 0 ? [i] : []));
    expect([zeros.length, zeros[0], zeros.at(-1)]).to.deep.equal([64, 0xfc0, 0xfff]);
  });

  it("faults by DC ZVA, as a write", () => {
    const machine = new Machine("dc zva, x0");
    machine.set("x0", 0x1_0000n);
    expect(machine.run()).to.deep.equal({
      kind: "exception", cause: { kind: "data abort", address: 0x1_0000n, write: true, fault: { kind: "external" } },
    });
  });

  it("never waits, for nothing would wake it", () => {
    expect(afterRunning("wfe\n wfi\n sev\n sevl\n yield").cpu.retired).to.equal(5);
  });
});
