import { expect } from "chai";
import { searchRegisters } from "../../../../src/site/widgets/register-browser/register-search";

// The words are llvm-mc's for `mrs x0, SCTLR_EL1`, `msr TCR_EL1, x3`, `mrs x7, CNTVCT_EL0`, `msr OSLAR_EL1, x0`.
const asked: readonly (readonly [text: string, first: string])[] = [
  ["SCTLR_EL1", "SCTLR_EL1"],
  ["sctlr", "SCTLR_EL1"],
  ["sctlr el1", "SCTLR_EL1"],
  ["cntv_c", "CNTVCT_EL0"],
  ["vbar_e", "VBAR_EL1"],
  ["vector base address", "VBAR_EL1"],
  ["WXN", "SCTLR_EL1"],
  ["T0SZ", "TCR_EL1"],
  ["thread id", "TPIDR_EL0"],
  ["S3_0_C1_C0_0", "SCTLR_EL1"],
  ["s3_0_c2_c0_2", "TCR_EL1"],
  ["3 0 1 0 0", "SCTLR_EL1"],
  ["3, 0, c1, c0, 0", "SCTLR_EL1"],
  ["3 3 14 0 2", "CNTVCT_EL0"],
  ["0xd5381000", "SCTLR_EL1"],
  ["d5182043", "TCR_EL1"],
  ["d53be047", "CNTVCT_EL0"],
  ["d5101080", "OSLAR_EL1"],
  ["mrs x0, SCTLR_EL1", "SCTLR_EL1"],
  ["msr tcr_el1, x3", "TCR_EL1"],
  ["mrs x0, S3_0_C1_C0_0", "SCTLR_EL1"],
  ["msr daifset, #2", "DAIF"],
];

describe("searchRegisters", () => {
  for (const [text, first] of asked) {
    it(`"${text}" finds ${first}`, () => expect(searchRegisters(text).registers[0]?.name).to.equal(first));
  }

  it("asks for nothing, and finds nothing", () => expect(searchRegisters("  ")).to.deep.equal({ registers: [], says: "" }));
  it("knows that some numbers read as zero", () => expect(searchRegisters("3 0 0 7 7").says).to.equal("S3_0_C0_C7_7 is kept for an ID register to come: at EL1 it reads as zero."));
  // SCTLR_EL2, as llvm-mc encodes `mrs x0, SCTLR_EL2`.
  it("knows what the machine does not have", () => expect(searchRegisters("d53c1000").says).to.equal("This machine has no S3_4_C1_C0_0: MRS and MSR are Undefined."));
  it("says so if nothing is called that", () => expect(searchRegisters("flux").says).to.equal("No register of this machine is called, or does, \u201cflux\u201d."));
});
