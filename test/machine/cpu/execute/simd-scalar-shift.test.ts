// What QEMU 7.2 (qemu-aarch64 -cpu max) leaves in V0 and FPSR.

import { expect } from "chai";
import { explain } from "../../../../src/machine/cpu/explain";
import { meaningOf } from "../../../../src/machine/cpu/meanings";
import { assembleLine } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { afterRunning } from "../machine";
import { casesOfVectors, FZ, ONES, RP, type VectorCase } from "./vector-cases";

type OfOne = readonly [assembly: string, v0: bigint, v1: bigint, after: bigint, flags: string, fpcr?: bigint];

const ofOne = (cases: readonly OfOne[]): VectorCase[] =>
  cases.map(([assembly, v0, v1, after, flags, fpcr = 0n]) => [assembly, v0, v1, 0n, after, flags, fpcr]);

describe("Advanced SIMD on scalars, shifted or by an element", () => {
  casesOfVectors("shifts doublewords", ofOne([
    // assembly           V0 before                             V1                                    V0 after             FPSR
    ["sshr d0, d1, #64",  ONES,                                 0x8000000000000000_8000000000000001n, 0xffffffffffffffffn, ""],
    ["ushr d0, d1, #64",  ONES,                                 0x8000000000000000_8000000000000001n, 0n,                  ""],
    ["srshr d0, d1, #64", ONES,                                 0x8000000000000000_8000000000000001n, 0n,                  ""],
    ["urshr d0, d1, #64", ONES,                                 0x8000000000000000_8000000000000001n, 0x0000000000000001n, ""],
    ["sshr d0, d1, #1",   ONES,                                 0x8000000000000000_8000000000000001n, 0xc000000000000000n, ""],
    ["srshr d0, d1, #1",  ONES,                                 0x8000000000000000_8000000000000001n, 0xc000000000000001n, ""],
    ["urshr d0, d1, #1",  ONES,                                 0x8000000000000000_8000000000000001n, 0x4000000000000001n, ""],
    ["shl d0, d1, #63",   ONES,                                 0x8000000000000000_8000000000000001n, 0x8000000000000000n, ""],
    ["ssra d0, d1, #4",   0x0123456789abcdef_0123456789abcdefn, 0x8000000000000000_8000000000000001n, 0xf923456789abcdefn, ""],
    ["usra d0, d1, #4",   0x0123456789abcdef_0123456789abcdefn, 0x8000000000000000_8000000000000001n, 0x0923456789abcdefn, ""],
    ["srsra d0, d1, #64", 0x0123456789abcdef_0123456789abcdefn, 0x8000000000000000_8000000000000001n, 0x0123456789abcdefn, ""],
    ["ursra d0, d1, #64", 0x0123456789abcdef_0123456789abcdefn, 0x8000000000000000_8000000000000001n, 0x0123456789abcdf0n, ""],
    ["sli d0, d1, #8",    0x0123456789abcdef_0123456789abcdefn, 0x8000000000000000_8000000000000001n, 0x00000000000001efn, ""],
    ["sri d0, d1, #8",    0x0123456789abcdef_0123456789abcdefn, 0x8000000000000000_8000000000000001n, 0x0180000000000000n, ""],
    ["sri d0, d1, #64",   0x0123456789abcdef_0123456789abcdefn, 0x8000000000000000_8000000000000001n, 0x0123456789abcdefn, ""],
  ]));

  casesOfVectors("saturates, and leaves nothing above the scalar", ofOne([
    // assembly             V0 before V1                          V0 after             FPSR
    ["sqshl b0, b1, #1",    ONES,     0x11_11_11_11_11_11_11_40n, 0x7fn,               "QC"],
    ["uqshl b0, b1, #1",    ONES,     0x11_11_11_11_11_11_11_40n, 0x80n,               ""],
    ["uqshl b0, b1, #2",    ONES,     0x11_11_11_11_11_11_11_40n, 0xffn,               "QC"],
    ["sqshlu b0, b1, #1",   ONES,     0x11_11_11_11_11_11_11_40n, 0x80n,               ""],
    ["sqshl h0, h1, #15",   ONES,     0xffffn,                    0x8000n,             ""],
    ["uqshl h0, h1, #1",    ONES,     0xffffn,                    0xffffn,             "QC"],
    ["sqshlu h0, h1, #0",   ONES,     0xffffn,                    0n,                  "QC"],
    ["sqshl d0, d1, #63",   ONES,     0x8000000000000000n,        0x8000000000000000n, "QC"],
    ["sqshl s0, s1, #5",    ONES,     0x80000000_00000000n,       0n,                  ""],
    ["sqshrn b0, h1, #7",   ONES,     0x1111_0000_ffff_7f80n,     0x7fn,               "QC"],
    ["sqrshrn b0, h1, #8",  ONES,     0x1111_0000_ffff_7f80n,     0x7fn,               "QC"],
    ["sqshrun b0, h1, #7",  ONES,     0x1111_0000_ffff_7f80n,     0xffn,               ""],
    ["sqrshrun b0, h1, #7", ONES,     0x1111_0000_ffff_7f80n,     0xffn,               ""],
    ["uqshrn b0, h1, #7",   ONES,     0x1111_0000_ffff_7f80n,     0xffn,               ""],
    ["uqrshrn b0, h1, #7",  ONES,     0x1111_0000_ffff_7f80n,     0xffn,               ""],
    ["sqrshrn h0, s1, #1",  ONES,     0x11110000_ffff7f80n,       0xbfc0n,             ""],
    ["uqrshrn s0, d1, #32", ONES,     0x11110000ffff7f80n,        0x11110001n,         ""],
    ["uqshrn b0, h1, #8",   ONES,     0xff7fn,                    0xffn,               ""],
    ["uqrshrn b0, h1, #8",  ONES,     0xff7fn,                    0xffn,               ""],
    ["sqrshrn b0, h1, #8",  ONES,     0xff7fn,                    0xffn,               ""],
    ["sqshrun b0, h1, #8",  ONES,     0xff7fn,                    0n,                  "QC"],
    ["sqrshrun b0, h1, #1", ONES,     0xff7fn,                    0n,                  "QC"],
  ]));

  casesOfVectors("converts numbers with a fraction of so many bits", ofOne([
    // assembly            V0 before V1                      V0 after             FPSR
    ["scvtf s0, s1, #1",   ONES,     0xffffffff_80000001n,   0xce800000n,         "IXC"],
    ["ucvtf s0, s1, #32",  ONES,     0xffffffff_80000001n,   0x3f000000n,         "IXC"],
    ["scvtf d0, d1, #64",  ONES,     0xffffffff80000001n,    0xbddfffffffc00000n, ""],
    ["scvtf h0, h1, #16",  ONES,     0xffff_ffff_8000_0001n, 0x0100n,             ""],
    ["ucvtf h0, h1, #1",   ONES,     0xffff_ffff_8000_0001n, 0x3800n,             ""],
    ["fcvtzu h0, h1, #4",  ONES,     0x3ff8_0000_0000_3e00n, 0x0018n,             ""],
    ["fcvtzs d0, d1, #1",  ONES,     0x3ff8000000003e00n,    0x0000000000000003n, "IXC"],
    ["fcvtzu d0, d1, #64", ONES,     0x3ff8000000003e00n,    0xffffffffffffffffn, "IOC"],
    ["fcvtzs h0, h1, #1",  ONES,     0x3ff8_0000_0000_3e00n, 0x0003n,             ""],
    ["fcvtzs s0, s1, #1",  ONES,     0xbfc00000n,            0xfffffffdn,         ""],
    ["fcvtzu s0, s1, #1",  ONES,     0xbfc00000n,            0n,                  "IOC"],
  ]));

  casesOfVectors("multiplies by an element, doubled and saturated", [
    // assembly                  V0 before            V1           V2                                          V0 after             FPSR
    ["sqdmull s0, h1, v2.h[7]",  ONES,                0x8000n,     0x8000_0001_0002_0003_0004_0005_0006_0007n, 0x7fffffffn,         "QC"],
    ["sqdmull s0, h1, v2.h[3]",  ONES,                0x8000n,     0x8000_0001_0002_0003_0004_0005_0006_0007n, 0xfffc0000n,         ""],
    ["sqdmull d0, s1, v2.s[1]",  ONES,                0x80000000n, 0x7fffffff_00000001n,                       0x8000000100000000n, ""],
    ["sqdmlal s0, h1, v2.h[0]",  0x7fffffffn,         0x0001n,     0x0001n,                                    0x7fffffffn,         "QC"],
    ["sqdmlal d0, s1, v2.s[3]",  0x0000000000000005n, 0xffffffffn, 0x00000003_00000000_00000000_00000000n,     0xffffffffffffffffn, ""],
    ["sqdmlal s0, h1, v2.h[0]",  0x80000000n,         0x8000n,     0x8000n,                                    0xffffffffn,         "QC"],
    ["sqdmlsl s0, h1, v2.h[0]",  0x80000000n,         0x8000n,     0x8000n,                                    0x80000000n,         "QC"],
    ["sqdmlsl d0, s1, v2.s[0]",  0x8000000000000000n, 0x00000001n, 0x00000001n,                                0x8000000000000000n, "QC"],
    ["sqdmulh h0, h1, v2.h[0]",  ONES,                0x8000n,     0x8000n,                                    0x7fffn,             "QC"],
    ["sqdmulh s0, s1, v2.s[2]",  ONES,                0x7fffffffn, 0x7fffffff_00000000_00000000n,              0x7ffffffen,         ""],
    ["sqrdmulh h0, h1, v2.h[1]", ONES,                0x4000n,     0x0001_0000n,                               0x0001n,             ""],
    ["sqrdmulh s0, s1, v2.s[0]", ONES,                0x80000000n, 0x80000000n,                                0x7fffffffn,         "QC"],
    ["sqrdmlah h0, h1, v2.h[0]", 0x7ffen,             0x4000n,     0x0003n,                                    0x7fffn,             "QC"],
    ["sqrdmlah s0, s1, v2.s[0]", 0x7fffffffn,         0x40000000n, 0x00000001n,                                0x7fffffffn,         "QC"],
    ["sqrdmlsh h0, h1, v2.h[0]", 0x8001n,             0x4000n,     0x0003n,                                    0x8000n,             ""],
    ["sqrdmlsh s0, s1, v2.s[3]", 0x00000001n,         0x80000000n, 0x80000000_00000000_00000000_00000000n,     0x80000001n,         ""],
  ]);

  casesOfVectors("multiplies floating point by an element", [
    // assembly               V0 before            V1                   V2                                          V0 after             FPSR
    ["fmul s0, s1, v2.s[3]",  ONES,                0x40000000n,         0x40400000_00000000_00000000_00000000n,     0x40c00000n,         ""],
    ["fmul d0, d1, v2.d[1]",  ONES,                0x7ff0000000000000n, 0n,                                         0x7ff8000000000000n, "IOC"],
    ["fmulx d0, d1, v2.d[1]", ONES,                0x7ff0000000000000n, 0x8000000000000000_0000000000000000n,       0xc000000000000000n, ""],
    ["fmulx h0, h1, v2.h[5]", ONES,                0x7c00n,             0n,                                         0x4000n,             ""],
    ["fmul h0, h1, v2.h[5]",  ONES,                0x7bffn,             0x4000_0000_0000_0000_0000_0000n,           0x7c00n,             "IXC OFC"],
    ["fmla s0, s1, v2.s[0]",  0x3f800000n,         0x3f800001n,         0x3f800001n,                                0x40000001n,         "IXC"],
    ["fmla s0, s1, v2.s[0]",  0x3f800000n,         0x3f800001n,         0x3f800001n,                                0x40000002n,         "IXC",    RP],
    ["fmls d0, d1, v2.d[0]",  0x3ff0000000000000n, 0x3ff0000000000000n, 0x3ff0000000000000n,                        0n,                  ""],
    ["fmls h0, h1, v2.h[7]",  0x3c00n,             0x4000n,             0x4200_0000_0000_0000_0000_0000_0000_0000n, 0xc500n,             ""],
    ["fmla h0, h1, v2.h[0]",  0x7e01n,             0x7c00n,             0n,                                         0x7e00n,             "IOC"],
    ["fmla s0, s1, v2.s[0]",  0n,                  0x00000001n,         0x3f800000n,                                0n,                  "IDC",    FZ],
    ["fmls s0, s1, v2.s[0]",  0x7fa00000n,         0x7fc00001n,         0x3f800000n,                                0x7fe00000n,         "IOC"],
  ]);

  // QEMU 7.2 leaves 0xffffffe8: it extends the sign of a half into the upper half of a word, where the
  // manual clears what is above the scalar. QEMU's later versions do as the manual says.
  it("converts a negative half to sixteen bits, and clears those above", () => {
    const machine = afterRunning("fcvtzs h0, h1, #4", { v0: ONES, v1: 0xbe00n });
    expect(machine.get("v0")).to.equal(0xffe8n);
  });

  describe("reads as the manual's pseudocode does", () => {
    for (const [assembly, explanation] of [
      ["ushr d0, d1, #64", "D0 = 0"],
      ["srsra d0, d1, #5", "D0 = D0 + ASR(SInt(D1) + 0x10, 5)<63:0>"],
      ["sri d0, d1, #4", "D0 = (D0 & 0xf000000000000000) | LSR(D1, 4)"],
      ["sqshrn b0, h1, #3", "B0 = SignedSatQ(ASR(SInt(H1), 3), 8)"],
      ["ucvtf h0, h1, #3", "H0 = FixedToFP(H1, from unsigned 16 with 3 fraction bits)"],
      ["sqdmlsl s0, h1, v2.h[3]",
        "S0 = SignedSatQ(SInt(S0) - SInt(SignedSatQ(2 * (SInt(H1) * SInt(V2.H[3])), 32)), 32)"],
      ["fmls s0, s1, v2.s[3]", "S0 = FPMulAdd(S0, FPNeg(S1), V2.S[3])"],
    ] as const) {
      it(assembly, () => {
        const meaning = meaningOf(standardDecoder(), assembleLine(assembly));
        expect(meaning && explain(meaning)).to.equal(explanation);
      });
    }
  });
});
