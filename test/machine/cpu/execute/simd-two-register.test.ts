// What QEMU 7.2 (qemu-aarch64 -cpu max) leaves in V0 and FPSR.

import { casesOfVectors, type VectorCase } from "./vector-cases";

/** The destination, before. */
const V0 = 0x7fff_fff0_8000_000f_fff1_0002_0003_0004n;

type Case = readonly [assembly: string, v1: bigint, after: bigint, flags: string, fpcr?: bigint];

const ofOne = (cases: readonly Case[]): VectorCase[] =>
  cases.map(([assembly, v1, after, flags, fpcr = 0n]) => [assembly, V0, v1, 0n, after, flags, fpcr]);

describe("Advanced SIMD from one vector to another, and across the lanes of one", () => {
  casesOfVectors("computes on integers", ofOne([
    // assembly                 V1                                                  V0 after                                            FPSR
    ["rev64 v0.8h, v1.8h",      0x0001_0002_0003_0004_0005_0006_0007_0008n,         0x0004_0003_0002_0001_0008_0007_0006_0005n,         ""],
    ["rev32 v0.8b, v1.8b",      0x01_02_03_04_05_06_07_08n,                         0x04_03_02_01_08_07_06_05n,                         ""],
    ["rev16 v0.16b, v1.16b",    0x01_02_03_04_05_06_07_08_09_0a_0b_0c_0d_0e_0f_10n, 0x02_01_04_03_06_05_08_07_0a_09_0c_0b_0e_0d_10_0fn, ""],
    ["saddlp v0.2d, v1.4s",     0x80000000_80000000_ffffffff_00000001n,             0xffffffff00000000_0000000000000000n,               ""],
    ["uaddlp v0.2d, v1.4s",     0x80000000_80000000_ffffffff_00000001n,             0x0000000100000000_0000000100000000n,               ""],
    ["sadalp v0.4h, v1.8b",     0x80_80_ff_01_7f_7f_00_02n,                         0xfef1_0002_0101_0006n,                             ""],
    ["uadalp v0.4h, v1.8b",     0x80_80_ff_01_7f_7f_00_02n,                         0x00f1_0102_0101_0006n,                             ""],
    ["suqadd v0.4s, v1.4s",     0x00000001_ffffffff_7fffffff_00000000n,             0x7ffffff1_7fffffff_7ff10001_00030004n,             "QC"],
    ["usqadd v0.4s, v1.4s",     0x00000001_ffffffff_80000000_00000000n,             0x7ffffff1_8000000e_7ff10002_00030004n,             ""],
    ["sqabs v0.4s, v1.4s",      0x80000000_80000001_ffffffff_00000005n,             0x7fffffff_7fffffff_00000001_00000005n,             "QC"],
    ["abs v0.4s, v1.4s",        0x80000000_80000001_ffffffff_00000005n,             0x80000000_7fffffff_00000001_00000005n,             ""],
    ["sqneg v0.8h, v1.8h",      0x8000_8001_ffff_0005_0000_7fff_0001_fffen,         0x7fff_7fff_0001_fffb_0000_8001_ffff_0002n,         "QC"],
    ["neg v0.8h, v1.8h",        0x8000_8001_ffff_0005_0000_7fff_0001_fffen,         0x8000_7fff_0001_fffb_0000_8001_ffff_0002n,         ""],
    ["cls v0.4s, v1.4s",        0x00000000_ffffffff_80000000_0000ffffn,             0x0000001f_0000001f_00000000_0000000fn,             ""],
    ["clz v0.4s, v1.4s",        0x00000000_ffffffff_00000001_0000ffffn,             0x00000020_00000000_0000001f_00000010n,             ""],
    ["cnt v0.8b, v1.8b",        0x00_ff_80_01_55_7f_fe_10n,                         0x00_08_01_01_04_07_07_01n,                         ""],
    ["mvn v0.8b, v1.8b",        0x00_ff_80_01_55_7f_fe_10n,                         0xff_00_7f_fe_aa_80_01_efn,                         ""],
    ["rbit v0.8b, v1.8b",       0x00_ff_80_01_55_7f_fe_10n,                         0x00_ff_01_80_aa_fe_7f_08n,                         ""],
    ["cmgt v0.4s, v1.4s, #0",   0x00000000_ffffffff_7fffffff_80000000n,             0x00000000_00000000_ffffffff_00000000n,             ""],
    ["cmge v0.4s, v1.4s, #0",   0x00000000_ffffffff_7fffffff_80000000n,             0xffffffff_00000000_ffffffff_00000000n,             ""],
    ["cmeq v0.4s, v1.4s, #0",   0x00000000_ffffffff_7fffffff_80000000n,             0xffffffff_00000000_00000000_00000000n,             ""],
    ["cmle v0.4s, v1.4s, #0",   0x00000000_ffffffff_7fffffff_80000000n,             0xffffffff_ffffffff_00000000_ffffffffn,             ""],
    ["cmlt v0.4s, v1.4s, #0",   0x00000000_ffffffff_7fffffff_80000000n,             0x00000000_ffffffff_00000000_ffffffffn,             ""],
    ["xtn v0.4h, v1.4s",        0x00012345_ffff8000_00007fff_12340000n,             0x2345_8000_7fff_0000n,                             ""],
    ["xtn2 v0.8h, v1.4s",       0x00012345_ffff8000_00007fff_12340000n,             0x2345_8000_7fff_0000_fff1_0002_0003_0004n,         ""],
    ["sqxtn v0.4h, v1.4s",      0x00012345_ffff8000_00007fff_ffff7fffn,             0x7fff_8000_7fff_8000n,                             "QC"],
    ["sqxtun v0.4h, v1.4s",     0x00012345_ffff8000_00007fff_0000ffffn,             0xffff_0000_7fff_ffffn,                             "QC"],
    ["uqxtn2 v0.8h, v1.4s",     0x00012345_00000001_00007fff_0000ffffn,             0xffff_0001_7fff_ffff_fff1_0002_0003_0004n,         "QC"],
    ["shll v0.4s, v1.4h, #16",  0x8001_7fff_0000_ffffn,                             0x80010000_7fff0000_00000000_ffff0000n,             ""],
    ["shll2 v0.4s, v1.8h, #16", 0x8001_7fff_0000_ffff_1111_2222_3333_4444n,         0x80010000_7fff0000_00000000_ffff0000n,             ""],
    ["urecpe v0.4s, v1.4s",     0x80000000_7fffffff_ffffffff_c0000000n,             0xff800000_ffffffff_80000000_aa800000n,             ""],
    ["ursqrte v0.4s, v1.4s",    0x40000000_3fffffff_ffffffff_80000000n,             0xff800000_ffffffff_80000000_b4800000n,             ""],
  ]));

  casesOfVectors("computes on floating point", ofOne([
    // assembly                  V1                                          V0 after                                    FPSR, FPCR
    ["fcvtn v0.2s, v1.2d",       0x7ff8123456789abc_3fb999999999999an,       0x7fc091a2_3dcccccdn,                       "IXC"],
    ["fcvtn v0.4h, v1.4s",       0x7fc12345_477ff000_33000001_bf800000n,     0x7e09_7c00_0001_bc00n,                     "IXC UFC OFC"],
    ["fcvtn2 v0.4s, v1.2d",      0x3ff0000000000000_47f0000000000000n,       0x3f800000_7f800000_fff10002_00030004n,     "IXC OFC"],
    ["fcvtn v0.4h, v1.4s",       0x7f800000_7fc12345_477ff000_bf800000n,     0x7fff_0000_7c00_bc00n,                     "IXC IOC",    0x4000000n],
    ["fcvtl v0.2d, v1.2s",       0x7f812345_3dcccccdn,                       0x7ff82468a0000000_3fb99999a0000000n,       "IOC"],
    ["fcvtl2 v0.4s, v1.8h",      0x7c00_8001_fe01_3c00_0000_0000_0000_0000n, 0x7f800000_b3800000_ffc02000_3f800000n,     ""],
    ["fcvtl v0.4s, v1.4h",       0x7c00_8001_fe01_3c00n,                     0x47800000_b3800000_c7c02000_3f800000n,     "",           0x4000000n],
    ["fcvtxn v0.2s, v1.2d",      0x3ff0000000000001_47f0000000000000n,       0x3f800001_7f7fffffn,                       "IXC OFC"],
    ["frintn v0.4s, v1.4s",      0x40200000_40600000_c0200000_be99999an,     0x40000000_40800000_c0000000_80000000n,     ""],
    ["frinta v0.4s, v1.4s",      0x40200000_40600000_c0200000_be99999an,     0x40400000_40800000_c0400000_80000000n,     ""],
    ["frintm v0.4s, v1.4s",      0x40200000_40600000_c0200000_be99999an,     0x40000000_40400000_c0400000_bf800000n,     ""],
    ["frintp v0.4s, v1.4s",      0x40200000_40600000_c0200000_be99999an,     0x40400000_40800000_c0000000_80000000n,     ""],
    ["frintz v0.4s, v1.4s",      0x40200000_40600000_c0200000_be99999an,     0x40000000_40400000_c0000000_80000000n,     ""],
    ["frinti v0.4s, v1.4s",      0x40200000_40600000_c0200000_be99999an,     0x40400000_40800000_c0000000_80000000n,     "",           0x400000n],
    ["frintx v0.4s, v1.4s",      0x40200000_40600000_c0200000_be99999an,     0x40400000_40800000_c0000000_80000000n,     "IXC",        0x400000n],
    ["frint32z v0.4s, v1.4s",    0x40200000_4f000000_cf000000_7fc00000n,     0x40000000_cf000000_cf000000_cf000000n,     "IXC IOC"],
    ["frint32x v0.2d, v1.2d",    0x41dfffffffe00000_41dfffffffdfffffn,       0xc1e0000000000000_41dfffffffc00000n,       "IXC IOC"],
    ["frint64x v0.4s, v1.4s",    0x40200000_5f000000_df000000_4f000000n,     0x40000000_df000000_df000000_4f000000n,     "IXC IOC"],
    ["fcvtns v0.4s, v1.4s",      0x40200000_40600000_4f000000_7fc00000n,     0x00000002_00000004_7fffffff_00000000n,     "IXC IOC"],
    ["fcvtau v0.8h, v1.8h",      0x4100_4300_7bff_7c00_bc00_7e00_3800_0001n, 0x0003_0004_ffe0_ffff_0000_0000_0001_0000n, "IXC IOC"],
    ["fcvtzs v0.2d, v1.2d",      0x43e0000000000000_bff8000000000000n,       0x7fffffffffffffff_ffffffffffffffffn,       "IXC IOC"],
    ["scvtf v0.8h, v1.8h",       0x7fff_8000_0801_0001_0000_ffff_1001_1003n, 0x7800_f800_6800_3c00_0000_bc00_6c00_6c01n, "IXC"],
    ["ucvtf v0.2d, v1.2d",       0xffffffffffffffff_0000000000000001n,       0x43f0000000000000_3ff0000000000000n,       "IXC"],
    ["fcmgt v0.4s, v1.4s, #0.0", 0x3f800000_80000000_bf800000_7fc00000n,     0xffffffff_00000000_00000000_00000000n,     "IOC"],
    ["fcmeq v0.4s, v1.4s, #0.0", 0x3f800000_80000000_bf800000_7fc00000n,     0x00000000_ffffffff_00000000_00000000n,     ""],
    ["fcmge v0.4s, v1.4s, #0.0", 0x3f800000_80000000_bf800000_00000000n,     0xffffffff_ffffffff_00000000_ffffffffn,     ""],
    ["fcmlt v0.4s, v1.4s, #0.0", 0x3f800000_80000000_bf800000_7fc00000n,     0x00000000_00000000_ffffffff_00000000n,     "IOC"],
    ["fcmle v0.4s, v1.4s, #0.0", 0x00000001_80000000_bf800000_3f800000n,     0xffffffff_ffffffff_ffffffff_00000000n,     "IDC",        0x1000000n],
    ["fabs v0.4h, v1.4h",        0xfe01_8000_fc00_3c00n,                     0x7e01_0000_7c00_3c00n,                     ""],
    ["fneg v0.4s, v1.4s",        0x7fa00000_80000000_ff800000_3f800000n,     0xffa00000_00000000_7f800000_bf800000n,     ""],
    ["fsqrt v0.4s, v1.4s",       0x40800000_80000000_bf800000_40000000n,     0x40000000_80000000_7fc00000_3fb504f3n,     "IXC IOC"],
    ["frecpe v0.4s, v1.4s",      0x40000000_80000000_7f000000_00000001n,     0x3eff8000_ff800000_003fe000_7f800000n,     "IXC OFC DZC"],
    ["frsqrte v0.4s, v1.4s",     0x40800000_80000000_bf800000_7f800000n,     0x3eff8000_ff800000_7fc00000_00000000n,     "DZC IOC"],
  ]));

  casesOfVectors("makes one element of all", ofOne([
    // assembly           V1                                                  V0 after             FPSR
    ["addv b0, v1.16b",   0xff_01_01_01_01_01_01_01_01_01_01_01_01_01_01_10n, 0x1dn,               ""],
    ["addv s0, v1.4s",    0x80000000_80000000_00000003_00000004n,             0x00000007n,         ""],
    ["saddlv h0, v1.8b",  0x80_80_80_80_80_80_80_7fn,                         0xfcffn,             ""],
    ["saddlv s0, v1.8h",  0x8000_8000_8000_8000_8000_8000_8000_7fffn,         0xfffcffffn,         ""],
    ["uaddlv d0, v1.4s",  0xffffffff_ffffffff_ffffffff_ffffffffn,             0x00000003fffffffcn, ""],
    ["uaddlv h0, v1.16b", 0xff_ff_ff_ff_ff_ff_ff_ff_ff_ff_ff_ff_ff_ff_ff_ffn, 0x0ff0n,             ""],
    ["smaxv h0, v1.4h",   0x8000_ffff_7ffe_0001n,                             0x7ffen,             ""],
    ["sminv h0, v1.4h",   0x8000_ffff_7ffe_0001n,                             0x8000n,             ""],
    ["umaxv h0, v1.4h",   0x8000_ffff_7ffe_0001n,                             0xffffn,             ""],
    ["uminv b0, v1.8b",   0x80_ff_7e_02_03_04_05_06n,                         0x02n,               ""],
    ["fmaxv s0, v1.4s",   0x3f800000_80000000_40000000_c0400000n,             0x40000000n,         ""],
    ["fmaxv s0, v1.4s",   0x3f800000_7fa00002_7fa00001_7fc00000n,             0x7fe00001n,         "IOC"], // In halves, not one by one.
    ["fmaxnmv s0, v1.4s", 0x7fc00003_3f800000_7fc00001_c0400000n,             0x3f800000n,         ""],
    ["fminv h0, v1.8h",   0x3c00_0000_8000_4000_7c00_0001_0002_0003n,         0x8000n,             ""],
    ["fminnmv h0, v1.4h", 0x7e00_fc00_7e01_3c00n,                             0xfc00n,             ""],
  ]));
});
