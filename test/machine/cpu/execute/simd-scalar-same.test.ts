// What QEMU 7.2 (qemu-aarch64 -cpu max) leaves in V0 and FPSR.

import { casesOfExplanations, casesOfVectors, ONES } from "./vector-cases";

describe("Advanced SIMD on scalars, three of a kind, pairs and copies", () => {
  casesOfVectors("copies an element", [
    // assembly          V0 before  V1                                                  V2  V0 after             FPSR
    ["mov b0, v1.b[15]", ONES,      0xf0_e0_d0_c0_b0_a0_90_80_70_60_50_40_30_20_10_00n, 0n, 0xf0n,               ""],
    ["mov h0, v1.h[5]",  ONES,      0xf0e0_d0c0_b0a0_9080_7060_5040_3020_1000n,         0n, 0xb0a0n,             ""],
    ["mov s0, v1.s[2]",  ONES,      0xf0e0d0c0_b0a09080_70605040_30201000n,             0n, 0xb0a09080n,         ""],
    ["mov d0, v1.d[1]",  ONES,      0xf0e0d0c0b0a09080_7060504030201000n,               0n, 0xf0e0d0c0b0a09080n, ""],
  ]);

  casesOfVectors("computes on one element, and clears the rest", [
    // assembly             V0 before    V1                   V2                   V0 after             FPSR
    ["sqadd b0, b1, b2",    ONES,        0xff_7fn,            0xff_01n,            0x7fn,               "QC"],
    ["uqadd h0, h1, h2",    ONES,        0x1_ffffn,           0x1_0001n,           0xffffn,             "QC"],
    ["sqsub s0, s1, s2",    ONES,        0x80000000n,         0x00000001n,         0x80000000n,         "QC"],
    ["uqsub d0, d1, d2",    ONES,        0x0000000000000001n, 0x0000000000000002n, 0n,                  "QC"],
    ["add d0, d1, d2",      ONES,        0xffffffffffffffffn, 0x0000000000000002n, 0x0000000000000001n, ""],
    ["sub d0, d1, d2",      ONES,        0n,                  0x0000000000000001n, 0xffffffffffffffffn, ""],
    ["cmgt d0, d1, d2",     0n,          0n,                  0xffffffffffffffffn, 0xffffffffffffffffn, ""],
    ["cmhi d0, d1, d2",     ONES,        0n,                  0xffffffffffffffffn, 0n,                  ""],
    ["cmtst d0, d1, d2",    0n,          0x8000000000000000n, 0x8000000000000001n, 0xffffffffffffffffn, ""],
    ["sshl d0, d1, d2",     ONES,        0x8000000000000000n, 0xffffffffffffffc1n, 0xffffffffffffffffn, ""],
    ["ushl d0, d1, d2",     ONES,        0xffffffffffffffffn, 0x0000000000000180n, 0n,                  ""],
    ["srshl d0, d1, d2",    ONES,        0xffffffffffffffffn, 0x00000000000000ffn, 0n,                  ""],
    ["urshl d0, d1, d2",    ONES,        0xffffffffffffffffn, 0x00000000000000c0n, 0x0000000000000001n, ""],
    ["sqshl b0, b1, b2",    ONES,        0xff_80n,            0x01n,               0x80n,               "QC"],
    ["uqshl b0, b1, b2",    ONES,        0x01n,               0x08n,               0xffn,               "QC"],
    ["uqshl d0, d1, d2",    ONES,        0x8000000000000000n, 0x0000000000000001n, 0xffffffffffffffffn, "QC"],
    ["sqrshl s0, s1, s2",   ONES,        0x7fffffffn,         0x000000ffn,         0x40000000n,         ""],
    ["sqdmulh h0, h1, h2",  ONES,        0x8000n,             0x8000n,             0x7fffn,             "QC"],
    ["sqrdmulh s0, s1, s2", ONES,        0x00000001n,         0x40000000n,         0x00000001n,         ""],
    ["sqrdmlah h0, h1, h2", 0x8000n,     0x8000n,             0x8000n,             0n,                  ""],
    ["sqrdmlsh s0, s1, s2", 0x80000000n, 0x40000000n,         0x40000000n,         0x80000000n,         "QC"],
    ["fmulx d0, d1, d2",    ONES,        0x7ff0000000000000n, 0n,                  0x4000000000000000n, ""],
    ["frecps s0, s1, s2",   ONES,        0x40400000n,         0x3eaaaaabn,         0x3f800000n,         "IXC"],
    ["frsqrts h0, h1, h2",  ONES,        0x3c00n,             0x3c00n,             0x3c00n,             ""],
    ["fabd s0, s1, s2",     ONES,        0x3f800000n,         0x40800000n,         0x40400000n,         ""],
    ["fcmge h0, h1, h2",    ONES,        0x7e00n,             0x3c00n,             0n,                  "IOC"],
    ["fcmeq s0, s1, s2",    ONES,        0x7fc00000n,         0x3f800000n,         0n,                  ""],
    ["facgt d0, d1, d2",    ONES,        0xc000000000000000n, 0x3ff0000000000000n, 0xffffffffffffffffn, ""],
  ]);

  casesOfVectors("takes the pair at the low end", [
    // assembly           V0 before  V1                                      V2  V0 after             FPSR
    ["addp d0, v1.2d",    ONES,      0xffffffffffffffff_0000000000000003n,   0n, 0x0000000000000002n, ""],
    ["faddp s0, v1.2s",   ONES,      0x41100000_41100000_40000000_3f800000n, 0n, 0x40400000n,         ""],
    ["faddp s0, v1.2s",   ONES,      0x7fc00002_7fc00001n,                   0n, 0x7fc00001n,         ""],
    ["faddp h0, v1.2h",   ONES,      0x4000_3c00n,                           0n, 0x4200n,             ""],
    ["fmaxnmp s0, v1.2s", ONES,      0x7fc00000_3f800000n,                   0n, 0x3f800000n,         ""],
    ["fmaxp s0, v1.2s",   ONES,      0x7fc00000_3f800000n,                   0n, 0x7fc00000n,         ""],
    ["fminp d0, v1.2d",   ONES,      0x8000000000000000_0000000000000000n,   0n, 0x8000000000000000n, ""],
  ]);

  casesOfVectors("makes products of twice the size", [
    // assembly            V0 before            V1                   V2                   V0 after             FPSR
    ["sqdmull s0, h1, h2", ONES,                0x00000003n,         0x0000fffen,         0xfffffff4n,         ""],
    ["sqdmull s0, h1, h2", ONES,                0x00008000n,         0x00008000n,         0x7fffffffn,         "QC"],
    ["sqdmlal s0, h1, h2", 0x0000000an,         0x00000003n,         0x00000004n,         0x00000022n,         ""],
    ["sqdmlal s0, h1, h2", 0xffffffffn,         0x00008000n,         0x00008000n,         0x7ffffffen,         "QC"],
    ["sqdmlal d0, s1, s2", 0x7fffffffffffffffn, 0x0000000000000001n, 0x0000000000000001n, 0x7fffffffffffffffn, "QC"],
    ["sqdmlsl d0, s1, s2", 0x8000000000000000n, 0x0000000000000001n, 0x0000000000000001n, 0x8000000000000000n, "QC"],
  ]);

  casesOfExplanations([
    ["mov h0, v1.h[5]", "H0 = V1.H[5]"],
    ["cmtst d0, d1, d2", "D0 = ((D1 & D2) == 0) ? 0 : 0xffffffffffffffff"],
    ["faddp h0, v1.2h", "H0 = FPAdd(V1.H[0], V1.H[1])"],
    ["sqdmull s0, h1, h2", "S0 = SignedSatQ(2 * (SInt(H1) * SInt(H2)), 32)"],
    ["sqdmlal d0, s1, s2", "D0 = SignedSatQ(SInt(D0) + SInt(SignedSatQ(2 * (SInt(S1) * SInt(S2)), 64)), 64)"],
  ]);
});
