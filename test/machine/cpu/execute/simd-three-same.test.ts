// What QEMU 7.2 (qemu-aarch64 -cpu max) leaves in V0 and FPSR.

import { casesOfExplanations, casesOfVectors, FZ, ONES } from "./vector-cases";

describe("Advanced SIMD, three of the same shape", () => {
  casesOfVectors("halves keep the carry of the sum, and round down unless they say otherwise", [
    // assembly                    V0 before  V1                      V2                      V0 after                FPSR
    ["shadd v0.4h, v1.4h, v2.4h",  0n,        0x7fff_8000_ffff_0001n, 0x7fff_8000_0000_0002n, 0x7fff_8000_ffff_0001n, ""],
    ["uhadd v0.4h, v1.4h, v2.4h",  0n,        0x7fff_8000_ffff_0001n, 0x7fff_8000_ffff_0002n, 0x7fff_8000_ffff_0001n, ""],
    ["srhadd v0.4h, v1.4h, v2.4h", 0n,        0x7fff_8000_ffff_0001n, 0x7fff_8000_0000_0002n, 0x7fff_8000_0000_0002n, ""],
    ["urhadd v0.4h, v1.4h, v2.4h", 0n,        0xffff_8000_ffff_0001n, 0x0000_8000_ffff_0002n, 0x8000_8000_ffff_0002n, ""],
    ["shsub v0.4h, v1.4h, v2.4h",  0n,        0x7fff_8000_0000_0001n, 0x8000_7fff_0001_0002n, 0x7fff_8000_ffff_ffffn, ""],
    ["uhsub v0.4h, v1.4h, v2.4h",  0n,        0x0000_ffff_0003_0001n, 0xffff_0000_0001_0002n, 0x8000_7fff_0001_ffffn, ""],
  ]);

  casesOfVectors("saturates, which sets QC", [
    // assembly                   V0 before  V1                                    V2                                    V0 after                              FPSR
    ["sqadd v0.4h, v1.4h, v2.4h", 0n,        0x7fff_8000_0001_ffffn,               0x0000_0001_0002_ffffn,               0x7fff_8001_0003_fffen,               ""],
    ["sqadd v0.4h, v1.4h, v2.4h", 0n,        0x7fff_8000_0001_ffffn,               0x0001_ffff_0002_ffffn,               0x7fff_8000_0003_fffen,               "QC"],
    ["uqadd v0.4h, v1.4h, v2.4h", 0n,        0xffff_8000_0001_fffen,               0x0001_8000_0002_0001n,               0xffff_ffff_0003_ffffn,               "QC"],
    ["sqsub v0.2d, v1.2d, v2.2d", 0n,        0x8000000000000000_0000000000000000n, 0x0000000000000001_8000000000000000n, 0x8000000000000000_7fffffffffffffffn, "QC"],
    ["uqsub v0.2d, v1.2d, v2.2d", 0n,        0xffffffffffffffffn,                  0x0000000000000001_0000000000000001n, 0xfffffffffffffffen,                  "QC"],
  ]);

  casesOfVectors("compares and chooses", [
    // assembly                   V0 before                   V1                          V2                          V0 after                    FPSR
    ["cmgt v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0xffff_0000_0000_0000n,     ""],
    ["cmge v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0xffff_0000_0000_ffffn,     ""],
    ["cmhi v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0x0000_ffff_ffff_0000n,     ""],
    ["cmhs v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0x0000_ffff_ffff_ffffn,     ""],
    ["cmeq v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0x0000_0000_0000_ffffn,     ""],
    ["cmtst v0.4h, v1.4h, v2.4h", 0n,                         0x0001_ffff_8000_0005n,     0xfffe_0001_7fff_0004n,     0x0000_ffff_0000_ffffn,     ""],
    ["smax v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0x0001_0001_7fff_0005n,     ""],
    ["umax v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0xffff_ffff_8000_0005n,     ""],
    ["smin v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0xffff_ffff_8000_0005n,     ""],
    ["umin v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0x0001_0001_7fff_0005n,     ""],
    ["sabd v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0x0002_0002_ffff_0000n,     ""],
    ["uabd v0.4h, v1.4h, v2.4h",  0n,                         0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0xfffe_fffe_0001_0000n,     ""],
    ["saba v0.4h, v1.4h, v2.4h",  0x0001_0001_0001_0001n,     0x0001_ffff_8000_0005n,     0xffff_0001_7fff_0005n,     0x0003_0003_0000_0001n,     ""],
    ["bsl v0.8b, v1.8b, v2.8b",   0xff_00_f0_f0_ff_ff_00_00n, 0x11_11_11_11_11_11_11_11n, 0x22_22_22_22_22_22_22_22n, 0x11_22_12_12_11_11_22_22n, ""],
    ["bit v0.8b, v1.8b, v2.8b",   0x33_33_33_33_33_33_33_33n, 0x11_11_11_11_11_11_11_11n, 0xff_00_f0_f0_ff_ff_00_00n, 0x11_33_13_13_11_11_33_33n, ""],
    ["bif v0.8b, v1.8b, v2.8b",   0x33_33_33_33_33_33_33_33n, 0x11_11_11_11_11_11_11_11n, 0xff_00_f0_f0_ff_ff_00_00n, 0x33_11_31_31_33_33_11_11n, ""],
  ]);

  casesOfVectors("shifts by the low byte of an element, to the right if it is negative", [
    // assembly                    V0 before  V1                                    V2                                    V0 after                              FPSR
    ["sshl v0.4h, v1.4h, v2.4h",   0n,        0x8001_8001_8001_8001n,               0xff01_00ff_00f0_0010n,               0x0002_c000_ffff_0000n,               ""],
    ["ushl v0.4h, v1.4h, v2.4h",   0n,        0x8001_8001_8001_8001n,               0xff01_00ff_00f0_0080n,               0x0002_4000_0000_0000n,               ""],
    ["srshl v0.4h, v1.4h, v2.4h",  0n,        0x8001_8001_ffff_7fffn,               0x00ff_00f0_00ff_00f1n,               0xc001_0000_0000_0001n,               ""],
    ["urshl v0.4h, v1.4h, v2.4h",  0n,        0x8001_8001_ffff_7fffn,               0x00ff_00f0_00f0_00efn,               0x4001_0001_0001_0000n,               ""],
    ["sqshl v0.4h, v1.4h, v2.4h",  0n,        0x0001_0001_ffff_ffffn,               0x000e_000f_000f_0010n,               0x4000_7fff_8000_8000n,               "QC"],
    ["uqshl v0.4h, v1.4h, v2.4h",  0n,        0x0001_0001_0000_ffffn,               0x000f_0010_007f_00ffn,               0x8000_ffff_0000_7fffn,               "QC"],
    ["sqshl v0.2d, v1.2d, v2.2d",  0n,        0xffffffffffffffff_8000000000000000n, 0x000000000000003f_000000000000007fn, 0x8000000000000000_8000000000000000n, "QC"],
    ["uqshl v0.2d, v1.2d, v2.2d",  0n,        0x0000000000000001_8000000000000000n, 0x0000000000000040_0000000000000040n, ONES,                                 "QC"],
    ["ushl v0.2d, v1.2d, v2.2d",   0n,        ONES,                                 0x000000000000003f_000000000000007fn, 0x8000000000000000_0000000000000000n, ""],
    ["sqrshl v0.4h, v1.4h, v2.4h", 0n,        0x8001_7fff_0001_0000n,               0x00ff_00ff_0010_007fn,               0xc001_4000_7fff_0000n,               "QC"],
    ["uqrshl v0.2d, v1.2d, v2.2d", 0n,        ONES,                                 0x00000000000000ff_00000000000000c0n, 0x8000000000000000_0000000000000001n, ""],
  ]);

  casesOfVectors("multiplies, keeps the low half or the high, and adds", [
    // assembly                      V0 before               V1                          V2                          V0 after                    FPSR
    ["mla v0.4h, v1.4h, v2.4h",      0xffff_0001_0000_0002n, 0x0002_ffff_8000_0100n,     0x0003_0001_0002_0100n,     0x0005_0000_0000_0002n,     ""],
    ["mls v0.4h, v1.4h, v2.4h",      0xffff_0001_0000_0002n, 0x0002_ffff_8000_0100n,     0x0003_0001_0002_0100n,     0xfff9_0002_0000_0002n,     ""],
    ["pmul v0.8b, v1.8b, v2.8b",     0n,                     0xff_80_03_55_01_00_0f_11n, 0xff_02_03_aa_37_ff_0f_11n, 0x55_00_05_22_37_00_55_01n, ""],
    ["sqdmulh v0.4h, v1.4h, v2.4h",  0n,                     0x8000_4000_0001_ffffn,     0x8000_4000_4000_0001n,     0x7fff_2000_0000_ffffn,     "QC"],
    ["sqrdmulh v0.4h, v1.4h, v2.4h", 0n,                     0x8000_4000_0001_ffffn,     0x8001_4000_4000_0001n,     0x7fff_2000_0001_0000n,     ""],
    ["sqrdmlah v0.4h, v1.4h, v2.4h", 0x8000_7fff_0001_ffffn, 0x8000_4000_4000_4000n,     0x8000_4000_0001_0001n,     0x0000_7fff_0002_0000n,     "QC"],
    ["sqrdmlsh v0.4h, v1.4h, v2.4h", 0x7fff_8000_0001_ffffn, 0x8000_4000_4000_4000n,     0x8000_4000_0001_0001n,     0xffff_8000_0001_ffffn,     "QC"],
    ["sdot v0.2s, v1.8b, v2.8b",     0x00000001_ffffffffn,   0xff80017f_04030201n,       0xff800203_ff010203n,       0x00004181_00000005n,       ""],
    ["udot v0.2s, v1.8b, v2.8b",     0x00000001_ffffffffn,   0xff80017f_ffffffffn,       0xff800203_ffffffffn,       0x00013f81_0003f803n,       ""],
  ]);

  casesOfVectors("takes pairs, of which those of Vn come first", [
    // assembly                     V0 before  V1                                      V2                                      V0 after                                FPSR
    ["addp v0.4h, v1.4h, v2.4h",    0n,        0x0004_0003_0002_0001n,                 0x0040_0030_0020_0010n,                 0x0070_0030_0007_0003n,                 ""],
    ["addp v0.2d, v1.2d, v2.2d",    0n,        0x0000000000000002_0000000000000001n,   0x0000000000000020_0000000000000010n,   0x0000000000000030_0000000000000003n,   ""],
    ["smaxp v0.4h, v1.4h, v2.4h",   0n,        0x0004_ffff_0002_8000n,                 0x7fff_8000_ffff_fffen,                 0x7fff_ffff_0004_0002n,                 ""],
    ["umaxp v0.4h, v1.4h, v2.4h",   0n,        0x0004_ffff_0002_8000n,                 0x7fff_8000_ffff_fffen,                 0x8000_ffff_ffff_8000n,                 ""],
    ["sminp v0.4h, v1.4h, v2.4h",   0n,        0x0004_ffff_0002_8000n,                 0x7fff_8000_ffff_fffen,                 0x8000_fffe_ffff_8000n,                 ""],
    ["uminp v0.4h, v1.4h, v2.4h",   0n,        0x0004_ffff_0002_8000n,                 0x7fff_8000_ffff_fffen,                 0x7fff_fffe_0004_0002n,                 ""],
    ["faddp v0.4s, v1.4s, v2.4s",   0n,        0x40800000_40400000_40000000_3f800000n, 0x42200000_41f00000_41a00000_41200000n, 0x428c0000_41f00000_40e00000_40400000n, ""],
    ["fmaxnmp v0.2s, v1.2s, v2.2s", 0n,        0x7fc00000_3f800000n,                   0xc0000000_c0400000n,                   0xc0000000_3f800000n,                   ""],
    ["fmaxp v0.2s, v1.2s, v2.2s",   0n,        0x7fc00000_3f800000n,                   0xc0000000_c0400000n,                   0xc0000000_7fc00000n,                   ""],
    ["fminp v0.4h, v1.4h, v2.4h",   0n,        0x4400_4200_4000_3c00n,                 0xc400_c200_c000_bc00n,                 0xc400_c000_4200_3c00n,                 ""],
  ]);

  casesOfVectors("computes in floating point", [
    // assembly                     V0 before             V1                                    V2                      V0 after                              FPSR
    ["fadd v0.2s, v1.2s, v2.2s",    0n,                   0x3f800000_7f61b1e6n,                 0x33800000_7f61b1e6n,   0x3f800000_7f800000n,                 "IXC OFC"],
    ["fmla v0.2s, v1.2s, v2.2s",    0xbf800000_3f800000n, 0x3f800800_40000000n,                 0x3f7ff000_40400000n,   0xb3800000_40e00000n,                 ""],
    ["fmls v0.2s, v1.2s, v2.2s",    0x3f800000_3f800000n, 0x7fc00000_40000000n,                 0x3f800000_40400000n,   0xffc00000_c0a00000n,                 ""],
    ["fmulx v0.2s, v1.2s, v2.2s",   0n,                   0x7f800000_40400000n,                 0x80000000_40000000n,   0xc0000000_40c00000n,                 ""],
    ["frecps v0.2s, v1.2s, v2.2s",  0n,                   0x7f800000_40000000n,                 0x00000000_3f000000n,   0x40000000_3f800000n,                 ""],
    ["frsqrts v0.2s, v1.2s, v2.2s", 0n,                   0x7f800000_40800000n,                 0x00000000_3e800000n,   0x3fc00000_3f800000n,                 ""],
    ["fabd v0.2s, v1.2s, v2.2s",    0n,                   0x3f800000_bf800000n,                 0x40400000_3f800000n,   0x40000000_40000000n,                 ""],
    ["fmax v0.2s, v1.2s, v2.2s",    0n,                   0x7fc00000_80000000n,                 0x3f800000_00000000n,   0x7fc00000_00000000n,                 ""],
    ["fmaxnm v0.2s, v1.2s, v2.2s",  0n,                   0x7fc00000_80000000n,                 0x3f800000_00000000n,   0x3f800000_00000000n,                 ""],
    ["fminnm v0.2s, v1.2s, v2.2s",  0n,                   0x7f800001_80000000n,                 0x3f800000_00000000n,   0x7fc00001_80000000n,                 "IOC"],
    ["fcmeq v0.2s, v1.2s, v2.2s",   0n,                   0x7fc00000_80000000n,                 0x7fc00000_00000000n,   0x00000000_ffffffffn,                 ""],
    ["fcmge v0.2s, v1.2s, v2.2s",   0n,                   0x7fc00000_80000000n,                 0x3f800000_00000000n,   0x00000000_ffffffffn,                 "IOC"],
    ["fcmgt v0.2s, v1.2s, v2.2s",   0n,                   0x3f800000_80000000n,                 0xc0000000_00000000n,   0xffffffff_00000000n,                 ""],
    ["facge v0.2s, v1.2s, v2.2s",   0n,                   0xc0000000_bf800000n,                 0x40000000_40000000n,   0xffffffff_00000000n,                 ""],
    ["facgt v0.2s, v1.2s, v2.2s",   0n,                   0xc0000000_c0400000n,                 0x40000000_40000000n,   0x00000000_ffffffffn,                 ""],
    ["fdiv v0.2d, v1.2d, v2.2d",    0n,                   0x3ff0000000000000_3ff0000000000000n, 0x4008000000000000n,    0x7ff0000000000000_3fd5555555555555n, "IXC DZC"],
    ["fdiv v0.4h, v1.4h, v2.4h",    0n,                   0x3c00_3c00_7bff_0001n,               0x0000_4200_3800_4000n, 0x7c00_3555_7c00_0000n,               "IXC UFC OFC DZC"],
    ["fadd v0.2s, v1.2s, v2.2s",    0n,                   0x00000001_3f800000n,                 0x00000000_3f800000n,   0x00000000_40000000n,                 "IDC", FZ],
  ]);

  casesOfVectors("adds and multiplies complex numbers", [
    // assembly                         V0 before                             V1                                    V2                                    V0 after                              FPSR
    ["fcmla v0.2s, v1.2s, v2.2s, #0",   0x41a00000_41200000n,                 0x40000000_3f800000n,                 0x40800000_40400000n,                 0x41c00000_41500000n,                 ""],
    ["fcmla v0.2s, v1.2s, v2.2s, #90",  0x41a00000_41200000n,                 0x40000000_3f800000n,                 0x40800000_40400000n,                 0x41d00000_40000000n,                 ""],
    ["fcmla v0.2s, v1.2s, v2.2s, #180", 0x41a00000_41200000n,                 0x40000000_3f800000n,                 0x40800000_40400000n,                 0x41800000_40e00000n,                 ""],
    ["fcmla v0.2s, v1.2s, v2.2s, #270", 0x41a00000_41200000n,                 0x40000000_3f800000n,                 0x40800000_40400000n,                 0x41600000_41900000n,                 ""],
    ["fcmla v0.2d, v1.2d, v2.2d, #90",  0x4034000000000000_4024000000000000n, 0x4000000000000000_3ff0000000000000n, 0x4010000000000000_4008000000000000n, 0x403a000000000000_4000000000000000n, ""],
    ["fcadd v0.2s, v1.2s, v2.2s, #90",  0n,                                   0x40000000_3f800000n,                 0x40800000_40400000n,                 0x40a00000_c0400000n,                 ""],
    ["fcadd v0.2s, v1.2s, v2.2s, #270", 0n,                                   0x40000000_3f800000n,                 0x40800000_40400000n,                 0xbf800000_40a00000n,                 ""],
    ["fcadd v0.4h, v1.4h, v2.4h, #90",  0n,                                   0x4000_3c00_4000_3c00n,               0x4400_4200_7c00_fc00n,               0x4500_c200_fc00_fc00n,               ""],
  ]);

  casesOfExplanations([
    ["srhadd v0.4s, v1.4s, v2.4s", "V0 = [(SInt(V1.S[i]) + SInt(V2.S[i]) + 1)<32:1> for i in 0..3]"],
    ["saba v0.8h, v1.8h, v2.8h",
      "V0 = [V0.H[i] + ((V1.H[i] <s V2.H[i]) ? (V2.H[i] - V1.H[i]) : (V1.H[i] - V2.H[i])) for i in 0..7]"],
    ["bif v0.16b, v1.16b, v2.16b", "V0 = (V0 & V2) | (V1 & ~V2)"],
    ["uqrshl v0.2d, v1.2d, v2.2d",
      "V0 = [UnsignedSatQ(RoundingShift(UInt(V1.D[i]), SInt(V2.D[i])), 64) for i in 0..1]"],
    ["addp v0.2s, v1.2s, v2.2s", "even = Even(D1.2S, D2.2S); odd = Odd(D1.2S, D2.2S); D0 = [even.S[i] + odd.S[i] for i in 0..1]"],
    ["facgt v0.2d, v1.2d, v2.2d",
      "V0 = [FPCompareGT(FPAbs(V1.D[i]), FPAbs(V2.D[i])) ? 0xffffffffffffffff : 0 for i in 0..1]"],
    ["fmls v0.8h, v1.8h, v2.8h", "V0 = [FPMulAdd(V0.H[i], FPNeg(V1.H[i]), V2.H[i]) for i in 0..7]"],
    ["fcadd v0.2d, v1.2d, v2.2d, #90", "V0 = FPAdd(V1.D[1], V2.D[0]):FPAdd(V1.D[0], FPNeg(V2.D[1]))"],
  ]);
});
