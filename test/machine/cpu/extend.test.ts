// What extensions leave in qemu-aarch64 7.2, of a register whose upper bits are in the way.

import { expect } from "chai";
import { extend } from "../../../src/machine/cpu/extend";

const X = 0x8123_4567_89ab_cdefn;

const cases = [
  // instruction        signed from to  extended
  ["sxtb w0, w1",         true,  8,  32, 0xffff_ffefn],
  ["sxtb x0, w1",         true,  8,  64, 0xffff_ffff_ffff_ffefn],
  ["uxtb w0, w1",         false, 8,  32, 0xefn],
  ["sxth x0, w1",         true,  16, 64, 0xffff_ffff_ffff_cdefn],
  ["uxth w0, w1",         false, 16, 32, 0xcdefn],
  ["sxtw x0, w1",         true,  32, 64, 0xffff_ffff_89ab_cdefn],
  ["ubfx x0, x1, #0, #32", false, 32, 64, 0x89ab_cdefn],
  ["sbfx x0, x1, #0, #12", true,  12, 64, 0xffff_ffff_ffff_fdefn],
  ["ubfx x0, x1, #0, #12", false, 12, 64, 0xdefn],
  ["sbfx x0, x1, #0, #1",  true,  1,  64, 0xffff_ffff_ffff_ffffn],
  ["sbfx w0, w1, #0, #5",  true,  5,  32, 0xfn],
] as const;

describe("Extend", () => {
  for (const [instruction, signed, from, to, extended] of cases) {
    it(`${instruction}: 0x${extended.toString(16)}`, () => expect(extend(signed, from, to, X)).to.equal(extended));
  }
});
