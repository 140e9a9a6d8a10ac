import { expect } from "chai";
import { parseDecimal, roundedAll } from "../../../../src/site/widgets/float-explorer/rounding";

// To nearest is what Python's struct packs; the others are that pattern or the one beside it, on the side that
// IEEE 754 says. Flags: inexact, and overflow or underflow with it.
const cases = [
  // text         width  nearest                  up                       down                     to zero                  flags
  ["0.1",         64,    0x3fb9_9999_9999_999an,  0x3fb9_9999_9999_999an,  0x3fb9_9999_9999_9999n,  0x3fb9_9999_9999_9999n,  "IXC"],
  ["-0.1",        64,    0xbfb9_9999_9999_999an,  0xbfb9_9999_9999_9999n,  0xbfb9_9999_9999_999an,  0xbfb9_9999_9999_9999n,  "IXC"],
  ["0.1",         32,    0x3dcc_cccdn,            0x3dcc_cccdn,            0x3dcc_ccccn,            0x3dcc_ccccn,            "IXC"],
  ["0.1",         16,    0x2e66n,                 0x2e67n,                 0x2e66n,                 0x2e66n,                 "IXC"],
  ["16777217",    32,    0x4b80_0000n,            0x4b80_0001n,            0x4b80_0000n,            0x4b80_0000n,            "IXC"],
  ["1e-310",      64,    0x0000_1268_8b70_e62bn,  0x0000_1268_8b70_e62cn,  0x0000_1268_8b70_e62bn,  0x0000_1268_8b70_e62bn,  "IXC UFC"],
  ["1e400",       64,    0x7ff0_0000_0000_0000n,  0x7ff0_0000_0000_0000n,  0x7fef_ffff_ffff_ffffn,  0x7fef_ffff_ffff_ffffn,  "IXC OFC"],
  ["65504",       16,    0x7bffn,                 0x7bffn,                 0x7bffn,                 0x7bffn,                 ""],
  ["3/2",         64,    0x3ff8_0000_0000_0000n,  0x3ff8_0000_0000_0000n,  0x3ff8_0000_0000_0000n,  0x3ff8_0000_0000_0000n,  ""],
  ["-0",          32,    0x8000_0000n,            0x8000_0000n,            0x8000_0000n,            0x8000_0000n,            ""],
] as const;

describe("rounding a decimal", () => {
  for (const [text, width, ...expected] of cases) {
    it(`${text} to ${width} bits`, () => {
      const rounded = roundedAll(width, parseDecimal(text)!);
      expect(rounded.map(({ bits }) => bits)).to.deep.equal(expected.slice(0, 4));
      for (const { flags } of rounded) expect(flags.join(" ")).to.equal(expected[4]);
    });
  }

  it("takes decimals and fractions, and nothing else", () => {
    const taken = ["1", "-1.5", ".5", "2.", "1e3", "1E-3", "1/3", "\u22122"];
    const refused = ["", "abc", "1/0", "1e99999", "--1", "1.2.3", "."];
    expect(taken.filter((text) => parseDecimal(text) === undefined)).to.deep.equal([]);
    expect(refused.filter((text) => parseDecimal(text) !== undefined)).to.deep.equal([]);
  });
});
