import { expect } from "chai";
import { Bug } from "../../../src/base/bug";
import { parseDiagram } from "../../../src/machine/decoder/diagram";

describe("a diagram", () => {
  it("says which bits are fixed and where the fields are: ADD (immediate)", () => {
    expect(parseDiagram("sf 0 0 100010 sh imm12:12 Rn:5 Rd:5")).to.deep.equal({
      mask: 0x7f800000, value: 0x11000000, should: 0, shouldValue: 0,
      fields: [
        { name: "sf", shift: 31, width: 1 }, { name: "sh", shift: 22, width: 1 }, { name: "imm12", shift: 10, width: 12 },
        { name: "Rn", shift: 5, width: 5 }, { name: "Rd", shift: 0, width: 5 },
      ],
    });
  });

  it("keeps bit 31 unsigned", () => {
    const { mask, value } = parseDiagram("1 1 0 100011 0 uimm6:6 00 uimm4:4 Rn:5 Rd:5");
    expect([mask, value]).to.deep.equal([0xffc0c000, 0xd1800000]);
  });

  it("does not decode bits in parentheses, and remembers what they should be: LDXR's Rs and Rt2", () => {
    const { mask, value, should, shouldValue } = parseDiagram("1 x 001000 0 1 0 (11111) 0 (11111) Rn:5 Rt:5");
    expect([mask, value]).to.deep.equal([0xbfe08000, 0x88400000]);
    expect([should, shouldValue]).to.deep.equal([0x001f7c00, 0x001f7c00]);
  });

  for (const [diagram, what] of [
    ["sf 0 0 11010100 Rm:5 cond:4 00 Rn:5 Rd:4", "a diagram of 31 bits"],
    ["sf 0 0 11010100 Rm:5 cond:4 00 Rn:5 Rd:6", "a diagram of 33 bits"],
  ] as const) {
    it(`must be 32 bits wide: ${what}`, () => expect(() => parseDiagram(diagram)).to.throw(Bug, what));
  }
});
