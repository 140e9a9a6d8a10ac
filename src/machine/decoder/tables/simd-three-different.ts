// Advanced SIMD on three vectors that differ in shape: sums and products of twice the width, and the upper halves of
// sums (Arm ARM, "A64 instruction set encoding"): word<31> = 0, word<28:24> = 01110, word<11:10> = 00.

import type { EncodingTable } from "../row";

const THREE_DIFFERENT = {
  "SADDL":            ["0 Q 0 01110 size:2 1 Rm:5 0000 00 Rn:5 Rd:5", "saddl<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "SADDW":            ["0 Q 0 01110 size:2 1 Rm:5 0001 00 Rn:5 Rd:5", "saddw<2> <Vd.Wide>, <Vn.Wide>, <Vm.T_bhs>"],
  "SSUBL":            ["0 Q 0 01110 size:2 1 Rm:5 0010 00 Rn:5 Rd:5", "ssubl<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "SSUBW":            ["0 Q 0 01110 size:2 1 Rm:5 0011 00 Rn:5 Rd:5", "ssubw<2> <Vd.Wide>, <Vn.Wide>, <Vm.T_bhs>"],
  "ADDHN":            ["0 Q 0 01110 size:2 1 Rm:5 0100 00 Rn:5 Rd:5", "addhn<2> <Vd.T_bhs>, <Vn.Wide>, <Vm.Wide>"],
  "SABAL":            ["0 Q 0 01110 size:2 1 Rm:5 0101 00 Rn:5 Rd:5", "sabal<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "SUBHN":            ["0 Q 0 01110 size:2 1 Rm:5 0110 00 Rn:5 Rd:5", "subhn<2> <Vd.T_bhs>, <Vn.Wide>, <Vm.Wide>"],
  "SABDL":            ["0 Q 0 01110 size:2 1 Rm:5 0111 00 Rn:5 Rd:5", "sabdl<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "SMLAL (vector)":   ["0 Q 0 01110 size:2 1 Rm:5 1000 00 Rn:5 Rd:5", "smlal<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "SQDMLAL (vector)": ["0 Q 0 01110 size:2 1 Rm:5 1001 00 Rn:5 Rd:5", "sqdmlal<2> <Vd.Wide_sd>, <Vn.T_hs>, <Vm.T_hs>"],
  "SMLSL (vector)":   ["0 Q 0 01110 size:2 1 Rm:5 1010 00 Rn:5 Rd:5", "smlsl<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "SQDMLSL (vector)": ["0 Q 0 01110 size:2 1 Rm:5 1011 00 Rn:5 Rd:5", "sqdmlsl<2> <Vd.Wide_sd>, <Vn.T_hs>, <Vm.T_hs>"],
  "SMULL (vector)":   ["0 Q 0 01110 size:2 1 Rm:5 1100 00 Rn:5 Rd:5", "smull<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "SQDMULL (vector)": ["0 Q 0 01110 size:2 1 Rm:5 1101 00 Rn:5 Rd:5", "sqdmull<2> <Vd.Wide_sd>, <Vn.T_hs>, <Vm.T_hs>"],
  "PMULL": [
    "0 Q 0 01110 size:2 1 Rm:5 1110 00 Rn:5 Rd:5",
    "pmull<2> <Vd.Ta>, <Vn.Tb>, <Vm.Tb>",
    "Ta: size=8h|-|-|1q",
    "Tb: size:Q=8b|16b|-|-|-|-|1d|2d",
    "requires FEAT_PMULL if size=11",
  ],
  "UADDL":            ["0 Q 1 01110 size:2 1 Rm:5 0000 00 Rn:5 Rd:5", "uaddl<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "UADDW":            ["0 Q 1 01110 size:2 1 Rm:5 0001 00 Rn:5 Rd:5", "uaddw<2> <Vd.Wide>, <Vn.Wide>, <Vm.T_bhs>"],
  "USUBL":            ["0 Q 1 01110 size:2 1 Rm:5 0010 00 Rn:5 Rd:5", "usubl<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "USUBW":            ["0 Q 1 01110 size:2 1 Rm:5 0011 00 Rn:5 Rd:5", "usubw<2> <Vd.Wide>, <Vn.Wide>, <Vm.T_bhs>"],
  "RADDHN":           ["0 Q 1 01110 size:2 1 Rm:5 0100 00 Rn:5 Rd:5", "raddhn<2> <Vd.T_bhs>, <Vn.Wide>, <Vm.Wide>"],
  "UABAL":            ["0 Q 1 01110 size:2 1 Rm:5 0101 00 Rn:5 Rd:5", "uabal<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "RSUBHN":           ["0 Q 1 01110 size:2 1 Rm:5 0110 00 Rn:5 Rd:5", "rsubhn<2> <Vd.T_bhs>, <Vn.Wide>, <Vm.Wide>"],
  "UABDL":            ["0 Q 1 01110 size:2 1 Rm:5 0111 00 Rn:5 Rd:5", "uabdl<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "UMLAL (vector)":   ["0 Q 1 01110 size:2 1 Rm:5 1000 00 Rn:5 Rd:5", "umlal<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "UMLSL (vector)":   ["0 Q 1 01110 size:2 1 Rm:5 1010 00 Rn:5 Rd:5", "umlsl<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
  "UMULL (vector)":   ["0 Q 1 01110 size:2 1 Rm:5 1100 00 Rn:5 Rd:5", "umull<2> <Vd.Wide>, <Vn.T_bhs>, <Vm.T_bhs>"],
} as const satisfies EncodingTable;

export const SIMD_THREE_DIFFERENT = {
  "Advanced SIMD three different": THREE_DIFFERENT,
} as const;
