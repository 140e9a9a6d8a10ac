// What the assembler refuses of Advanced SIMD's operands, where LLVM 14 (llvm-mc --triple=aarch64) refuses it too.

import { expect } from "chai";
import { AssemblyError, assembleLine } from "../../../../src/machine/decoder/assembler";

const refusals = [
  // line                                  column  what would have been right
  ["movi d3, #1",                          11, "64 bits, of which each byte is 0x00 or 0xff"],
  ["movi v0.2d, #0x1ff",                   14, "64 bits, of which each byte is 0x00 or 0xff"],
  ["movi v0.8b, #256",                     14, "an integer from 0 to 255"],
  ["fmov v0.2d, #3.1",                     14, "a constant of the form +-n/16 * 2^e, with n from 16 to 31 and e from -3 to 4"],
  ["shl v0.4s, v1.4s, #32",                20, "an integer from 0 to 31"],
  ["sshr v0.4s, v1.4s, #33",               21, "an integer from 1 to 32"],
  ["mul v0.8h, v1.8h, v15.h[8]",           25, "an integer from 0 to 7"],
  ["fmla v0.2d, v1.2d, v31.d[2]",          26, "an integer from 0 to 1"],
  ["ins v0.d[2], x3",                      10, "an index from 0 to 1"],
  ["sudot v0.2s, v1.8b, v2.4b[4]",         27, "an integer from 0 to 3"],
  ["tbl v0.8b, {v31.16b, v1.16b}, v2.8b",  22, "v0, the next register of the list"],
  ["tbl v0.8b, {v31.16b - v1.16b, v3.16b}, v2.8b", 29, "\"}\""],
  ["bfmlalb v0.4s, v1.8h, v32.8h",         24, "a register number from 0 to 31"],
] as const;

describe("vector operands", () => {
  for (const [line, column, wanted] of refusals) {
    it(`refuses ${line}: expected ${wanted}`, () => {
      expect(() => assembleLine(line)).to.throw(AssemblyError).that.includes({ column, what: `expected ${wanted}` });
    });
  }

  it("have a by-element halfword in one of v0 to v15", () => {
    expect(assembleLine("mul v0.8h, v1.8h, v15.h[0]")).to.equal(0x4f4f8020);
    expect(() => assembleLine("mul v0.8h, v1.8h, v16.h[0]")).to.throw(AssemblyError);
    expect(assembleLine("mul v0.4s, v1.4s, v16.s[0]")).to.equal(0x4f908020);
  });
});
