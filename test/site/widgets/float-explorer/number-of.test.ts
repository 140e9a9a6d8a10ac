import { expect } from "chai";
import type { FpWidth } from "../../../../src/machine/cpu/floating-point/format";
import { exactDecimal, inPowers, neighbour, numberOf, shortDecimal } from "../../../../src/site/widgets/float-explorer/number-of";

// Exact values are those of Python's decimal.Decimal.
const values = [
  // width  pattern                   class             exactly
  [64,      0x3fb9_9999_9999_999an,   "normal",         "0.1000000000000000055511151231257827021181583404541015625"],
  [64,      0x3fb9_9999_9999_9999n,   "normal",         "0.09999999999999999167332731531132594682276248931884765625"],
  [32,      0x3dcc_cccdn,             "normal",         "0.100000001490116119384765625"],
  [16,      0x2e66n,                  "normal",         "0.0999755859375"],
  [16,      0x7bffn,                  "normal",         "65504"],
  [16,      0x0001n,                  "denormal",       "0.000000059604644775390625"],
  [64,      0x8000_0000_0000_0000n,   "zero",           "\u22120"],
  [64,      0x7ff0_0000_0000_0000n,   "infinity",       "\u221e"],
  [32,      0x7fc0_0000n,             "quiet NaN",      "not a number"],
  [32,      0x7f80_0001n,             "signalling NaN", "not a number"],
] as const;

describe("a floating-point pattern", () => {
  for (const [width, bits, kind, exactly] of values) {
    it(`0x${bits.toString(16)} of ${width} bits is ${exactly}`, () => {
      const number = numberOf(width, bits);
      expect([number.class, exactDecimal(number)]).to.deep.equal([kind, exactly]);
    });
  }

  it("has 751 digits if it is the smallest double", () => {
    const text = exactDecimal(numberOf(64, 1n));
    expect(text.replace(/^0\.0*/, "")).to.have.length(751);
    expect(text.replace(/^0\.0*/, "")).to.match(/^494065645841246544176568792868221372365/);
    expect(shortDecimal(numberOf(64, 1n))).to.equal("5e-324".replace("-", "\u2212"));
  });

  it("is a significand and a power of two", () => {
    expect(inPowers(numberOf(64, 0x3ff8_0000_0000_0000n))).to.deep.equal({ significand: "1.1", power: 0 });
    expect(inPowers(numberOf(64, 0xc014_0000_0000_0000n))).to.deep.equal({ significand: "\u22121.01", power: 2 });
    expect(inPowers(numberOf(16, 0x0001n))).to.deep.equal({ significand: "0.0000000001", power: -14 });
  });

  const steps = [
    // width  pattern                  by    leads to
    [64,      0x7fef_ffff_ffff_ffffn,  1n,   0x7ff0_0000_0000_0000n],
    [64,      0x3ff0_0000_0000_0000n,  -1n,  0x3fef_ffff_ffff_ffffn],
    [32,      0x0000_0000n,            -1n,  0x8000_0000n],
    [32,      0x8000_0000n,            -1n,  0x8000_0001n],
    [32,      0x8000_0001n,            3n,   0x0000_0001n],
    [16,      0x7c00n,                 1n,   undefined],
    [16,      0xfc00n,                 -1n,  undefined],
    [16,      0x7e00n,                 -1n,  undefined],
  ] as const satisfies readonly (readonly [FpWidth, bigint, bigint, bigint | undefined])[];

  for (const [width, bits, by, to] of steps) {
    it(`0x${bits.toString(16)} of ${width} bits, ${by} along the line`, () => expect(neighbour(width, bits, by)).to.equal(to));
  }
});
