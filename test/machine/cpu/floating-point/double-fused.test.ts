// multiplyAddDoubles() rounds once. Expected values are the exact sums, which are powers of two or were rounded by hand;
// beyond the table, the exact path is the authority, which QEMU has checked.

import { expect } from "chai";
import fc from "fast-check";
import { FPSR } from "../../../../src/machine/cpu/floating-point/context";
import { multiplyAddDoubles } from "../../../../src/machine/cpu/floating-point/double-fused";
import { exactMulAdd } from "../../../../src/machine/cpu/floating-point/fused";
import { Bits } from "./questions";

const CASES = [
  // addend            x                 y                 addend + x * y
  [1,                  2,                3,                7],
  [-1,                 0.1,              10,               2 ** -54],          // The double 0.1 is above 1/10.
  [-1,                 1 + 2 ** -30,     1 - 2 ** -30,     -(2 ** -60)],
  [-1,                 1 + 2 ** -52,     1 - 2 ** -52,     -(2 ** -104)],
  [-(2 ** 300),        2 ** 150,         2 ** 150,         0],
  [0,                  -2,               0,                0],
  [-0,                 -2,               0,                -0],
  [-0,                 2 ** -300,        2 ** -300,        2 ** -600],
  // Ties: to the even neighbour, unless the product has a bit more, far below.
  [1,                  2 ** -53,         1,                1],
  [1,                  2 ** -53,         1 + 2 ** -52,     1 + 2 ** -52],
  [1 + 2 ** -52,       2 ** -53,         1,                1 + 2 ** -51],
  [1 + 2 ** -52,       2 ** -53,         1 - 2 ** -53,     1 + 2 ** -52],
  // Just beyond a midpoint, by less than three doubles can say.
  [0.0009765624999999999, 0.007812500000000003, 0.0019531249999999991, undefined],
  // Not of moderate size.
  [2 ** 500,           1,                1,                undefined],
  [1,                  2 ** -500,        1,                undefined],
  [1,                  1,                Infinity,         undefined],
  [NaN,                1,                1,                undefined],
] as const;

describe("multiply and add, in doubles", () => {
  for (const [addend, x, y, expected] of CASES) {
    it(`${addend} + ${x} * ${y}`, () => expect(multiplyAddDoubles(addend, x, y)).to.eql(expected));
  }

  it("agrees with the exact path, where sums cancel and where they are near a midpoint", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), (seed) => {
        const bits = new Bits(seed);
        for (let i = 0; i < 4; i++) bits.word(); // Small seeds are alike for a while.
        const [x, y] = [operand(bits), operand(bits)];
        const addend = addendFor(bits, x * y);
        const result = multiplyAddDoubles(addend, x, y);
        if (result === undefined) return true;
        const exact = exactMulAdd({ fpcr: 0, fpsr: FPSR.IXC }, 64, pattern(addend), pattern(x), pattern(y));
        return pattern(result) === exact;
      }),
      { numRuns: 10_000 },
    );
  });
});

const view = new DataView(new ArrayBuffer(8));

function pattern(a: number): bigint {
  view.setFloat64(0, a);
  return view.getBigUint64(0);
}

function double(bits: bigint): number {
  view.setBigUint64(0, BigInt.asUintN(64, bits));
  return view.getFloat64(0);
}

/** With few ones or few zeros in it, at either end, mostly. */
function operand(bits: Bits): number {
  const exponent = BigInt(1023 + bits.below(121) - 60) << 52n;
  const word = BigInt.asUintN(52, bits.word());
  const few = (word & 7n) << BigInt(bits.below(50));
  const fraction = bits.pick([word, few, ~few & (2n ** 52n - 1n), word & 7n, (word >> 30n) << 30n]);
  return double((BigInt(bits.below(2)) << 63n) | exponent | fraction);
}

/** Nearly the opposite of the product, or so much greater or smaller that their last bits meet. */
function addendFor(bits: Bits, product: number): number {
  const nearly = double(pattern(product) + BigInt(bits.below(9) - 4));
  const apart = nearly * 2 ** (bits.below(120) - 60);
  return bits.pick([-nearly, apart, -apart, operand(bits)]);
}
