// What QEMU 7.2 (qemu-aarch64 -cpu max) leaves in V0 and FPSR.

import { expect } from "chai";
import { explain } from "../../../../src/machine/cpu/explain";
import { meaningOf } from "../../../../src/machine/cpu/meanings";
import { assembleLine } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { afterRunning } from "../machine";
import { casesOfVectors, ONES, RP } from "./vector-cases";

describe("Advanced SIMD by an element", () => {
  casesOfVectors("multiplies integers", [
    // assembly                   V0 before                                   V1                                          V2                                          V0 after                                    FPSR
    ["mul v0.8h, v1.8h, v2.h[7]", ONES,                                       0x0001_0002_8000_ffff_0003_0004_0005_0006n, 0x0003_0000_0000_0000_0000_0000_0000_0000n, 0x0003_0006_8000_fffd_0009_000c_000f_0012n, ""],
    ["mul v0.4h, v1.4h, v2.h[0]", ONES,                                       0x0001_0002_8000_ffffn,                     0xffffn,                                    0xffff_fffe_8000_0001n,                     ""],
    ["mul v0.4s, v1.4s, v2.s[2]", ONES,                                       0x80000000_7fffffff_ffffffff_00012348n,     0x00000005_00000000_00000000n,              0x80000000_7ffffffb_fffffffb_0005b068n,     ""],
    ["mla v0.2s, v1.2s, v2.s[1]", 0x01234567_89abcdef_01234567_89abcdefn,     0x80000000_7fffffff_ffffffff_00012348n,     0xffffffff_00000000n,                       0x01234568_89aaaaa7n,                       ""],
    ["mls v0.8h, v1.8h, v2.h[4]", 0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0002_0000_0000_0000_0000n,                0x0123_4569_89ad_cded_0121_4369_898b_cdefn, ""],
  ]);

  casesOfVectors("doubles the size of a product", [
    // assembly                      V0 before                               V1                                          V2                                      V0 after                                FPSR
    ["smull v0.4s, v1.4h, v2.h[0]",  ONES,                                   0x8000_7fff_ffff_0001n,                     0x8000n,                                0x40000000_c0008000_00008000_ffff8000n, ""],
    ["smull2 v0.2d, v1.4s, v2.s[1]", ONES,                                   0x80000000_7fffffff_ffffffff_00012348n,     0xffffffff_00000000n,                   0x0000000080000000_ffffffff80000001n,   ""],
    ["umull v0.4s, v1.4h, v2.h[0]",  ONES,                                   0x8000_7fff_ffff_0001n,                     0xffffn,                                0x7fff8000_7ffe8001_fffe0001_0000ffffn, ""],
    ["umull2 v0.2d, v1.4s, v2.s[0]", ONES,                                   0x80000000_7fffffff_ffffffff_00012348n,     0xffffffffn,                            0x7fffffff80000000_7ffffffe80000001n,   ""],
    ["smlal v0.4s, v1.4h, v2.h[5]",  0x01234567_89abcdef_01234567_89abcdefn, 0x8000_7fff_ffff_0001n,                     0xfffe_0000_0000_0000_0000_0000n,       0x01244567_89aacdf1_01234569_89abcdedn, ""],
    ["smlal2 v0.4s, v1.8h, v2.h[0]", 0x01234567_89abcdef_01234567_89abcdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0002n,                                0x01224567_89accded_01234565_89abcdf1n, ""],
    ["smlsl v0.4s, v1.4h, v2.h[0]",  0x01234567_89abcdef_01234567_89abcdefn, 0x8000_7fff_ffff_0001n,                     0xfffen,                                0x01224567_89accded_01234565_89abcdf1n, ""],
    ["umlal v0.2d, v1.2s, v2.s[3]",  0x0123456789abcdef_0123456789abcdefn,   0xffffffff_00000002n,                       0xffffffff_00000000_00000000_00000000n, 0x0123456589abcdf0_0123456989abcdedn,   ""],
    ["umlsl2 v0.4s, v1.8h, v2.h[0]", 0x01234567_89abcdef_01234567_89abcdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0002n,                                0x01224567_89aacdf1_01214569_89abcdedn, ""],
  ]);

  casesOfVectors("doubles and saturates", [
    // assembly                        V0 before                               V1                                          V2                                      V0 after                                    FPSR
    ["sqdmull v0.4s, v1.4h, v2.h[0]",  ONES,                                   0x8000_7fff_ffff_0001n,                     0x8000n,                                0x7fffffff_80010000_00010000_ffff0000n,     "QC"],
    ["sqdmull2 v0.2d, v1.4s, v2.s[0]", ONES,                                   0x80000000_00000003_00000000_00000000n,     0x40000000n,                            0xc000000000000000_0000000180000000n,       ""],
    ["sqdmlal v0.4s, v1.4h, v2.h[0]",  0x7fffffff_80000000_00000001_ffffffffn, 0x0001_8000_ffff_0000n,                     0x8000n,                                0x7ffeffff_ffffffff_00010001_ffffffffn,     "QC"],
    ["sqdmlsl2 v0.4s, v1.8h, v2.h[1]", 0x7fffffff_80000000_00000001_ffffffffn, 0x0001_8000_ffff_0000_0000_0000_0000_0000n, 0x8000_0000n,                           0x7fffffff_80000000_ffff0001_ffffffffn,     "QC"],
    ["sqdmulh v0.4h, v1.4h, v2.h[0]",  ONES,                                   0x8000_7fff_ffff_0001n,                     0x8000n,                                0x7fff_8001_0001_ffffn,                     "QC"],
    ["sqdmulh v0.8h, v1.8h, v2.h[6]",  ONES,                                   0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x4001_0000_0000_0000_0000_0000_0000n,  0xbfff_4000_ffff_0000_bfff_007f_0008_0000n, ""],
    ["sqrdmulh v0.4h, v1.4h, v2.h[0]", ONES,                                   0x8000_7fff_ffff_0001n,                     0x4000n,                                0xc000_4000_0000_0001n,                     ""],
    ["sqrdmulh v0.4s, v1.4s, v2.s[3]", ONES,                                   0x80000000_7fffffff_ffffffff_00012348n,     0x80000000_00000000_00000000_00000000n, 0x7fffffff_80000001_00000001_fffedcb8n,     "QC"],
    ["sqrdmlah v0.4h, v1.4h, v2.h[0]", 0x0001_7fff_8000_0000n,                 0x8000_7fff_ffff_0001n,                     0x4000n,                                0xc001_7fff_8000_0001n,                     "QC"],
    ["sqrdmlsh v0.4h, v1.4h, v2.h[0]", 0x0001_7fff_8000_0000n,                 0x8000_7fff_ffff_0001n,                     0x4000n,                                0x4001_4000_8001_0000n,                     ""],
    ["sqrdmlsh v0.4s, v1.4s, v2.s[1]", 0x80000000_7fffffff_ffffffff_00012348n, 0x80000000_7fffffff_ffffffff_00012348n,     0x80000000_00000000n,                   0x80000000_7fffffff_fffffffe_00024690n,     "QC"],
  ]);

  casesOfVectors("adds four products of bytes", [
    // assembly                      V0 before             V1                                                  V2                                                  V0 after                                FPSR
    ["sdot v0.2s, v1.8b, v2.4b[0]",  0x00000001_80000000n, 0x80_80_80_80_7f_01_ff_02n,                         0x80_80_80_80n,                                     0x00010001_7fffbf80n,                   ""],
    ["sdot v0.4s, v1.16b, v2.4b[3]", 0n,                   0x80_80_80_80_7f_01_ff_02_01_02_03_04_ff_ff_ff_ffn, 0x01_ff_02_fe_00_00_00_00_00_00_00_00_00_00_00_00n, 0x00000078_fffffffd_00000000n,          ""],
    ["udot v0.2s, v1.8b, v2.4b[1]",  0x00000001_ffffffffn, 0xff_ff_ff_ff_7f_01_ff_02n,                         0xff_ff_ff_ff_00_00_00_00n,                         0x0003f805_00017f7en,                   ""],
    ["udot v0.4s, v1.16b, v2.4b[2]", ONES,                 0x80_80_80_80_7f_01_ff_02_01_02_03_04_ff_ff_ff_ffn, 0x01_02_03_04_00_00_00_00_00_00_00_00n,             0x000004ff_00000385_0000001d_000009f5n, ""],
  ]);

  casesOfVectors("multiplies floating point", [
    // assembly                     V0 before                                   V1                                          V2                                          V0 after                                    FPSR
    ["fmul v0.4s, v1.4s, v2.s[3]",  ONES,                                       0x7f800000_3f800000_00000001_c0000000n,     0x40000000_00000000_00000000_00000000n,     0x7f800000_40000000_00000002_c0800000n,     ""],
    ["fmulx v0.2s, v1.2s, v2.s[0]", ONES,                                       0x7f800000_ff800000n,                       0n,                                         0x40000000_c0000000n,                       ""],
    ["fmul v0.2s, v1.2s, v2.s[0]",  ONES,                                       0x7f800000_40000000n,                       0n,                                         0x7fc00000_00000000n,                       "IOC"],
    ["fmul v0.8h, v1.8h, v2.h[7]",  ONES,                                       0x3c00_4000_4200_7bff_0001_8000_7c00_7e01n, 0x4000_0000_0000_0000_0000_0000_0000_0000n, 0x4000_4400_4600_7c00_0002_8000_7c00_7e01n, "IXC OFC"],
    ["fmulx v0.4h, v1.4h, v2.h[0]", ONES,                                       0x7c00_fc00_0000_7d01n,                     0x8000n,                                    0xc000_4000_8000_7f01n,                     "IOC"],
    ["fmul v0.2d, v1.2d, v2.d[1]",  ONES,                                       0x3ff8000000000000_4000000000000000n,       0x3fb999999999999a_0000000000000000n,       0x3fc3333333333334_3fc999999999999an,       "IXC"],
    ["fmla v0.4s, v1.4s, v2.s[0]",  0x3f800000_bf800000_7fc00001_00000000n,     0x3f800001_3f800000_7f800000_80000000n,     0x3f800001n,                                0x40000001_34000000_7fc00001_00000000n,     "IXC"],
    ["fmla v0.4s, v1.4s, v2.s[0]",  0x3f800000_bf800000_7fc00001_00000000n,     0x3f800001_3f800000_7f800000_80000000n,     0x3f800001n,                                0x40000002_34000000_7fc00001_00000000n,     "IXC",    RP],
    ["fmls v0.2d, v1.2d, v2.d[1]",  0x4000000000000000_3ff0000000000000n,       0x3ff0000000000000_3ff0000000000000n,       0x3ff0000000000000_0000000000000000n,       0x3ff0000000000000_0000000000000000n,       ""],
    ["fmla v0.4h, v1.4h, v2.h[3]",  0x3c00_0000_7bff_7e01n,                     0x3c00_0001_7bff_7c00n,                     0x3c00_0000_0000_0000n,                     0x4000_0001_7c00_7e01n,                     "IXC OFC"],
    ["fmls v0.8h, v1.8h, v2.h[0]",  0x3c00_4000_4200_7bff_0001_8000_7c00_7e01n, 0x3c00_4000_4200_7bff_0001_8000_7c00_7e01n, 0x3c00n,                                    0x7e00_7e01n,                               "IOC"],
  ]);

  casesOfVectors("multiplies by a complex number", [
    // assembly                           V0 before                               V1                                          V2                                          V0 after                                    FPSR
    ["fcmla v0.4s, v1.4s, v2.s[1], #0",   0x41a00000_41200000_00000000_80000000n, 0x40000000_3f800000_c0400000_40a00000n,     0x40800000_40400000_00000000_00000000n,     0x41c00000_41500000_41a00000_41700000n,     ""],
    ["fcmla v0.4s, v1.4s, v2.s[1], #90",  0x41a00000_41200000_00000000_80000000n, 0x40000000_3f800000_c0400000_40a00000n,     0x40800000_40400000_00000000_00000000n,     0x41d00000_40000000_c1100000_41400000n,     ""],
    ["fcmla v0.4s, v1.4s, v2.s[1], #180", 0x41a00000_41200000_00000000_80000000n, 0x40000000_3f800000_c0400000_40a00000n,     0x40800000_40400000_00000000_00000000n,     0x41800000_40e00000_c1a00000_c1700000n,     ""],
    ["fcmla v0.4s, v1.4s, v2.s[1], #270", 0x41a00000_41200000_00000000_80000000n, 0x40000000_3f800000_c0400000_40a00000n,     0x40800000_40400000_00000000_00000000n,     0x41600000_41900000_41100000_c1400000n,     ""],
    ["fcmla v0.4h, v1.4h, v2.h[1], #90",  0x4d00_4900_0000_0000n,                 0x4000_3c00_7c00_3c00n,                     0x4400_4200_0000_0000n,                     0x4e80_4000_7c00_fc00n,                     ""],
    ["fcmla v0.8h, v1.8h, v2.h[3], #270", 0n,                                     0x4000_3c00_7c00_3c00_0001_bc00_3c00_4200n, 0x4400_4200_0000_0000_0000_0000_0000_0000n, 0xc600_4800_fc00_7c00_8003_0004_c200_4400n, ""],
  ]);

  it("takes a single from any of 32 registers, and a half from the first sixteen", () => {
    const vectors = { v1: 0x0001_0000_0005n, v2: 0x0007_0000_0003n, v18: 0x0013_0000_0011n };
    expect(afterRunning("mul v0.2s, v1.2s, v18.s[1]", vectors).get("v0")).to.equal(0x00000013_0000005fn);
    expect(afterRunning("mul v0.4h, v1.4h, v2.h[2]", vectors).get("v0")).to.equal(0x0007_0000_0023n);
  });

  describe("reads as the manual's pseudocode does", () => {
    for (const [assembly, explanation] of [
      ["mls v0.8h, v1.8h, v2.h[5]", "V0 = [V0.H[i] - (V1.H[i] * V2.H[5]) for i in 0..7]"],
      ["umlal2 v0.4s, v1.8h, v2.h[3]",
        "V0 = [V0.S[i] + (ZeroExtend(V1.D[1].H[i], 32) * ZeroExtend(V2.H[3], 32)) for i in 0..3]"],
      ["sqdmull v0.4s, v1.4h, v2.h[3]", "V0 = [SignedSatQ(2 * (SInt(D1.H[i]) * SInt(V2.H[3])), 32) for i in 0..3]"],
      ["sqrdmulh v0.4s, v1.4s, v18.s[3]",
        "V0 = [SignedSatQ(ASR((2 * (SInt(V1.S[i]) * SInt(V18.S[3]))) + 0x80000000, 0x20), 32) for i in 0..3]"],
      ["fmls v0.2d, v1.2d, v2.d[1]", "V0 = [FPMulAdd(V0.D[i], FPNeg(V1.D[i]), V2.D[1]) for i in 0..1]"],
      ["fcmla v0.4h, v1.4h, v2.h[1], #0",
        "D0 = [FPMulAdd(D0.S[i].H[1], D1.S[i].H[0], V2.S[1].H[1]):FPMulAdd(D0.S[i].H[0], D1.S[i].H[0], V2.S[1].H[0]) for i in 0..1]"],
    ] as const) {
      it(assembly, () => {
        const meaning = meaningOf(standardDecoder(), assembleLine(assembly));
        expect(meaning && explain(meaning)).to.equal(explanation);
      });
    }
  });
});
