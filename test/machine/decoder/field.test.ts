import { expect } from "chai";
import fc from "fast-check";
import { field } from "../../../src/machine/decoder/field";
import { signExtend } from "../../../src/machine/decoder/sign-extend";

describe("field", () => {
  for (const [word, hi, lo, value] of [
    [0x91000420, 4, 0, 0], [0x91000420, 9, 5, 1], [0x91000420, 21, 10, 1], [0x91000420, 31, 31, 1],
    [0xffffffff, 31, 0, 0xffffffff], [0x80000000, 31, 24, 0x80], [0xdeadbeef, 15, 8, 0xbe], [-1, 31, 16, 0xffff],
  ] as const) {
    it(`0x${(word >>> 0).toString(16)}<${hi}:${lo}> is 0x${value.toString(16)}`, () => expect(field(word, hi, lo)).to.equal(value));
  }

  it("is division and remainder by powers of two", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 0, max: 31 }), fc.integer({ min: 0, max: 31 }), (word, a, b) => {
      const [hi, lo] = [Math.max(a, b), Math.min(a, b)];
      expect(field(word, hi, lo)).to.equal(Math.floor(word / 2 ** lo) % 2 ** (hi - lo + 1));
    }));
  });
});

describe("signExtend", () => {
  for (const [value, width, expected] of [
    [0b111, 3, -1], [0b011, 3, 3], [0b100, 3, -4], [0x1ff, 9, -1], [0x100, 9, -256], [0xff, 9, 255],
    [0xffffffff, 32, -1], [0x7fffffff, 32, 0x7fffffff], [1, 1, -1], [0xfff, 8, -1],
  ] as const) {
    it(`of 0x${value.toString(16)}, ${width} bits, is ${expected}`, () => expect(signExtend(value, width)).to.equal(expected));
  }
});
