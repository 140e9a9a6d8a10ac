import { expect } from "chai";
import { Draw } from "../../../src/course/exercises/draw";

/** What this generator gave when it was written. */
const RECORDED = [1_993_147_219, 821_640_935, 4_010_427_083, 405_024_510];

describe("Draw", () => {
  it("gives the same numbers for the same seed, for ever: reports depend on it", () => {
    const draw = new Draw("practice");
    expect(draw.times(4, () => draw.word())).to.deep.equal(RECORDED);
  });

  it("gives other numbers for another seed, and for another purpose", () => {
    const words = ["a", "b", "c"].flatMap((seed) => [new Draw(seed).word(), new Draw(seed).for("x").word(), new Draw(seed).for("y").word()]);
    expect(new Set(words).size).to.equal(9);
  });

  it("is not moved by draws for another purpose", () => {
    const draw = new Draw("s");
    const before = draw.for("x").word();
    draw.word();
    expect(draw.for("x").word()).to.equal(before);
  });

  const ranges = [
    // what                       draw                              from   to
    ["below(3)",                  (d: Draw) => d.below(3),          0,     2],
    ["between(-1, 1)",            (d: Draw) => d.between(-1, 1),    -1,    1],
    ["bits(2)",                   (d: Draw) => d.bits(2),           0,     3],
    ["bits(0)",                   (d: Draw) => d.bits(0),           0,     0],
    ["bigBits(2)",                (d: Draw) => Number(d.bigBits(2)), 0,    3],
    ["pick([5, 6])",              (d: Draw) => d.pick([5, 6]),      5,     6],
  ] as const;
  for (const [what, draw, from, to] of ranges) {
    it(`${what} gives every number from ${from} to ${to}, and no other`, () => {
      const it = new Draw(what);
      expect([...new Set(it.times(200, () => draw(it)))].sort((a, b) => a - b))
        .to.deep.equal(Array.from({ length: to - from + 1 }, (_, i) => from + i));
    });
  }

  it("sets and clears every bit of 64", () => {
    const draw = new Draw("bits");
    const words = draw.times(100, () => draw.bigBits(64));
    expect(words.reduce((all, word) => all | word, 0n)).to.equal(2n ** 64n - 1n);
    expect(words.reduce((all, word) => all & word, 2n ** 64n - 1n)).to.equal(0n);
  });

  it("shuffles without losing anything", () => {
    expect(new Draw("s").shuffle([1, 2, 3, 4, 5]).sort()).to.deep.equal([1, 2, 3, 4, 5]);
  });
});
