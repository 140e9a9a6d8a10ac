import { expect } from "chai";
import { EXCEPTION_CLASSES } from "../../../src/formats/syndromes/exception-classes";
import { encodeSyndrome, explainSyndrome } from "../../../src/formats/syndromes/syndrome";

/** "DFSC 7: translation fault, level 3", for each field. */
const explained = (esr: bigint): string[] =>
  explainSyndrome(esr).map(({ name, value, meaning }) => `${name} ${value}${meaning === "" ? "" : `: ${meaning}`}`);

describe("A syndrome", () => {
  // As QEMU 7.2 reports them (test/machine/exceptions/with-qemu.test.ts), and Linux prints them.
  const cases: readonly (readonly [esr: bigint, fields: readonly string[]])[] = [
    [0x0200_0000n, ["EC 0: unknown reason: an instruction that is Undefined here", "IL 1: 32 bits"]],
    [0x07e0_0000n, ["EC 1: trapped WFI or WFE", "IL 1: 32 bits", "CV 1: yes", "COND 14: AL", "TI 0: WFI"]],
    [0x1fe0_0000n, ["EC 7: trapped floating point or Advanced SIMD", "IL 1: 32 bits", "CV 1: yes", "COND 14: AL"]],
    [0x5600_1234n, ["EC 21: SVC", "IL 1: 32 bits", "imm16 4660"]],
    [0xf200_ffffn, ["EC 60: BRK", "IL 1: 32 bits", "Comment 65535"]],
    [0x6232_c0a1n, [
      "EC 24: trapped MSR, MRS or system instruction", "IL 1: 32 bits",
      "Op0 3", "Op2 1", "Op1 3", "CRn 0", "Rt 5", "CRm 0", "Direction 1: read: MRS",
    ]],
    [0x8200_000fn, [
      "EC 32: instruction abort from EL0", "IL 1: 32 bits", "SET 0: recoverable", "FnV 0: FAR_EL1 is valid", "EA 0",
      "S1PTW 0: no", "IFSC 15: permission fault, level 3",
    ]],
    [0x9600_0147n, [
      "EC 37: data abort from EL1", "IL 1: 32 bits", "ISV 0: no", "SAS 0: byte", "SSE 0: no", "SRT 0", "SF 0: 32 bits",
      "AR 0: no", "SET 0: recoverable", "FnV 0: FAR_EL1 is valid", "EA 0", "CM 1: cache maintenance or AT",
      "S1PTW 0: no", "WnR 1: write", "DFSC 7: translation fault, level 3",
    ]],
    [0xcb00_0062n, [
      "EC 50: software step of EL0", "IL 1: 32 bits", "ISV 1: yes", "EX 1: a load-exclusive", "IFSC 34: debug exception",
    ]],
    [0xd600_0062n, [
      "EC 53: watchpoint hit from EL1", "IL 1: 32 bits", "FnV 0: FAR_EL1 is valid", "CM 0: a load or store",
      "WnR 1: write", "DFSC 34: debug exception",
    ]],
    [0x6600_0001n, ["EC 25: a class that this machine does not have", "IL 1: 32 bits", "ISS 1"]],
  ];
  for (const [esr, fields] of cases) {
    it(`0x${esr.toString(16)} says: ${fields[0]!}`, () => {
      expect(explained(esr)).to.deep.equal(fields);
    });
  }

  it("says which bits a field is in, and what it is for", () => {
    const [ec, , imm16] = explainSyndrome(0x5600_1234n);
    expect(ec).to.include({ high: 31, low: 26, purpose: "Exception Class" });
    expect(imm16).to.include({ high: 15, low: 0, purpose: "The number in the instruction" });
  });

  it("says so where a value is reserved", () => {
    expect(explained(0x07e0_0002n).at(-1)).to.equal("TI 2: reserved");
  });

  it("is encoded from its fields", () => {
    expect(encodeSyndrome(0x25, [["CM", 1], ["WnR", 1], ["DFSC", 7]])).to.equal(0x9600_0147n);
    expect(encodeSyndrome(0x01, [["CV", 1], ["COND", 14], ["TI", 1]])).to.equal(0x07e0_0001n);
    expect(encodeSyndrome(0x0e, [])).to.equal(0x3a00_0000n);
  });

  it("has no fields but its class's, and no values that they cannot hold", () => {
    expect(() => encodeSyndrome(0x15, [["DFSC", 1]])).to.throw("no field of this exception class is called DFSC");
    expect(() => encodeSyndrome(0x15, [["imm16", 0x1_0000]])).to.throw("imm16 cannot be 65536");
    expect(() => encodeSyndrome(0x15, [["imm16", -1]])).to.throw("imm16 cannot be -1");
  });

  describe("has a class, whose row is sound", () => {
    it("rows stand in the order of their codes, none twice", () => {
      const codes = EXCEPTION_CLASSES.map(([code]) => code);
      expect(codes).to.deep.equal([...new Set(codes)].sort((a, b) => a - b));
    });

    for (const [code, meaning, fields] of EXCEPTION_CLASSES) {
      it(`0x${code.toString(16)}, ${meaning}`, () => {
        let above = 25;
        for (const [high, low, name, , values] of fields) {
          expect(high, name).to.be.lessThan(above).and.at.least(low);
          for (const [value] of values) expect(value, name).to.be.lessThan(2 ** (high - low + 1));
          above = low;
        }
      });
    }
  });
});
