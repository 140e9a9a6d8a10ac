// What QEMU 7.2 (qemu-aarch64 -cpu max) leaves in V0 or X0, of vectors whose bytes all differ.

import { expect } from "chai";
import { hex } from "../../../../src/base/word";
import { afterRunning } from "../machine";

const BEFORE = {
  v0: 0xe0e1_e2e3_e4e5_e6e7_e8e9_eaeb_eced_eeefn,
  v1: 0x9f8e_7d6c_5b4a_3928_1716_1514_1312_1110n,
  v2: 0x2f2e_2d2c_2b2a_2928_2726_2524_2322_2120n,
  /** Indices of bytes: some are beyond any table. */
  v3: 0xff_20_10_1f_00_01_02_03_04_05_06_1e_0f_11_30_80n,
  v31: 0x3f3e_3d3c_3b3a_3938_3736_3534_3332_3130n,
  x0: 0xffff_ffff_ffff_ffffn,
  x1: 0x8182_8384_8586_8788n,
};

describe("Advanced SIMD that moves elements about", () => {
  const vectors = [
    // assembly                                     V0 after
    ["zip1 v0.8h, v1.8h, v2.8h",                    0x2726_1716_2524_1514_2322_1312_2120_1110n],
    ["zip2 v0.4s, v1.4s, v2.4s",                    0x2f2e2d2c_9f8e7d6c_2b2a2928_5b4a3928n],
    ["uzp1 v0.8b, v1.8b, v2.8b",                    0x26_24_22_20_16_14_12_10n],
    ["uzp2 v0.16b, v1.16b, v2.16b",                 0x2f_2d_2b_29_27_25_23_21_9f_7d_5b_39_17_15_13_11n],
    ["trn1 v0.8h, v1.8h, v2.8h",                    0x2d2c_7d6c_2928_3928_2524_1514_2120_1110n],
    ["trn2 v0.4h, v1.4h, v2.4h",                    0x2726_1716_2322_1312n],
    ["ext v0.16b, v1.16b, v2.16b, #3",              0x22_21_20_9f_8e_7d_6c_5b_4a_39_28_17_16_15_14_13n],
    ["ext v0.8b, v1.8b, v2.8b, #7",                 0x26_25_24_23_22_21_20_17n],
    ["dup v0.8h, v1.h[6]",                          0x7d6c_7d6c_7d6c_7d6c_7d6c_7d6c_7d6c_7d6cn],
    ["dup v0.2s, v1.s[3]",                          0x9f8e7d6c_9f8e7d6cn],
    ["dup v0.4s, w1",                               0x85868788_85868788_85868788_85868788n],
    ["dup v0.8b, w1",                               0x88_88_88_88_88_88_88_88n],
    ["dup v0.2d, x1",                               0x8182838485868788_8182838485868788n],
    ["mov v0.b[15], w1",                            0x88_e1_e2_e3_e4_e5_e6_e7_e8_e9_ea_eb_ec_ed_ee_efn],
    ["mov v0.h[1], w1",                             0xe0e1_e2e3_e4e5_e6e7_e8e9_eaeb_8788_eeefn],
    ["mov v0.d[1], x1",                             0x8182838485868788_e8e9eaebecedeeefn],
    ["mov v0.s[3], v1.s[0]",                        0x13121110_e4e5e6e7_e8e9eaeb_ecedeeefn],
    ["mov v0.b[0], v1.b[15]",                       0xe0_e1_e2_e3_e4_e5_e6_e7_e8_e9_ea_eb_ec_ed_ee_9fn],
    ["tbl v0.16b, {v1.16b, v2.16b}, v3.16b",        0x00_00_20_2f_10_11_12_13_14_15_16_2e_9f_21_00_00n],
    ["tbx v0.16b, {v1.16b, v2.16b}, v3.16b",        0xe0_e1_20_2f_10_11_12_13_14_15_16_2e_9f_21_ee_efn],
    ["tbl v0.8b, {v1.16b}, v3.8b",                  0x14_15_16_00_9f_00_00_00n],
    ["tbx v0.8b, {v31.16b, v0.16b, v1.16b}, v3.8b", 0x34_35_36_e1_3f_ee_ee_efn],
  ] as const;
  for (const [assembly, v0] of vectors) {
    it(assembly, () => {
      expect(hex(afterRunning(assembly, BEFORE).get("v0"))).to.equal(hex(v0));
    });
  }

  const scalars = [
    // assembly           X0 after
    ["umov w0, v1.b[15]", 0x0000_0000_0000_009fn],
    ["umov w0, v1.h[7]",  0x0000_0000_0000_9f8en],
    ["mov w0, v1.s[3]",   0x0000_0000_9f8e_7d6cn],
    ["mov x0, v1.d[1]",   0x9f8e_7d6c_5b4a_3928n],
    ["smov w0, v1.b[14]", 0x0000_0000_ffff_ff8en],
    ["smov x0, v1.b[14]", 0xffff_ffff_ffff_ff8en],
    ["smov w0, v1.h[7]",  0x0000_0000_ffff_9f8en],
    ["smov x0, v1.s[3]",  0xffff_ffff_9f8e_7d6cn],
  ] as const;
  for (const [assembly, x0] of scalars) {
    it(assembly, () => {
      expect(hex(afterRunning(assembly, BEFORE).get("x0"))).to.equal(hex(x0));
    });
  }
});
