import { expect } from "chai";
import { repeated, repeatedFrom, smallestCell } from "../../../../src/site/widgets/bit-field/repetition";

const words = [
  // value                    width  smallest cell
  [0x5555_5555_5555_5555n,   64,    2],
  [0x000f_000f_000f_000fn,   64,    16],
  [0xffff_ffff_ffff_f000n,   64,    64],
  [0x3333_3333n,             32,    4],
] as const;

describe("words made of one cell", () => {
  for (const [value, width, cell] of words) {
    it(`0x${value.toString(16)} is ${width / cell} cells of ${cell}`, () => {
      expect(smallestCell(value, width)).to.equal(cell);
      expect(repeated(value, width, cell)).to.equal(value);
    });
  }

  it("a flipped bit is flipped in every copy", () => {
    expect(repeatedFrom(0x000f_000f_000f_000fn, 0x000f_000f_001f_000fn, 64, 16)).to.equal(0x001f_001f_001f_001fn);
    expect(repeatedFrom(0x001f_001f_001f_001fn, 0x001f_001f_001f_000fn, 64, 16)).to.equal(0x000f_000f_000f_000fn);
  });
});
