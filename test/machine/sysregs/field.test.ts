import { expect } from "chai";
import { Bug } from "../../../src/base/bug";
import { fieldOf, maskOf, masksOf, parseField, withField, written } from "../../../src/machine/sysregs/field";

const ALL = 0xffff_ffff_ffff_ffffn;

describe("A field", () => {
  const cases = [
    // value                    high low  field
    [0x1234_5678_9abc_def0n,    3,   0,   0x0n],
    [0x1234_5678_9abc_def0n,    7,   4,   0xfn],
    [0x1234_5678_9abc_def0n,    63,  60,  0x1n],
    [0x1234_5678_9abc_def0n,    63,  0,   0x1234_5678_9abc_def0n],
    [0x1234_5678_9abc_def0n,    35,  28,  0x89n],
    [1n << 63n,                 63,  63,  1n],
  ] as const;
  for (const [value, high, low, field] of cases) {
    it(`0x${value.toString(16)}<${high}:${low}> is 0x${field.toString(16)}`, () => expect(fieldOf(value, high, low)).to.equal(field));
  }

  it("is put into its bits and no others, however wide it is", () => {
    expect(withField(0n, 15, 8, 0x1ffn)).to.equal(0xff00n);
    expect(withField(ALL, 15, 8, 0n)).to.equal(0xffff_ffff_ffff_00ffn);
    expect(withField(0x1234n, 63, 63, 1n)).to.equal(0x8000_0000_0000_1234n);
  });

  it("is refused where it has no place", () => {
    expect(() => parseField(["64", "X", ""])).to.throw(Bug);
    expect(() => parseField(["3:5", "X", ""])).to.throw(Bug);
    expect(() => parseField(["a", "X", ""])).to.throw(Bug);
  });

  it("has a mask", () => expect(maskOf(11, 4)).to.equal(0xff0n));
});

describe("A register that is written", () => {
  const fields = [["31", "RES1", ""], ["15:8", "COUNT", ""], ["4", "DONE", ""], ["0", "GO", ""]] as const;
  const masks = masksOf(fields.map(parseField), ["DONE"]);
  const cases = [
    // old            value          becomes
    [0n,              ALL,           0x8000_ff01n],   // RES0 bits stay 0, DONE is the machine's.
    [0x8000_0010n,    0n,            0x8000_0010n],   // DONE is kept, RES1 is 1.
    [0x8000_ff11n,    0x1200n,       0x8000_1210n],
  ] as const;
  for (const [old, value, becomes] of cases) {
    it(`0x${old.toString(16)}, written 0x${value.toString(16)}, is 0x${becomes.toString(16)}`, () =>
      expect(written(old, value, masks)).to.equal(becomes));
  }
});
