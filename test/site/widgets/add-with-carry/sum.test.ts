import { expect } from "chai";
import { conditionsOf } from "../../../../src/site/widgets/add-with-carry/conditions";
import { sumOf, type SumWidth } from "../../../../src/site/widgets/add-with-carry/sum";

// Values and flags of 64 and 32 bits are what ADDS and SUBS leave in QEMU 7.2; those of 8 bits are by hand.
const cases = [
  // width  x                       y                      subtracts  value                   NZCV
  [64,      0x7fff_ffff_ffff_ffffn, 1n,                    false,     0x8000_0000_0000_0000n, 0b1001],
  [64,      3n,                     5n,                    true,      0xffff_ffff_ffff_fffen, 0b1000],
  [64,      5n,                     3n,                    true,      2n,                     0b0010],
  [64,      0xffff_ffff_ffff_ffffn, 1n,                    false,     0n,                     0b0110],
  [64,      0x8000_0000_0000_0000n, 1n,                    true,      0x7fff_ffff_ffff_ffffn, 0b0011],
  [32,      0xff00_0000n,           0x0100_0000n,          false,     0n,                     0b0110],
  [8,       0xffn,                  1n,                    false,     0n,                     0b0110],
  [8,       0x7fn,                  1n,                    false,     0x80n,                  0b1001],
  [8,       0x7fn,                  0n,                    false,     0x7fn,                  0b0000],
  [8,       3n,                     5n,                    true,      0xfen,                  0b1000],
  [8,       5n,                     5n,                    true,      0n,                     0b0110],
  [8,       0x80n,                  1n,                    true,      0x7fn,                  0b0011],
] as const;

describe("sumOf", () => {
  for (const [width, x, y, subtracts, value, nzcv] of cases) {
    it(`0x${x.toString(16)} ${subtracts ? "-" : "+"} 0x${y.toString(16)} in ${width} bits`, () => {
      const sum = sumOf(width, x, y, subtracts);
      expect([sum.value, sum.nzcv]).to.deep.equal([value, nzcv]);
    });
  }

  it("has carries that make each column's bit, and C", () => {
    for (const [width, x, y, subtracts] of cases) {
      const { addend, carryIn, carries, value, nzcv } = sumOf(width as SumWidth, x, y, subtracts);
      let carry = carryIn;
      for (let column = 0n; column < width; column++) {
        expect((carries >> column) & 1n, `carry into column ${column}`).to.equal(carry);
        const total = ((x >> column) & 1n) + ((addend >> column) & 1n) + carry;
        expect((value >> column) & 1n).to.equal(total & 1n);
        carry = total >> 1n;
      }
      expect(Number(carry)).to.equal((nzcv >> 1) & 1);
    }
  });
});

describe("conditionsOf", () => {
  const held = (nzcv: number): string => conditionsOf(nzcv, true).filter(({ holds }) => holds).map(({ name }) => name).join(" ");

  // Arm ARM, "Condition codes".
  for (const [nzcv, expected] of [
    [0b0000, "ne lo pl vc ls ge gt al nv"],
    [0b0110, "eq hs pl vc ls ge le al nv"],
    [0b1000, "ne lo mi vc ls lt le al nv"],
    [0b0011, "ne hs pl vs hi lt le al nv"],
  ] as const) {
    it(`${nzcv.toString(2).padStart(4, "0")}: ${expected}`, () => expect(held(nzcv)).to.equal(expected));
  }
});
