// What QEMU 7.2 (qemu-aarch64 -cpu max) leaves in V0 and FPSR.

import { expect } from "chai";
import { explain } from "../../../../src/machine/cpu/explain";
import { meaningOf } from "../../../../src/machine/cpu/meanings";
import { assembleLine } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { casesOfVectors, FZ, ONES, RP, type VectorCase } from "./vector-cases";

const ofNone = (
  cases: readonly (readonly [assembly: string, v0: bigint, after: bigint])[],
): VectorCase[] => cases.map(([assembly, v0, after]) => [assembly, v0, 0n, 0n, after, ""]);

type OfOne = readonly [assembly: string, v0: bigint, v1: bigint, after: bigint, flags: string, fpcr?: bigint];

const ofOne = (cases: readonly OfOne[]): VectorCase[] =>
  cases.map(([assembly, v0, v1, after, flags, fpcr = 0n]) => [assembly, v0, v1, 0n, after, flags, fpcr]);

describe("Advanced SIMD with an immediate", () => {
  casesOfVectors("makes constants of eight bits", ofNone([
    // assembly                         V0 before V0 after
    ["movi v0.2s, #0x12",               ONES,     0x00000012_00000012n],
    ["movi v0.4s, #0xff, lsl #8",       ONES,     0x0000ff00_0000ff00_0000ff00_0000ff00n],
    ["movi v0.4s, #0xff, lsl #24",      ONES,     0xff000000_ff000000_ff000000_ff000000n],
    ["movi v0.4h, #0xff",               ONES,     0x00ff_00ff_00ff_00ffn],
    ["movi v0.8h, #0x81, lsl #8",       ONES,     0x8100_8100_8100_8100_8100_8100_8100_8100n],
    ["movi v0.2s, #0x12, msl #8",       ONES,     0x000012ff_000012ffn],
    ["movi v0.4s, #0x12, msl #16",      ONES,     0x0012ffff_0012ffff_0012ffff_0012ffffn],
    ["movi v0.8b, #0x81",               ONES,     0x81_81_81_81_81_81_81_81n],
    ["movi v0.16b, #0xff",              ONES,     ONES],
    ["movi d0, #0xff0000ffff00ff00",    ONES,     0xff0000ffff00ff00n],
    ["movi v0.2d, #0xff000000000000ff", ONES,     0xff000000000000ff_ff000000000000ffn],
    ["mvni v0.4s, #0xff, lsl #16",      ONES,     0xff00ffff_ff00ffff_ff00ffff_ff00ffffn],
    ["mvni v0.4h, #1, lsl #8",          ONES,     0xfeff_feff_feff_feffn],
    ["mvni v0.2s, #0x12, msl #16",      ONES,     0xffed0000_ffed0000n],
    ["fmov v0.2s, #-2.5",               ONES,     0xc0200000_c0200000n],
    ["fmov v0.4s, #0.125",              ONES,     0x3e000000_3e000000_3e000000_3e000000n],
    ["fmov v0.2d, #31.0",               ONES,     0x403f000000000000_403f000000000000n],
    ["fmov v0.4h, #1.0",                ONES,     0x3c00_3c00_3c00_3c00n],
    ["fmov v0.8h, #-0.125",             ONES,     0xb000_b000_b000_b000_b000_b000_b000_b000n],
  ]));

  casesOfVectors("changes bits of each element", ofNone([
    // assembly                   V0 before                                   V0 after
    ["orr v0.4s, #0x81, lsl #24", 0x01234567_89abcdef_01234567_89abcdefn,     0x81234567_89abcdef_81234567_89abcdefn],
    ["orr v0.2s, #0xff",          0x01234567_89abcdef_01234567_89abcdefn,     0x012345ff_89abcdffn],
    ["orr v0.8h, #0x10, lsl #8",  0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x1123_5567_99ab_ddef_1123_5567_99ab_ddefn],
    ["bic v0.4s, #0xff, lsl #8",  0x01234567_89abcdef_01234567_89abcdefn,     0x01230067_89ab00ef_01230067_89ab00efn],
    ["bic v0.4h, #0xff",          0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x0100_4500_8900_cd00n],
    ["bic v0.8h, #0xf0, lsl #8",  0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x0123_0567_09ab_0def_0123_0567_09ab_0defn],
  ]));

  casesOfVectors("shifts right, by as much as all of an element", ofOne([
    // assembly                V0 before                                   V1                                          V0 after                                    FPSR
    ["sshr v0.8h, v1.8h, #4",  0n,                                         0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xf800_07ff_ffff_0000_f800_000f_0001_0000n, ""],
    ["sshr v0.8h, v1.8h, #16", 0n,                                         0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xffff_0000_ffff_0000_ffff_0000_0000_0000n, ""],
    ["ushr v0.8h, v1.8h, #4",  0n,                                         0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0800_07ff_0fff_0000_0800_000f_0001_0000n, ""],
    ["ushr v0.8h, v1.8h, #16", 0n,                                         0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0n,                                         ""],
    ["sshr v0.2s, v1.2s, #1",  ONES,                                       0x80000000_7fffffff_ffffffff_00012348n,     0xffffffff_000091a4n,                       ""],
    ["ushr v0.2d, v1.2d, #64", ONES,                                       0x8000000000000000_7fffffffffffffffn,       0n,                                         ""],
    ["sshr v0.2d, v1.2d, #64", ONES,                                       0x8000000000000000_7fffffffffffffffn,       0xffffffffffffffff_0000000000000000n,       ""],
    ["ssra v0.8h, v1.8h, #8",  0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x00a3_45e6_89aa_cdef_00a3_4567_89ab_cdefn, ""],
    ["usra v0.8h, v1.8h, #8",  0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x01a3_45e6_8aaa_cdef_01a3_4567_89ab_cdefn, ""],
    ["usra v0.8h, v1.8h, #16", 0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, ""],
  ]));

  casesOfVectors("rounds to the nearest, even where the sum has one bit more than an element", ofOne([
    // assembly                 V0 before                                   V1                                          V0 after                                    FPSR
    ["srshr v0.8h, v1.8h, #1",  0n,                                         0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xc000_4000_0000_0001_c001_0080_0008_0000n, ""],
    ["urshr v0.8h, v1.8h, #1",  0n,                                         0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x4000_4000_8000_0001_4001_0080_0008_0000n, ""],
    ["srshr v0.8h, v1.8h, #16", 0n,                                         0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0n,                                         ""],
    ["urshr v0.8h, v1.8h, #16", 0n,                                         0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0001_0000_0001_0000_0001_0000_0000_0000n, ""],
    ["srshr v0.2d, v1.2d, #1",  0n,                                         0xffffffffffffffff_7fffffffffffffffn,       0x4000000000000000n,                        ""],
    ["urshr v0.2d, v1.2d, #1",  0n,                                         0xffffffffffffffff_7fffffffffffffffn,       0x8000000000000000_4000000000000000n,       ""],
    ["urshr v0.2d, v1.2d, #64", 0n,                                         0xffffffffffffffff_7fffffffffffffffn,       0x0000000000000001_0000000000000000n,       ""],
    ["srshr v0.2d, v1.2d, #64", 0n,                                         0xffffffffffffffff_7fffffffffffffffn,       0n,                                         ""],
    ["srsra v0.8h, v1.8h, #4",  0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xf923_4d67_89ab_cdef_f923_4577_89ac_cdefn, ""],
    ["ursra v0.4h, v1.4h, #4",  0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0923_4577_89ac_cdefn,                     ""],
  ]));

  casesOfVectors("shifts left, and saturates", ofOne([
    // assembly                 V0 before V1                                          V0 after                                    FPSR
    ["shl v0.8h, v1.8h, #0",    0n,       0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, ""],
    ["shl v0.8h, v1.8h, #15",   0n,       0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x8000_8000_8000_8000_8000_0000_0000n,      ""],
    ["sqshl v0.8h, v1.8h, #1",  0n,       0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x8000_7fff_fffe_0002_8000_01fe_0020_0000n, "QC"],
    ["uqshl v0.8h, v1.8h, #1",  0n,       0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xffff_fffe_ffff_0002_ffff_01fe_0020_0000n, "QC"],
    ["sqshlu v0.8h, v1.8h, #0", 0n,       0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x7fff_0000_0001_0000_00ff_0010_0000n,      "QC"],
    ["sqshlu v0.8h, v1.8h, #8", 0n,       0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xffff_0000_0100_0000_ff00_1000_0000n,      "QC"],
    ["sqshl v0.2d, v1.2d, #63", 0n,       0x8000000000000000_7fffffffffffffffn,       0x8000000000000000_7fffffffffffffffn,       "QC"],
    ["uqshl v0.2d, v1.2d, #63", 0n,       0x8000000000000000_7fffffffffffffffn,       ONES,                                       "QC"],
    ["sqshlu v0.2d, v1.2d, #1", 0n,       0x8000000000000000_7fffffffffffffffn,       0xfffffffffffffffen,                        "QC"],
    ["uqshl v0.2d, v1.2d, #0",  0n,       0x8000000000000000_7fffffffffffffffn,       0x8000000000000000_7fffffffffffffffn,       ""],
    ["sqshl v0.4h, v1.4h, #14", 0n,       0x0001n,                                    0x4000n,                                    ""],
    ["sqshl v0.4h, v1.4h, #15", 0n,       0x0001n,                                    0x7fffn,                                    "QC"],
  ]));

  casesOfVectors("shifts into what is there", ofOne([
    // assembly               V0 before                                   V1                                          V0 after                                    FPSR
    ["sli v0.8h, v1.8h, #0",  0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, ""],
    ["sli v0.8h, v1.8h, #4",  0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0003_fff7_fffb_001f_0013_0ff7_010b_000fn, ""],
    ["sli v0.4h, v1.4h, #15", 0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x8123_c567_09ab_4defn,                     ""],
    ["sri v0.8h, v1.8h, #4",  0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0800_47ff_8fff_c000_0800_400f_8001_c000n, ""],
    ["sri v0.8h, v1.8h, #16", 0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, ""],
    ["sri v0.4h, v1.4h, #16", 0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x0123_4567_89ab_cdefn,                     ""],
    ["sli v0.2d, v1.2d, #63", 0x0123456789abcdef_0123456789abcdefn,       0x8000000000000000_7fffffffffffffffn,       0x0123456789abcdef_8123456789abcdefn,       ""],
    ["sri v0.2d, v1.2d, #1",  0x0123456789abcdef_0123456789abcdefn,       0x8000000000000000_7fffffffffffffffn,       0x4000000000000000_3fffffffffffffffn,       ""],
  ]));

  casesOfVectors("halves the size: the lower half clears the upper, and the upper keeps the lower", ofOne([
    // assembly                     V0 before                                   V1                                      V0 after                                    FPSR
    ["shrn v0.4h, v1.4s, #4",       0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0xffff_ffff_1234n,                          ""],
    ["shrn2 v0.8h, v1.4s, #16",     0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0x8000_7fff_ffff_0001_0123_4567_89ab_cdefn, ""],
    ["rshrn v0.4h, v1.4s, #16",     0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0x8000_8000_0000_0001n,                     ""],
    ["rshrn2 v0.8h, v1.4s, #4",     0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0x1235_0123_4567_89ab_cdefn,                ""],
    ["sqshrn v0.4h, v1.4s, #4",     0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0x8000_7fff_ffff_1234n,                     "QC"],
    ["sqshrn2 v0.8h, v1.4s, #16",   0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0x8000_7fff_ffff_0001_0123_4567_89ab_cdefn, ""],
    ["sqrshrn v0.4h, v1.4s, #16",   0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0x8000_7fff_0000_0001n,                     "QC"],
    ["sqshrun v0.4h, v1.4s, #16",   0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0x7fff_0000_0001n,                          "QC"],
    ["sqrshrun2 v0.8h, v1.4s, #15", 0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0xffff_0000_0002_0123_4567_89ab_cdefn,      "QC"],
    ["uqshrn v0.4h, v1.4s, #15",    0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0xffff_ffff_ffff_0002n,                     "QC"],
    ["uqshrn v0.4h, v1.4s, #16",    0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0x8000_7fff_ffff_0001n,                     ""],
    ["uqrshrn v0.4h, v1.4s, #16",   0x0123_4567_89ab_cdef_0123_4567_89ab_cdefn, 0x80000000_7fffffff_ffffffff_00012348n, 0x8000_8000_ffff_0001n,                     "QC"],
    ["rshrn v0.2s, v1.2d, #32",     0n,                                         0xffffffffffffffff_00000000ffffffffn,   0x00000001n,                                ""],
    ["uqrshrn v0.2s, v1.2d, #1",    0n,                                         0xffffffffffffffff_00000000ffffffffn,   0xffffffff_80000000n,                       "QC"],
    ["sqrshrun v0.2s, v1.2d, #1",   0n,                                         0xffffffffffffffff_00000000ffffffffn,   0x80000000n,                                ""],
  ]));

  casesOfVectors("doubles the size", ofOne([
    // assembly                  V0 before V1                                          V0 after                                FPSR
    ["sshll v0.4s, v1.4h, #0",   ONES,     0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xffff8001_000000ff_00000010_00000000n, ""],
    ["sshll2 v0.4s, v1.8h, #15", ONES,     0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xc0000000_3fff8000_ffff8000_00008000n, ""],
    ["ushll v0.4s, v1.4h, #4",   ONES,     0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x00080010_00000ff0_00000100_00000000n, ""],
    ["ushll2 v0.4s, v1.8h, #0",  ONES,     0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x00008000_00007fff_0000ffff_00000001n, ""],
  ]));

  casesOfVectors("converts numbers with a fraction of so many bits", ofOne([
    // assembly                  V0 before V1                                          V0 after                                    FPSR
    ["scvtf v0.4s, v1.4s, #1",   0n,       0x80000000_7fffffff_ffffffff_00012348n,     0xce800000_4e800000_bf000000_4711a400n,     "IXC"],
    ["scvtf v0.4s, v1.4s, #32",  0n,       0x80000000_7fffffff_ffffffff_00012348n,     0xbf000000_3f000000_af800000_3791a400n,     "IXC"],
    ["ucvtf v0.2s, v1.2s, #16",  0n,       0x80000000_7fffffff_ffffffff_00012348n,     0x47800000_3f91a400n,                       "IXC"],
    ["ucvtf v0.4s, v1.4s, #8",   0n,       0x80000000_7fffffff_ffffffff_00012348n,     0x4b000000_4b000000_4b800000_4391a400n,     "IXC",    RP],
    ["scvtf v0.8h, v1.8h, #16",  0n,       0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0xb800_3800_8100_0100_b800_1bf8_0c00_0000n, "IXC"],
    ["ucvtf v0.4h, v1.4h, #1",   0n,       0x8000_7fff_ffff_0001_8001_00ff_0010_0000n, 0x7400_57f8_4800_0000n,                     "IXC"],
    ["ucvtf v0.2d, v1.2d, #64",  0n,       0x8000000000000000_7fffffffffffffffn,       0x3fe0000000000000_3fe0000000000000n,       "IXC"],
    ["fcvtzs v0.4s, v1.4s, #1",  0n,       0x3fc00000_bfc00000_4f000000_7fc00000n,     0x00000003_fffffffd_7fffffff_00000000n,     "IOC"],
    ["fcvtzu v0.4s, v1.4s, #1",  0n,       0x3fc00000_bfc00000_4f000000_7fc00000n,     0x00000003_00000000_ffffffff_00000000n,     "IOC"],
    ["fcvtzs v0.4s, v1.4s, #31", 0n,       0x3fc00000_bfc00000_4f000000_7fc00000n,     0x7fffffff_80000000_7fffffff_00000000n,     "IOC"],
    ["fcvtzs v0.4h, v1.4h, #4",  0n,       0x3c00_bc00_7c00_0001n,                     0x0010_fff0_7fff_0000n,                     "IXC IOC"],
    ["fcvtzu v0.4h, v1.4h, #16", 0n,       0x3c00_bc00_7c00_0001n,                     0xffff_0000_ffff_0000n,                     "IXC IOC"],
    ["fcvtzs v0.4s, v1.4s, #31", 0n,       0x00000001_3f000000n,                       0x40000000n,                                "IDC",    FZ],
  ]));

  describe("reads as the manual's pseudocode does", () => {
    for (const [assembly, explanation] of [
      ["movi v0.8h, #0x12, lsl #8", "V0 = [0x1200 for i in 0..7]"],
      ["mvni v0.2s, #1", "D0 = [~1 for i in 0..1]"],
      ["bic v0.4s, #1, lsl #24", "V0 = [V0.S[i] & ~0x1000000 for i in 0..3]"],
      ["ssra v0.8b, v1.8b, #3", "D0 = [D0.B[i] + ASR(D1.B[i], 3) for i in 0..7]"],
      ["urshr v0.4s, v1.4s, #5", "V0 = [LSR(UInt(V1.S[i]) + 0x10, 5)<31:0> for i in 0..3]"],
      ["sqshlu v0.4s, v1.4s, #5", "V0 = [UnsignedSatQ(LSL(SInt(V1.S[i]), 5), 32) for i in 0..3]"],
      ["sli v0.4s, v1.4s, #5", "V0 = [(V0.S[i] & 0x1f) | LSL(V1.S[i], 5) for i in 0..3]"],
      ["shrn v0.4h, v1.4s, #5", "D0 = [LSR(V1.S[i], 5)<15:0> for i in 0..3]"],
      ["sqrshrun2 v0.8h, v1.4s, #5",
        "V0 = V0 with D[1] = [UnsignedSatQ(ASR(SInt(V1.S[i]) + 0x10, 5), 16) for i in 0..3]"],
      ["sshll v0.4s, v1.4h, #3", "V0 = [LSL(SignExtend(D1.H[i], 32), 3) for i in 0..3]"],
      ["ushll2 v0.4s, v1.8h, #0", "V0 = [ZeroExtend(V1.D[1].H[i], 32) for i in 0..3]"],
      ["fcvtzs v0.2d, v1.2d, #3",
        "V0 = [FPToFixed(V1.D[i], to signed 64 with 3 fraction bits, ZERO) for i in 0..1]"],
    ] as const) {
      it(assembly, () => {
        const meaning = meaningOf(standardDecoder(), assembleLine(assembly));
        expect(meaning && explain(meaning)).to.equal(explanation);
      });
    }
  });
});
