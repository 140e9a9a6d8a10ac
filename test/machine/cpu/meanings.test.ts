import { expect } from "chai";
import { executeOf, meaningOf } from "../../../src/machine/cpu/meanings";
import { assembleLine } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";

const decoder = standardDecoder();

describe("Meanings", () => {
  it("are a row, its fields, and what it does", () => {
    const meaning = meaningOf(decoder, assembleLine("add x3, x1, #0x123, lsl #12"));
    expect(meaning?.row.name).to.equal("ADD (immediate)");
    expect(meaning?.operands).to.deep.equal({ sf: 1, sh: 1, imm12: 0x123, Rn: 1, Rd: 3 });
    expect(meaning?.execute).to.equal(executeOf("ADD (immediate)"));
  });

  const none = [
    // word       why
    [0x0420_0000, "SVE's: add z0.b, z0.b, z0.b"],
    [0x8080_0000, "SME's"],
    [0x1ac0_0000, "unallocated"],
    [0x1200_fc00, "reserved: and w0, w0 with a mask of 64 bits"],
    [0x0040_0000, "SVE's"],
    [0xdac1_0000, "pacia x0, x0"],
  ] as const;
  for (const [word, why] of none) {
    it(`has none for 0x${word.toString(16).padStart(8, "0")}, ${why}`, () => expect(meaningOf(decoder, word)).to.equal(undefined));
  }

  it("of a hint that is not in the profile is a NOP", () => {
    expect(meaningOf(decoder, assembleLine("paciasp"))?.execute).to.equal(executeOf("NOP"));
    expect(meaningOf(decoder, assembleLine("hint #127"))).to.not.equal(undefined);
  });

  it("know no row by another name", () => expect(executeOf("ADD")).to.equal(undefined));
});
