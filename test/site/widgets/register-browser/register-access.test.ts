import { expect } from "chai";
import { registerNamed, type SystemRegister } from "../../../../src/machine/sysregs/registers";
import { accessLines, genericNameOf, spellings, writeOf } from "../../../../src/site/widgets/register-browser/register-access";

type Name = SystemRegister["name"];

const linesOf = (name: Name): string[] =>
  accessLines(registerNamed(name)).map(({ instruction, level, may, gates }) => [instruction, level, may, ...gates.map((gate) => gate.join("."))].join(" "));

describe("who may", () => {
  // Arm ARM, "Accessing" of each.
  for (const [name, lines] of [
    ["SCTLR_EL1", ["MRS 1 always", "MRS 0 never", "MSR 1 always", "MSR 0 never"]],
    ["TPIDR_EL0", ["MRS 1 always", "MRS 0 always", "MSR 1 always", "MSR 0 always"]],
    ["TPIDRRO_EL0", ["MRS 1 always", "MRS 0 always", "MSR 1 always", "MSR 0 never"]],
    ["DAIF", ["MRS 1 always", "MRS 0 gated SCTLR_EL1.UMA.1", "MSR 1 always", "MSR 0 gated SCTLR_EL1.UMA.1"]],
    ["CTR_EL0", ["MRS 1 always", "MRS 0 gated SCTLR_EL1.UCT.1", "MSR 1 never", "MSR 0 never"]],
    ["CNTVCT_EL0", ["MRS 1 always", "MRS 0 gated CNTKCTL_EL1.EL0VCTEN.1", "MSR 1 never", "MSR 0 never"]],
    ["OSLAR_EL1", ["MRS 1 never", "MRS 0 never", "MSR 1 always", "MSR 0 never"]],
  ] as const) {
    it(name, () => expect(linesOf(name)).to.deep.equal(lines));
  }
});

describe("how it is spelled", () => {
  // The words are llvm-mc's.
  for (const [name, texts, generic] of [
    ["TCR_EL1", [["mrs x0, TCR_EL1", 0xd5382040], ["msr TCR_EL1, x0", 0xd5182040]], "S3_0_C2_C0_2"],
    ["OSLAR_EL1", [["msr OSLAR_EL1, x0", 0xd5101080]], "S2_0_C1_C0_4"],
    ["ID_AA64ISAR0_EL1", [["mrs x0, ID_AA64ISAR0_EL1", 0xd5380600]], "S3_0_C0_C6_0"],
  ] as const) {
    it(`${name} is ${generic}`, () => {
      const register = registerNamed(name);
      expect(spellings(register).map(({ text, word }) => [text, word])).to.deep.equal(texts);
      expect(genericNameOf(register)).to.equal(generic);
    });
  }
});

describe("what a write leaves", () => {
  const ones = (1n << 64n) - 1n;
  // Arm ARM, the RES0 and RES1 bits of each.
  for (const [name, old, value, left] of [
    ["CPACR_EL1", 0n, ones, 0x0030_0000n],
    ["DAIF", 0n, ones, 0x3c0n],
    ["VBAR_EL1", 0n, 0x4000_0801n, 0x4000_0800n],
    ["PAR_EL1", 0n, 0n, 0x800n],
    ["CNTV_CTL_EL0", 0n, 0x7n, 0x3n],
    ["TPIDR_EL1", 0n, ones, ones],
  ] as const) {
    it(`${name}: 0x${value.toString(16)} leaves 0x${left.toString(16)}`, () => expect(writeOf(registerNamed(name), old, value)?.value).to.equal(left));
  }

  it("says what came out differently", () => {
    expect(writeOf(registerNamed("PAR_EL1"), 0n, 0x400n)?.differences).to.deep.equal(["Bits that are RES0 stay 0.", "Bits that are RES1 stay 1."]);
    expect(writeOf(registerNamed("CPACR_EL1"), 0n, 0x0030_0000n)?.differences).to.deep.equal([]);
  });

  it("is nothing where MSR is Undefined", () => expect(writeOf(registerNamed("MIDR_EL1"), 0n, 1n)).to.equal(undefined));
});
