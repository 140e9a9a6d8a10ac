import { expect } from "chai";
import { FAULT_STATUSES, faultStatus, faultStatusText, NO_LEVEL } from "../../../src/formats/syndromes/fault-status";

describe("A fault's status code (Arm ARM, ESR_EL1, \"ISS encoding for an exception from a Data Abort\", DFSC)", () => {
  const cases = [
    // kind            level      code  its text
    ["address size",   0,         0x00, "address size fault, level 0 or the base register"],
    ["address size",   3,         0x03, "address size fault, level 3"],
    ["translation",    0,         0x04, "translation fault, level 0"],
    ["translation",    2,         0x06, "translation fault, level 2"],
    ["access flag",    1,         0x09, "access flag fault, level 1"],
    ["access flag",    3,         0x0b, "access flag fault, level 3"],
    ["permission",     1,         0x0d, "permission fault, level 1"],
    ["permission",     3,         0x0f, "permission fault, level 3"],
    ["external",       NO_LEVEL,  0x10, "external abort, not on a table"],
    ["external",       0,         0x14, "external abort on a table of level 0"],
    ["external",       3,         0x17, "external abort on a table of level 3"],
    ["alignment",      NO_LEVEL,  0x21, "alignment fault"],
    ["debug",          NO_LEVEL,  0x22, "debug exception"],
    ["TLB conflict",   NO_LEVEL,  0x30, "two entries of the TLB match"],
  ] as const;
  for (const [kind, level, code, text] of cases) {
    it(`${text}: 0x${code.toString(16)}`, () => {
      expect(faultStatus(kind, level)).to.equal(code);
      expect(faultStatusText(code)).to.equal(text);
    });
  }

  it("there is none for what cannot be: access flags and permissions are in leaves, from level 1 on", () => {
    expect([faultStatus("access flag", 0), faultStatus("permission", 0), faultStatus("translation", 4), faultStatus("alignment", 1)])
      .to.deep.equal([-1, -1, -1, -1]);
  });

  it("rows stand in the order of their codes, none twice", () => {
    const codes = FAULT_STATUSES.map(([code]) => code);
    expect(codes).to.deep.equal([...new Set(codes)].sort((a, b) => a - b));
  });

  it("others are reserved", () => {
    expect(faultStatusText(0x08)).to.equal("reserved");
  });
});
