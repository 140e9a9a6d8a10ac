// The results are QEMU 7.2's (qemu-aarch64-static -cpu max). Destinations begin full of ones.

import { expect } from "chai";
import { hex } from "../../../../src/base/word";
import { afterRunning } from "../machine";

const FULL = (1n << 128n) - 1n;
const X0_FULL = (1n << 64n) - 1n;

const IOC = 0x01n;
const OFC_IXC = 0x14n;
const IXC = 0x10n;

describe("Conversions between scalar floating point and integers", () => {
  const toGeneral = [
    // assembly            V1                         X0 after                   FPSR after
    ["fcvtns w0, d1",      0xc004_0000_0000_0000n,    0xffff_fffen,              IXC], // Of -2.5, each.
    ["fcvtas w0, d1",      0xc004_0000_0000_0000n,    0xffff_fffdn,              IXC],
    ["fcvtps w0, d1",      0xc004_0000_0000_0000n,    0xffff_fffen,              IXC],
    ["fcvtms w0, d1",      0xc004_0000_0000_0000n,    0xffff_fffdn,              IXC],
    ["fcvtzs w0, d1",      0xc004_0000_0000_0000n,    0xffff_fffen,              IXC],
    ["fcvtnu x0, s1",      0x4020_0000n,              2n,                        IXC], // Of 2.5, each.
    ["fcvtau x0, s1",      0x4020_0000n,              3n,                        IXC],
    ["fcvtpu x0, s1",      0x4020_0000n,              3n,                        IXC],
    ["fcvtmu x0, s1",      0x4020_0000n,              2n,                        IXC],
    ["fcvtzu x0, s1",      0x4020_0000n,              2n,                        IXC],
    ["fcvtzs w0, d1",      0x41e0_0000_0000_0000n,    0x7fff_ffffn,              IOC], // Of 2^31.
    ["fcvtzs x0, s1",      0x7fc0_0000n,              0n,                        IOC], // Of a NaN.
    ["fcvtzu w0, h1",      0xbc00n,                   0n,                        IOC], // Of -1.
    ["fcvtzs w0, s1, #8",  0x3fc0_0000n,              0x180n,                    0n],  // Of 1.5.
    ["fcvtzu x0, d1, #64", 0x3fe8_0000_0000_0000n,    0xc000_0000_0000_0000n,    0n],  // Of 0.75.
    ["fcvtzs w0, s1, #32", 0x3f80_0000n,              0x7fff_ffffn,              IOC],
    ["fmov w0, s1",        FULL - 5n,                 0xffff_fffan,              0n],
    ["fmov x0, d1",        FULL - 5n,                 0xffff_ffff_ffff_fffan,    0n],
    ["fmov w0, h1",        FULL - 5n,                 0xfffan,                   0n],
    ["fmov x0, v1.d[1]",   (5n << 64n) | 6n,          5n,                        0n],
  ] as const;
  for (const [assembly, v1, x0, fpsr] of toGeneral) {
    it(`${assembly} of ${hex(v1)} is ${hex(x0)}`, () => {
      const after = afterRunning(assembly, { x0: X0_FULL, v1 });
      expect(hex(after.get("x0"))).to.equal(hex(x0));
      expect(after.get("fpsr")).to.equal(fpsr);
    });
  }

  const fromGeneral = [
    // assembly            X1                         V0 after                                    FPSR after
    ["scvtf s0, w1",       X0_FULL,                   0xbf80_0000n,                               0n],
    ["ucvtf s0, w1",       X0_FULL,                   0x4f80_0000n,                               IXC],
    ["ucvtf d0, x1",       X0_FULL,                   0x43f0_0000_0000_0000n,                     IXC],
    ["scvtf h0, x1",       0x1_0000n,                 0x7c00n,                                    OFC_IXC],
    ["scvtf d0, w1, #4",   0xffff_fff8n,              0xbfe0_0000_0000_0000n,                     0n], // -8/16
    ["ucvtf s0, x1, #64",  0x8000_0000_0000_0000n,    0x3f00_0000n,                               0n],
    ["fmov s0, w1",        0x1234_5678_90ab_cdefn,    0x90ab_cdefn,                               0n],
    ["fmov d0, x1",        0x1234_5678_90ab_cdefn,    0x1234_5678_90ab_cdefn,                     0n],
    ["fmov h0, x1",        0x1234_5678_90ab_cdefn,    0xcdefn,                                    0n],
    ["fmov v0.d[1], x1",   0x1234_5678_90ab_cdefn,    0x1234_5678_90ab_cdef_ffff_ffff_ffff_ffffn, 0n],
  ] as const;
  for (const [assembly, x1, v0, fpsr] of fromGeneral) {
    it(`${assembly} of ${hex(x1)} is ${hex(v0)}`, () => {
      const after = afterRunning(assembly, { v0: FULL, x1 });
      expect(hex(after.get("v0"))).to.equal(hex(v0));
      expect(after.get("fpsr")).to.equal(fpsr);
    });
  }

  const toJavaScript = [
    // V1                      X0 after        Z  FPSR after
    [0x4000_0000_0000_0000n,   2n,             1, 0n],
    [0xc1e0_0000_0000_0000n,   0x8000_0000n,   1, 0n],
    [0xc1f0_0000_0020_0000n,   0xffff_fffen,   0, IOC],
    [0x3ff8_0000_0000_0000n,   1n,             0, IXC],
    [0x8000_0000_0000_0000n,   0n,             0, 0n], // -0 is not 0.
    [0x7ff8_0000_0000_0000n,   0n,             0, IOC],
    [0x44b5_2d02_c7e1_4af6n,   0xf600_0000n,   0, IOC],
  ] as const;
  for (const [v1, x0, Z, fpsr] of toJavaScript) {
    it(`fjcvtzs w0, d1 of ${hex(v1)} is ${hex(x0)}${Z ? ", which it is" : ""}`, () => {
      const after = afterRunning("fjcvtzs w0, d1", { x0: X0_FULL, v1, nzcv: 15n });
      expect(hex(after.get("x0"))).to.equal(hex(x0));
      expect(after.get("nzcv")).to.equal(Z ? 4n : 0n);
      expect(after.get("fpsr")).to.equal(fpsr);
    });
  }
});
