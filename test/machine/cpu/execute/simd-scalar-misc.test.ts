// What QEMU 7.2 (qemu-aarch64 -cpu max) leaves in V0 and FPSR.

import { casesOfVectors, type VectorCase } from "./vector-cases";

/** The destination, before. */
const V0 = 0x7fff_fff0_8000_000f_fff1_0002_0003_0004n;
/** What is above the operand, and must not matter. */
const ABOVE = 0xa5a5_a5a5_a5a5_a5a5n << 64n;

type Case = readonly [assembly: string, v1: bigint, after: bigint, flags: string, fpcr?: bigint];

const ofOne = (cases: readonly Case[]): VectorCase[] =>
  cases.map(([assembly, v1, after, flags, fpcr = 0n]) => [assembly, V0, ABOVE | v1, 0n, after, flags, fpcr]);

describe("Advanced SIMD on one scalar", () => {
  casesOfVectors("computes on it, and clears the rest of the register", ofOne([
    // assembly            V1                   V0 after             FPSR, FPCR
    ["suqadd b0, b1",      0x7fn,               0x7fn,               "QC"],
    ["usqadd h0, h1",      0x8000n,             0x0000n,             "QC"],
    ["sqabs s0, s1",       0x80000000n,         0x7fffffffn,         "QC"],
    ["sqneg d0, d1",       0x8000000000000000n, 0x7fffffffffffffffn, "QC"],
    ["abs d0, d1",         0xffffffffffffffffn, 0x0000000000000001n, ""],
    ["neg d0, d1",         0x0000000000000001n, 0xffffffffffffffffn, ""],
    ["cmgt d0, d1, #0",    0x0000000000000001n, 0xffffffffffffffffn, ""],
    ["cmge d0, d1, #0",    0x8000000000000000n, 0x0000000000000000n, ""],
    ["cmeq d0, d1, #0",    0x0000000000000000n, 0xffffffffffffffffn, ""],
    ["cmle d0, d1, #0",    0x0000000000000000n, 0xffffffffffffffffn, ""],
    ["cmlt d0, d1, #0",    0x0000000000000000n, 0x0000000000000000n, ""],
    ["sqxtn b0, h1",       0x0080n,             0x7fn,               "QC"],
    ["sqxtun s0, d1",      0xffffffffffffffffn, 0x00000000n,         "QC"],
    ["uqxtn h0, s1",       0x0000ffffn,         0xffffn,             ""],
    ["fcvtxn s0, d1",      0x3ff0000000000001n, 0x3f800001n,         "IXC"],
    ["fcvtns s0, s1",      0x40200000n,         0x00000002n,         "IXC"],
    ["fcvtas d0, d1",      0x4004000000000000n, 0x0000000000000003n, "IXC"],
    ["fcvtms s0, s1",      0xbf000000n,         0xffffffffn,         "IXC"],
    ["fcvtpu h0, h1",      0x3801n,             0x0001n,             "IXC"],
    ["fcvtzu s0, s1",      0xbf800000n,         0x00000000n,         "IOC"],
    ["scvtf h0, h1",       0x8000n,             0xf800n,             ""],
    ["ucvtf d0, d1",       0x8000000000000001n, 0x43e0000000000000n, "IXC"],
    ["fcmgt s0, s1, #0.0", 0x7fa00000n,         0x00000000n,         "IOC"],
    ["fcmle d0, d1, #0.0", 0x8000000000000000n, 0xffffffffffffffffn, ""],
    ["fcmeq h0, h1, #0.0", 0x0001n,             0xffffn,             "",   0x80000n],
    ["frecpe d0, d1",      0x4008000000000000n, 0x3fd5500000000000n, ""],
    ["frecpe h0, h1",      0x0000n,             0x7c00n,             "DZC"],
    ["frecpx s0, s1",      0x40400000n,         0x3f800000n,         ""],
    ["frecpx h0, h1",      0x8000n,             0xf800n,             ""],
    ["frsqrte s0, s1",     0x40400000n,         0x3f138000n,         ""],
  ]));
});
