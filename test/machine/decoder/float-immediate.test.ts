import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeFloatImmediate, encodeFloatImmediate } from "../../../src/machine/decoder/float-immediate";

// The constant of FMOV D0, #imm for each imm8, as LLVM prints it (recorded/record.sh).
const recorded = readFileSync(join(__dirname, "recorded/float-immediates.txt"), "utf8").trim().split("\n").slice(1).map(Number);

describe("floating-point immediates", () => {
  it("all 256 decode as LLVM decodes them, and encode back", () => {
    expect(recorded).to.have.length(256);
    for (const [imm8, value] of recorded.entries()) {
      expect(decodeFloatImmediate(imm8), `imm8 = ${imm8}`).to.equal(value);
      expect(encodeFloatImmediate(value)).to.equal(imm8);
    }
  });

  for (const value of [0, -0, 32, 0.1, 1.03125, 0.0625, Infinity, NaN]) {
    it(`${value} is none of them`, () => expect(encodeFloatImmediate(value)).to.equal(undefined));
  }
});
