// What QEMU 7.2 (qemu-aarch64 -cpu max) leaves in V0 and FPSR.

import { expect } from "chai";
import { explain } from "../../../../src/machine/cpu/explain";
import { meaningOf } from "../../../../src/machine/cpu/meanings";
import { assembleLine } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { casesOfVectors, ONES } from "./vector-cases";

describe("Advanced SIMD, three of different shapes", () => {
  casesOfVectors("adds and subtracts with room for the carry", [
    // assembly                    V0 before V1                                          V2                                          V0 after                                    FPSR
    ["saddl v0.4s, v1.4h, v2.4h",  ONES,     0x8000_7fff_ffff_0001n,                     0x8000_7fff_0001_ffffn,                     0xffff0000_0000fffe_00000000_00000000n,     ""],
    ["saddl2 v0.4s, v1.8h, v2.8h", ONES,     0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xffff0000_0000fffe_fffffffe_00000002n,     ""],
    ["uaddl v0.8h, v1.8b, v2.8b",  ONES,     0xff_80_7f_01_00_ff_10_20n,                 0xff_80_7f_01_ff_01_10_20n,                 0x01fe_0100_00fe_0002_00ff_0100_0020_0040n, ""],
    ["uaddl2 v0.2d, v1.4s, v2.4s", ONES,     0x80000000_7fffffff_ffffffff_00012348n,     0x80000000_7fffffff_ffffffff_00012348n,     0x0000000100000000_00000000fffffffen,       ""],
    ["ssubl v0.4s, v1.4h, v2.4h",  ONES,     0x8000_7fff_ffff_0001n,                     0x7fff_8000_0001_ffffn,                     0xffff0001_0000ffff_fffffffe_00000002n,     ""],
    ["usubl v0.4s, v1.4h, v2.4h",  ONES,     0x8000_7fff_ffff_0001n,                     0x7fff_8000_0001_ffffn,                     0x00000001_ffffffff_0000fffe_ffff0002n,     ""],
    ["saddw v0.4s, v1.4s, v2.4h",  ONES,     0x80000000_7fffffff_ffffffff_00012348n,     0x8000_7fff_ffff_0001n,                     0x7fff8000_80007ffe_fffffffe_00012349n,     ""],
    ["uaddw2 v0.4s, v1.4s, v2.8h", ONES,     0x80000000_7fffffff_ffffffff_00012348n,     0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x80008000_80007ffe_0000fffe_00012349n,     ""],
    ["ssubw2 v0.2d, v1.2d, v2.4s", ONES,     0x8000000000000000_7fffffffffffffffn,       0x80000000_7fffffff_ffffffff_00012348n,     0x8000000080000000_7fffffff80000000n,       ""],
    ["usubw v0.8h, v1.8h, v2.8b",  ONES,     0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xff_80_7f_01_00_ff_10_20n,                 0x7f01_7f7f_ff80_0000_8001_0000_0000_ffe0n, ""],
  ]);

  casesOfVectors("keeps the upper half of a sum, rounded or not", [
    // assembly                      V0 before                                           V1                                          V2                                          V0 after                                            FPSR
    ["addhn v0.4h, v1.4s, v2.4s",    ONES,                                               0x0000ffff_7fffffff_ffffffff_12345678n,     0x00000001_00000001_00000001_00008000n,     0x0001_8000_0000_1234n,                             ""],
    ["addhn2 v0.8h, v1.4s, v2.4s",   0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn,         0x80000000_7fffffff_ffffffff_00012348n,     0x80000000_7fffffff_ffffffff_00012348n,     0xffff_ffff_0002_0123_4567_89ab_cdefn,              ""],
    ["raddhn v0.4h, v1.4s, v2.4s",   ONES,                                               0x00007fff_00007fff_ffffffff_12345678n,     0x00000001_00000000_00000001_00008000n,     0x0001_0000_0000_1235n,                             ""],
    ["subhn v0.2s, v1.2d, v2.2d",    ONES,                                               0x8000000000000000_7fffffffffffffffn,       0x0000000000000001n,                        0x80000000_7fffffffn,                               ""],
    ["rsubhn2 v0.16b, v1.8h, v2.8h", 0x01_23_45_67_89_ab_cd_ef_01_23_45_67_89_ab_cd_efn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0001_0002_0003_0004_0005_0006_0007_0008n, 0x80_80_00_00_80_01_00_00_01_23_45_67_89_ab_cd_efn, ""],
    ["raddhn v0.2s, v1.2d, v2.2d",   ONES,                                               0xffffffffffffffff_000000007fffffffn,       0x0000000000000001n,                        0x00000001n,                                        ""],
  ]);

  casesOfVectors("measures how far elements are apart", [
    // assembly                    V0 before                               V1                                      V2                                      V0 after                                FPSR
    ["sabdl v0.4s, v1.4h, v2.4h",  ONES,                                   0x8000_7fff_ffff_0001n,                 0x7fff_8000_0001_0001n,                 0x0000ffff_0000ffff_00000002_00000000n, ""],
    ["uabdl v0.4s, v1.4h, v2.4h",  ONES,                                   0x8000_7fff_ffff_0001n,                 0x7fff_8000_0001_0002n,                 0x00000001_00000001_0000fffe_00000001n, ""],
    ["sabal v0.4s, v1.4h, v2.4h",  0x01234567_89abcdef_01234567_89abcdefn, 0x8000_7fff_ffff_0001n,                 0x7fff_8000_0001_0001n,                 0x01244566_89accdee_01234569_89abcdefn, ""],
    ["uabal2 v0.2d, v1.4s, v2.4s", 0x0123456789abcdef_0123456789abcdefn,   0x80000000_7fffffff_ffffffff_00012348n, 0x7fffffff_80000000_00000001_00000001n, 0x0123456789abcdf0_0123456789abcdf0n,   ""],
  ]);

  casesOfVectors("multiplies", [
    // assembly                      V0 before                                   V1                                          V2                                          V0 after                                    FPSR
    ["smull v0.4s, v1.4h, v2.4h",    ONES,                                       0x8000_7fff_ffff_0001n,                     0x8000_8000_ffff_ffffn,                     0x40000000_c0008000_00000001_ffffffffn,     ""],
    ["umull2 v0.2d, v1.4s, v2.4s",   ONES,                                       ONES,                                       ONES,                                       0xfffffffe00000001_fffffffe00000001n,       ""],
    ["smlal v0.8h, v1.8b, v2.8b",    0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0xff_80_7f_01_00_ff_10_20n,                 0xff_80_80_01_ff_01_10_20n,                 0x0124_8567_4a2b_cdf0_0123_4566_8aab_d1efn, ""],
    ["smlsl2 v0.4s, v1.8h, v2.8h",   0x01234567_89abcdef_01234567_89abcdefn,     0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xc1234567_49accdee_01234566_89abcdeen,     ""],
    ["umlal v0.4s, v1.4h, v2.4h",    ONES,                                       0xffff_8000_0001_0002n,                     0xffff_8000_0001_0002n,                     0xfffe0000_3fffffff_00000000_00000003n,     ""],
    ["umlsl v0.2d, v1.2s, v2.2s",    0n,                                         0xffffffff_00000002n,                       0xffffffff_80000000n,                       0x00000001ffffffff_ffffffff00000000n,       ""],
    ["sqdmull v0.4s, v1.4h, v2.4h",  ONES,                                       0x8000_7fff_ffff_0001n,                     0x8000_8000_ffff_ffffn,                     0x7fffffff_80010000_00000002_fffffffen,     "QC"],
    ["sqdmull2 v0.2d, v1.4s, v2.4s", ONES,                                       0x80000000_80000000_00000000_00000000n,     0x7fffffff_80000000_00000000_00000000n,     0x8000000100000000_7fffffffffffffffn,       "QC"],
    ["sqdmlal v0.4s, v1.4h, v2.4h",  0x7fffffff_80000000_00000001_ffffffffn,     0x8000_7fff_ffff_0001n,                     0x8000_8000_ffff_ffffn,                     0x7fffffff_80000000_00000003_fffffffdn,     "QC"],
    ["sqdmlsl v0.2d, v1.2s, v2.2s",  0x7fffffffffffffff_8000000000000000n,       0x80000000_80000000n,                       0x7fffffff_80000000n,                       0x7fffffffffffffff_8000000000000000n,       "QC"],
    ["sqdmlsl2 v0.4s, v1.8h, v2.8h", 0n,                                         0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x80000001_8001fffe_fffffffe_fffffffen,     "QC"],
  ]);

  casesOfVectors("multiplies polynomials", [
    // assembly                      V0 before V1                                                  V2                                                  V0 after                                    FPSR
    ["pmull v0.8h, v1.8b, v2.8b",    ONES,     0xff_80_7f_03_00_ff_10_20n,                         0xff_80_80_03_ff_01_10_20n,                         0x5555_4000_3f80_0005_0000_00ff_0100_0400n, ""],
    ["pmull2 v0.8h, v1.16b, v2.16b", ONES,     0x11_ff_80_7f_03_00_aa_55_00_00_00_00_00_00_00_00n, 0x11_02_80_7f_03_ff_55_aa_00_00_00_00_00_00_00_00n, 0x0101_01fe_4000_1555_0005_0000_2222_2222n, ""],
    ["pmull v0.1q, v1.1d, v2.1d",    0n,       0xffffffffffffffffn,                                0xffffffffffffffffn,                                0x55555555555555555555555555555555n,        ""],
    ["pmull2 v0.1q, v1.2d, v2.2d",   0n,       0x8000000000000001_0000000000000000n,               0x8000000000000001_0000000000000000n,               0x40000000000000000000000000000001n,        ""],
  ]);

  describe("reads as the manual's pseudocode does", () => {
    for (const [assembly, explanation] of [
      ["ssubl2 v0.4s, v1.8h, v2.8h",
        "V0 = [SignExtend(V1.D[1].H[i], 32) - SignExtend(V2.D[1].H[i], 32) for i in 0..3]"],
      ["uaddw v0.4s, v1.4s, v2.4h", "V0 = [V1.S[i] + ZeroExtend(D2.H[i], 32) for i in 0..3]"],
      ["raddhn2 v0.8h, v1.4s, v2.4s", "V0 = V0 with D[1] = [(V1.S[i] + V2.S[i] + 0x8000)<31:16> for i in 0..3]"],
      ["uabal v0.4s, v1.4h, v2.4h",
        "V0 = [V0.S[i] + ZeroExtend((D1.H[i] < D2.H[i]) ? (D2.H[i] - D1.H[i]) : (D1.H[i] - D2.H[i]), 32) for i in 0..3]"],
      ["sqdmlal v0.4s, v1.4h, v2.4h",
        "V0 = [SignedSatQ(SInt(V0.S[i]) + SInt(SignedSatQ(2 * (SInt(D1.H[i]) * SInt(D2.H[i])), 32)), 32) for i in 0..3]"],
      ["pmull v0.8h, v1.8b, v2.8b",
        "V0 = [PolynomialMult(ZeroExtend(D1.B[i], 16), ZeroExtend(D2.B[i], 16)) for i in 0..7]"],
      ["pmull2 v0.1q, v1.2d, v2.2d", "V0 = PolynomialMult(V1.D[1], V2.D[1])"],
    ] as const) {
      it(assembly, () => {
        const meaning = meaningOf(standardDecoder(), assembleLine(assembly));
        expect(meaning && explain(meaning)).to.equal(explanation);
      });
    }
  });
});
