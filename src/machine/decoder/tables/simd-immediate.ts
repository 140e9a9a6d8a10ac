// Advanced SIMD with an immediate: constants, and shifts (Arm ARM, "A64 instruction set encoding"): word<31> = 0,
// word<28:23> = 011110, word<10> = 1. Where immh would be 0000, the word is a modified immediate. Of its eight
// one-bit fields a to h, which stand in two places, those that are neighbours are one field here.

import type { EncodingTable } from "../row";

const FP16 = "requires FEAT_FP16";

/** How far imm8 is shifted within its element: in 0s, or (msl) in 1s. */
const SHIFTS = [
  "lsl32: cmode[2:1]=/lsl #0|lsl #8|lsl #16|lsl #24",
  "lsl16: cmode[1]=/lsl #0|lsl #8",
  "msl: cmode[0]=msl #8|msl #16",
] as const;

const MODIFIED_IMMEDIATE = {
  "MOVI": [
    "0 Q op 0111100000 abc:3 cmode:4 0 1 defgh:5 Rd:5",
    "movi <Vd.T_s>, #<abc:defgh>{, <lsl32>} if op=0 cmode=0xx0",
    "movi <Vd.T_h>, #<abc:defgh>{, <lsl16>} if op=0 cmode=10x0",
    "movi <Vd.T_s>, #<abc:defgh>, <msl>     if op=0 cmode=110x",
    "movi <Vd.T_b>, #<abc:defgh>            if op=0 cmode=1110",
    "movi <Dd>, <abc:defgh bytes>           if Q=0 op=1 cmode=1110",
    "movi <Vd.2d>, <abc:defgh bytes>        if Q=1 op=1 cmode=1110",
    ...SHIFTS,
    "elsewhere if cmode=0xx1",
    "elsewhere if cmode=10x1",
    "elsewhere if cmode=1111",
    "elsewhere if op=1 cmode=0xx0",
    "elsewhere if op=1 cmode=10x0",
    "elsewhere if op=1 cmode=110x",
  ],
  "MVNI": [
    "0 Q 1 0111100000 abc:3 cmode:4 0 1 defgh:5 Rd:5",
    "mvni <Vd.T_s>, #<abc:defgh>{, <lsl32>} if cmode=0xx0",
    "mvni <Vd.T_h>, #<abc:defgh>{, <lsl16>} if cmode=10x0",
    "mvni <Vd.T_s>, #<abc:defgh>, <msl>     if cmode=110x",
    ...SHIFTS,
    "elsewhere if cmode=0xx1",
    "elsewhere if cmode=10x1",
    "elsewhere if cmode=111x",
  ],
  "ORR (vector, immediate)": [
    "0 Q 0 0111100000 abc:3 cmode:4 0 1 defgh:5 Rd:5",
    "orr <Vd.T_s>, #<abc:defgh>{, <lsl32>} if cmode=0xx1",
    "orr <Vd.T_h>, #<abc:defgh>{, <lsl16>} if cmode=10x1",
    ...SHIFTS,
    "elsewhere if cmode=xxx0",
    "elsewhere if cmode=11xx",
  ],
  "BIC (vector, immediate)": [
    "0 Q 1 0111100000 abc:3 cmode:4 0 1 defgh:5 Rd:5",
    "bic <Vd.T_s>, #<abc:defgh>{, <lsl32>} if cmode=0xx1",
    "bic <Vd.T_h>, #<abc:defgh>{, <lsl16>} if cmode=10x1",
    ...SHIFTS,
    "elsewhere if cmode=xxx0",
    "elsewhere if cmode=11xx",
  ],
  "FMOV (vector, immediate, half-precision)": ["0 Q 0 0111100000 abc:3 1111 1 1 defgh:5 Rd:5", "fmov <Vd.T_h>, <abc:defgh float>", FP16],
  "FMOV (vector, immediate)": [
    "0 Q op 0111100000 abc:3 1111 0 1 defgh:5 Rd:5",
    "fmov <Vd.T_s>, <abc:defgh float> if op=0",
    "fmov <Vd.2d>, <abc:defgh float>  if op=1 Q=1",
    "undefined if op=1 Q=0",
  ],
} as const satisfies EncodingTable;

/** The words without a leading one in immh are modified immediates. */
const SEE_IMMEDIATE = "elsewhere if immh=0000";
const HALF = "requires FEAT_FP16 if immh=001x";

const SHIFT_BY_IMMEDIATE = {
  "SSHR":                         ["0 Q 0 011110 immh:4 immb:3 00000 1 Rn:5 Rd:5", "sshr <Vd.T_imm>, <Vn.T_imm>, #<immh:immb right>",               SEE_IMMEDIATE],
  "SSRA":                         ["0 Q 0 011110 immh:4 immb:3 00010 1 Rn:5 Rd:5", "ssra <Vd.T_imm>, <Vn.T_imm>, #<immh:immb right>",               SEE_IMMEDIATE],
  "SRSHR":                        ["0 Q 0 011110 immh:4 immb:3 00100 1 Rn:5 Rd:5", "srshr <Vd.T_imm>, <Vn.T_imm>, #<immh:immb right>",              SEE_IMMEDIATE],
  "SRSRA":                        ["0 Q 0 011110 immh:4 immb:3 00110 1 Rn:5 Rd:5", "srsra <Vd.T_imm>, <Vn.T_imm>, #<immh:immb right>",              SEE_IMMEDIATE],
  "SHL":                          ["0 Q 0 011110 immh:4 immb:3 01010 1 Rn:5 Rd:5", "shl <Vd.T_imm>, <Vn.T_imm>, #<immh:immb left>",                 SEE_IMMEDIATE],
  "SQSHL (immediate)":            ["0 Q 0 011110 immh:4 immb:3 01110 1 Rn:5 Rd:5", "sqshl <Vd.T_imm>, <Vn.T_imm>, #<immh:immb left>",               SEE_IMMEDIATE],
  "SHRN":                         ["0 Q 0 011110 immh:4 immb:3 10000 1 Rn:5 Rd:5", "shrn<2> <Vd.T_imm_bhs>, <Vn.Wide_imm>, #<immh:immb right>",     SEE_IMMEDIATE],
  "RSHRN":                        ["0 Q 0 011110 immh:4 immb:3 10001 1 Rn:5 Rd:5", "rshrn<2> <Vd.T_imm_bhs>, <Vn.Wide_imm>, #<immh:immb right>",    SEE_IMMEDIATE],
  "SQSHRN":                       ["0 Q 0 011110 immh:4 immb:3 10010 1 Rn:5 Rd:5", "sqshrn<2> <Vd.T_imm_bhs>, <Vn.Wide_imm>, #<immh:immb right>",   SEE_IMMEDIATE],
  "SQRSHRN":                      ["0 Q 0 011110 immh:4 immb:3 10011 1 Rn:5 Rd:5", "sqrshrn<2> <Vd.T_imm_bhs>, <Vn.Wide_imm>, #<immh:immb right>",  SEE_IMMEDIATE],
  "SSHLL": [
    "0 Q 0 011110 immh:4 immb:3 10100 1 Rn:5 Rd:5",
    "sshll<2> <Vd.Wide_imm>, <Vn.T_imm_bhs>, #<immh:immb left>",
    "accept sxtl<2> <Vd.Wide_imm>, <Vn.T_imm_bhs> if immb=000 immh=0001",
    "accept sxtl<2> <Vd.Wide_imm>, <Vn.T_imm_bhs> if immb=000 immh=0010",
    "accept sxtl<2> <Vd.Wide_imm>, <Vn.T_imm_bhs> if immb=000 immh=0100",
    SEE_IMMEDIATE,
  ],
  "SCVTF (vector, fixed-point)":  ["0 Q 0 011110 immh:4 immb:3 11100 1 Rn:5 Rd:5", "scvtf <Vd.T_imm_hsd>, <Vn.T_imm_hsd>, #<immh:immb right>",      HALF, SEE_IMMEDIATE],
  "FCVTZS (vector, fixed-point)": ["0 Q 0 011110 immh:4 immb:3 11111 1 Rn:5 Rd:5", "fcvtzs <Vd.T_imm_hsd>, <Vn.T_imm_hsd>, #<immh:immb right>",     HALF, SEE_IMMEDIATE],
  "USHR":                         ["0 Q 1 011110 immh:4 immb:3 00000 1 Rn:5 Rd:5", "ushr <Vd.T_imm>, <Vn.T_imm>, #<immh:immb right>",               SEE_IMMEDIATE],
  "USRA":                         ["0 Q 1 011110 immh:4 immb:3 00010 1 Rn:5 Rd:5", "usra <Vd.T_imm>, <Vn.T_imm>, #<immh:immb right>",               SEE_IMMEDIATE],
  "URSHR":                        ["0 Q 1 011110 immh:4 immb:3 00100 1 Rn:5 Rd:5", "urshr <Vd.T_imm>, <Vn.T_imm>, #<immh:immb right>",              SEE_IMMEDIATE],
  "URSRA":                        ["0 Q 1 011110 immh:4 immb:3 00110 1 Rn:5 Rd:5", "ursra <Vd.T_imm>, <Vn.T_imm>, #<immh:immb right>",              SEE_IMMEDIATE],
  "SRI":                          ["0 Q 1 011110 immh:4 immb:3 01000 1 Rn:5 Rd:5", "sri <Vd.T_imm>, <Vn.T_imm>, #<immh:immb right>",                SEE_IMMEDIATE],
  "SLI":                          ["0 Q 1 011110 immh:4 immb:3 01010 1 Rn:5 Rd:5", "sli <Vd.T_imm>, <Vn.T_imm>, #<immh:immb left>",                 SEE_IMMEDIATE],
  "SQSHLU":                       ["0 Q 1 011110 immh:4 immb:3 01100 1 Rn:5 Rd:5", "sqshlu <Vd.T_imm>, <Vn.T_imm>, #<immh:immb left>",              SEE_IMMEDIATE],
  "UQSHL (immediate)":            ["0 Q 1 011110 immh:4 immb:3 01110 1 Rn:5 Rd:5", "uqshl <Vd.T_imm>, <Vn.T_imm>, #<immh:immb left>",               SEE_IMMEDIATE],
  "SQSHRUN":                      ["0 Q 1 011110 immh:4 immb:3 10000 1 Rn:5 Rd:5", "sqshrun<2> <Vd.T_imm_bhs>, <Vn.Wide_imm>, #<immh:immb right>",  SEE_IMMEDIATE],
  "SQRSHRUN":                     ["0 Q 1 011110 immh:4 immb:3 10001 1 Rn:5 Rd:5", "sqrshrun<2> <Vd.T_imm_bhs>, <Vn.Wide_imm>, #<immh:immb right>", SEE_IMMEDIATE],
  "UQSHRN":                       ["0 Q 1 011110 immh:4 immb:3 10010 1 Rn:5 Rd:5", "uqshrn<2> <Vd.T_imm_bhs>, <Vn.Wide_imm>, #<immh:immb right>",   SEE_IMMEDIATE],
  "UQRSHRN":                      ["0 Q 1 011110 immh:4 immb:3 10011 1 Rn:5 Rd:5", "uqrshrn<2> <Vd.T_imm_bhs>, <Vn.Wide_imm>, #<immh:immb right>",  SEE_IMMEDIATE],
  "USHLL": [
    "0 Q 1 011110 immh:4 immb:3 10100 1 Rn:5 Rd:5",
    "ushll<2> <Vd.Wide_imm>, <Vn.T_imm_bhs>, #<immh:immb left>",
    "accept uxtl<2> <Vd.Wide_imm>, <Vn.T_imm_bhs> if immb=000 immh=0001",
    "accept uxtl<2> <Vd.Wide_imm>, <Vn.T_imm_bhs> if immb=000 immh=0010",
    "accept uxtl<2> <Vd.Wide_imm>, <Vn.T_imm_bhs> if immb=000 immh=0100",
    SEE_IMMEDIATE,
  ],
  "UCVTF (vector, fixed-point)":  ["0 Q 1 011110 immh:4 immb:3 11100 1 Rn:5 Rd:5", "ucvtf <Vd.T_imm_hsd>, <Vn.T_imm_hsd>, #<immh:immb right>",      HALF, SEE_IMMEDIATE],
  "FCVTZU (vector, fixed-point)": ["0 Q 1 011110 immh:4 immb:3 11111 1 Rn:5 Rd:5", "fcvtzu <Vd.T_imm_hsd>, <Vn.T_imm_hsd>, #<immh:immb right>",     HALF, SEE_IMMEDIATE],
} as const satisfies EncodingTable;

export const SIMD_IMMEDIATE = {
  "Advanced SIMD modified immediate": MODIFIED_IMMEDIATE,
  "Advanced SIMD shift by immediate": SHIFT_BY_IMMEDIATE,
} as const;
