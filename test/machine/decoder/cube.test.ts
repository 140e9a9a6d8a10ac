import { expect } from "chai";
import fc from "fast-check";
import { contains, type Cube, holds, intersection, merged, overlap } from "../../../src/machine/decoder/cube";

const word = fc.integer({ min: 0, max: 0xffffffff });
const cube: fc.Arbitrary<Cube> = fc.tuple(word, word).map(([mask, bits]) => ({ mask, value: (mask & bits) >>> 0 }));

/** Words near the cubes, so that membership is not almost always false. */
const wordIn = ({ mask, value }: Cube, noise: number): number => ((value & mask) | (noise & ~mask)) >>> 0;

describe("a cube", () => {
  it("holds the words that agree with it where its mask is", () => {
    expect(holds({ mask: 0xff000000, value: 0x91000000 }, 0x91000420)).to.equal(true);
    expect(holds({ mask: 0xff000000, value: 0x91000000 }, 0xb1000420)).to.equal(false);
    expect(holds({ mask: 0xffffffff, value: 0xffffffff }, 0xffffffff), "all 32 bits, unsigned").to.equal(true);
  });

  it("intersects to the words that are in both", () => {
    fc.assert(fc.property(cube, cube, word, (a, b, noise) => {
      const both = intersection(a, b);
      for (const w of [wordIn(a, noise), wordIn(b, noise), noise]) {
        expect(both !== undefined && holds(both, w)).to.equal(holds(a, w) && holds(b, w));
      }
    }));
  });

  it("overlaps another exactly if some word is in both", () => {
    fc.assert(fc.property(cube, cube, (a, b) => {
      const both = intersection(a, b);
      expect(overlap(a, b)).to.equal(both !== undefined);
      if (both !== undefined) expect(holds(a, both.value) && holds(b, both.value)).to.equal(true);
    }));
  });

  it("contains another exactly if intersecting takes nothing from it", () => {
    fc.assert(fc.property(cube, cube, (a, b) => {
      expect(contains(a, b)).to.equal(JSON.stringify(intersection(a, b)) === JSON.stringify(b));
    }));
  });

  it("merges with others to fewer, of the same words", () => {
    // Few bits, at both ends of the word, so that cubes do meet.
    const bits = fc.integer({ min: 0, max: 15 }).map((n) => ((n & 3) | ((n >> 2) << 30)) >>> 0);
    const narrow = fc.tuple(bits, bits).map(([mask, value]) => ({ mask, value: (mask & value) >>> 0 }));
    fc.assert(fc.property(fc.array(narrow, { maxLength: 12 }), bits, (cubes, w) => {
      expect(merged(cubes).some((c) => holds(c, w))).to.equal(cubes.some((c) => holds(c, w)));
      expect(merged(cubes).length).to.be.at.most(cubes.length);
    }), { numRuns: 1000 });
    const values = [0, 1, 0x80000000, 0x80000001].map((value) => ({ mask: 0x80000001, value }));
    expect(merged(values)).to.deep.equal([{ mask: 0, value: 0 }]);
  });
});
