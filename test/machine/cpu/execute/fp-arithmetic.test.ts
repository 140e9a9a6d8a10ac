// The results are QEMU 7.2's (qemu-aarch64-static -cpu max). V0 begins full of ones, FPSR with 0.

import { expect } from "chai";
import { hex } from "../../../../src/base/word";
import { afterRunning } from "../machine";

const FULL = (1n << 128n) - 1n;

const FZ = 0x100_0000n;
const RP = 0x40_0000n; // RMode: towards plus infinity.
const RM = 0x80_0000n;
const AHP = 0x400_0000n;

const ONE = 0x3ff0_0000_0000_0000n;
const TWO = 0x4000_0000_0000_0000n;
const THREE = 0x4008_0000_0000_0000n;

describe("Scalar floating point", () => {
  const results = [
    // assembly                V1               V2             V3             FPCR  V0 after                   FPSR after
    ["fmov d0, d1",            (7n << 64n) | ONE, 0n,          0n,            0n,   ONE,                       ""],
    ["fabs h0, h1",            0xfe01n,         0n,            0n,            0n,   0x7e01n,                   ""], // A NaN.
    ["fneg s0, s1",            0x7f80_0001n,    0n,            0n,            0n,   0xff80_0001n,              ""], // A signalling one.
    ["fsqrt d0, d1",           TWO,             0n,            0n,            0n,   0x3ff6_a09e_667f_3bcdn,    "IXC"],
    ["fsqrt s0, s1",           0xbf80_0000n,    0n,            0n,            0n,   0x7fc0_0000n,              "IOC"],
    ["fcvt d0, s1",            0x7fa0_0000n,    0n,            0n,            0n,   0x7ffc_0000_0000_0000n,    "IOC"],
    ["fcvt h0, d1",            0x40ef_ffff_ffff_fff0n, 0n,     0n,            0n,   0x7c00n,                   "OFC IXC"],
    ["fcvt s0, h1",            0x7c00n,         0n,            0n,            AHP,  0x4780_0000n,              ""],
    ["frintn s0, s1",          0x4020_0000n,    0n,            0n,            0n,   0x4000_0000n,              ""], // Of 2.5, each.
    ["frinta s0, s1",          0x4020_0000n,    0n,            0n,            0n,   0x4040_0000n,              ""],
    ["frintp s0, s1",          0x4020_0000n,    0n,            0n,            0n,   0x4040_0000n,              ""],
    ["frintm s0, s1",          0xc020_0000n,    0n,            0n,            0n,   0xc040_0000n,              ""],
    ["frintz s0, s1",          0xc020_0000n,    0n,            0n,            0n,   0xc000_0000n,              ""],
    ["frinti s0, s1",          0x4020_0000n,    0n,            0n,            RP,   0x4040_0000n,              ""],
    ["frintx s0, s1",          0x4020_0000n,    0n,            0n,            RP,   0x4040_0000n,              "IXC"],
    ["frint32z d0, d1",        0x41e0_0000_0000_0000n, 0n,     0n,            0n,   0xc1e0_0000_0000_0000n,    "IOC"], // Of 2^31.
    ["frint32z d0, d1",        0xc004_0000_0000_0000n, 0n,     0n,            RM,   0xc000_0000_0000_0000n,    "IXC"], // Of -2.5.
    ["frint32x d0, d1",        0xc004_0000_0000_0000n, 0n,     0n,            RM,   0xc008_0000_0000_0000n,    "IXC"],
    ["frint64z d0, d1",        0xc004_0000_0000_0000n, 0n,     0n,            RM,   0xc000_0000_0000_0000n,    "IXC"],
    ["frint64x d0, d1",        0x41e0_0000_0010_0000n, 0n,     0n,            0n,   0x41e0_0000_0000_0000n,    "IXC"],
    ["fadd s0, s1, s2",        0x7f7f_ffffn,    0x7f7f_ffffn,  0n,            0n,   0x7f80_0000n,              "OFC IXC"],
    ["fsub d0, d1, d2",        ONE,             ONE,           0n,            RM,   0x8000_0000_0000_0000n,    ""], // -0
    ["fmul s0, s1, s2",        0x0080_0000n,    0x3f00_0001n,  0n,            0n,   0x0040_0000n,              "UFC IXC"],
    ["fmul s0, s1, s2",        0x0080_0000n,    0x3f00_0001n,  0n,            FZ,   0n,                        "UFC"],
    ["fdiv h0, h1, h2",        0x3c00n,         0x8000n,       0n,            0n,   0xfc00n,                   "DZC"], // 1 / -0
    ["fmax s0, s1, s2",        0x7fc0_0000n,    0x3f80_0000n,  0n,            0n,   0x7fc0_0000n,              ""],
    ["fmaxnm s0, s1, s2",      0x7fc0_0000n,    0x3f80_0000n,  0n,            0n,   0x3f80_0000n,              ""],
    ["fmin d0, d1, d2",        0n,              1n << 63n,     0n,            0n,   1n << 63n,                 ""], // -0 is less than 0.
    ["fminnm s0, s1, s2",      0x7f80_0001n,    0x3f80_0000n,  0n,            0n,   0x7fc0_0001n,              "IOC"],
    ["fnmul d0, d1, d2",       0x3ff8_0000_0000_0000n, TWO,    0n,            0n,   0xc008_0000_0000_0000n,    ""],
    ["fnmul s0, s1, s2",       0x7fc1_2345n,    0x3f80_0000n,  0n,            0n,   0xffc1_2345n,              ""],
    ["fmadd s0, s1, s2, s3",   0x3f80_0001n,    0x3f80_0001n,  0xbf80_0002n,  0n,   0x2880_0000n,              ""], // Rounded once.
    ["fmadd d0, d1, d2, d3",   TWO,             THREE,         ONE,           0n,   0x401c_0000_0000_0000n,    ""], //  7
    ["fmsub d0, d1, d2, d3",   TWO,             THREE,         ONE,           0n,   0xc014_0000_0000_0000n,    ""], // -5
    ["fnmadd d0, d1, d2, d3",  TWO,             THREE,         ONE,           0n,   0xc01c_0000_0000_0000n,    ""], // -7
    ["fnmsub d0, d1, d2, d3",  TWO,             THREE,         ONE,           0n,   0x4014_0000_0000_0000n,    ""], //  5
    ["fnmadd s0, s1, s2, s3",  0x3f80_0000n,    0x3f80_0000n,  0x7fc0_0001n,  0n,   0xffc0_0001n,              ""],
    ["fmov s0, #1.0",          0n,              0n,            0n,            0n,   0x3f80_0000n,              ""],
    ["fmov d0, #-31.0",        0n,              0n,            0n,            0n,   0xc03f_0000_0000_0000n,    ""],
    ["fmov d0, #0.125",        0n,              0n,            0n,            0n,   0x3fc0_0000_0000_0000n,    ""],
    ["fmov h0, #0.5",          0n,              0n,            0n,            0n,   0x3800n,                   ""],
  ] as const;
  for (const [assembly, v1, v2, v3, fpcr, v0, flags] of results) {
    it(`${assembly} of ${[v1, v2, v3].map(hex).join(", ")} with FPCR ${hex(fpcr)} is ${hex(v0)}`, () => {
      const after = afterRunning(assembly, { v0: FULL, v1, v2, v3, fpcr });
      expect(hex(after.get("v0"))).to.equal(hex(v0));
      expect(namesOf(after.get("fpsr"))).to.equal(flags);
    });
  }

  const comparisons = [
    // assembly                V1                        V2             NZCV before  FPCR  NZCV after  FPSR after
    ["fcmp s1, s2",            0x3f80_0000n,             0x4000_0000n,  0b0000n,     0n,   0b1000n,    ""],
    ["fcmp d1, d2",            1n << 63n,                0n,            0b0000n,     0n,   0b0110n,    ""], // -0 is 0.
    ["fcmp h1, h2",            0x4000n,                  0x3c00n,       0b0000n,     0n,   0b0010n,    ""],
    ["fcmp s1, s2",            0x7fc0_0000n,             0x4000_0000n,  0b0000n,     0n,   0b0011n,    ""],
    ["fcmpe s1, s2",           0x7fc0_0000n,             0x4000_0000n,  0b0000n,     0n,   0b0011n,    "IOC"],
    ["fcmp s1, s2",            0x7f80_0001n,             0x4000_0000n,  0b0000n,     0n,   0b0011n,    "IOC"],
    ["fcmp d1, #0.0",          0x8000_0000_0000_0001n,   0n,            0b0000n,     0n,   0b1000n,    ""],
    ["fcmp d1, #0.0",          0x8000_0000_0000_0001n,   0n,            0b0000n,     FZ,   0b0110n,    "IDC"],
    ["fcmpe d1, #0.0",         0x7ff8_0000_0000_0000n,   0n,            0b0000n,     0n,   0b0011n,    "IOC"],
    ["fccmp s1, s2, #9, eq",   0x3f80_0000n,             0x4000_0000n,  0b0100n,     0n,   0b1000n,    ""],
    ["fccmp s1, s2, #9, eq",   0x7f80_0001n,             0x4000_0000n,  0b0000n,     0n,   0b1001n,    ""], // Not looked at.
    ["fccmp s1, s2, #9, eq",   0x7f80_0001n,             0x4000_0000n,  0b0100n,     0n,   0b0011n,    "IOC"],
    ["fccmpe d1, d2, #0, ne",  0x7ff8_0000_0000_0000n,   0n,            0b0100n,     0n,   0b0000n,    ""],
    ["fccmpe d1, d2, #0, ne",  0x7ff8_0000_0000_0000n,   0n,            0b0000n,     0n,   0b0011n,    "IOC"],
  ] as const;
  for (const [assembly, v1, v2, nzcv, fpcr, expected, flags] of comparisons) {
    it(`${assembly} of ${hex(v1)}, ${hex(v2)} with NZCV ${nzcv}, FPCR ${hex(fpcr)} gives ${expected}`, () => {
      const after = afterRunning(assembly, { v1, v2, nzcv, fpcr });
      expect(after.get("nzcv")).to.equal(expected);
      expect(namesOf(after.get("fpsr"))).to.equal(flags);
    });
  }

  for (const [nzcv, v0] of [[0b0100n, 1n], [0b0000n, 2n]] as const) {
    it(`fcsel d0, d1, d2, eq takes ${v0 === 1n ? "the first" : "the second"} when NZCV is ${nzcv}`, () => {
      expect(afterRunning("fcsel d0, d1, d2, eq", { v0: FULL, v1: 1n, v2: 2n, nzcv }).get("v0")).to.equal(v0);
    });
  }
});

/** The exceptions that FPSR remembers. */
function namesOf(fpsr: bigint): string {
  const bits = [["IOC", 0n], ["DZC", 1n], ["OFC", 2n], ["UFC", 3n], ["IXC", 4n], ["IDC", 7n]] as const;
  return bits.filter(([, bit]) => (fpsr >> bit) & 1n).map(([name]) => name).join(" ");
}
