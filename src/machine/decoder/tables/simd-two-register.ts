// Advanced SIMD from one vector to another of the same or half or twice the width, and to a scalar (Arm ARM, "A64
// instruction set encoding"): word<31> = 0, word<28:24> = 01110, word<21:17> = 10000, 11000 or (FP16) 11100.

import type { EncodingTable } from "../row";

const FP16 = "requires FEAT_FP16";

/** Half as many elements, of twice the size. */
const LONG = "Long: size:Q=4h|8h|2s|4s|1d|2d|-|-";

const TWO_REGISTER = {
  // Integers and bits.
  "REV64":                    ["0 Q 0 01110 size:2 10000 00000 10 Rn:5 Rd:5", "rev64 <Vd.T_bhs>, <Vn.T_bhs>"],
  "REV16 (vector)":           ["0 Q 0 01110 size:2 10000 00001 10 Rn:5 Rd:5", "rev16 <Vd.T_bytes>, <Vn.T_bytes>"],
  "SADDLP":                   ["0 Q 0 01110 size:2 10000 00010 10 Rn:5 Rd:5", "saddlp <Vd.Long>, <Vn.T_bhs>",     LONG],
  "SUQADD":                   ["0 Q 0 01110 size:2 10000 00011 10 Rn:5 Rd:5", "suqadd <Vd.T>, <Vn.T>"],
  "CLS (vector)":             ["0 Q 0 01110 size:2 10000 00100 10 Rn:5 Rd:5", "cls <Vd.T_bhs>, <Vn.T_bhs>"],
  "CNT":                      ["0 Q 0 01110 size:2 10000 00101 10 Rn:5 Rd:5", "cnt <Vd.T_bytes>, <Vn.T_bytes>"],
  "SADALP":                   ["0 Q 0 01110 size:2 10000 00110 10 Rn:5 Rd:5", "sadalp <Vd.Long>, <Vn.T_bhs>",     LONG],
  "SQABS":                    ["0 Q 0 01110 size:2 10000 00111 10 Rn:5 Rd:5", "sqabs <Vd.T>, <Vn.T>"],
  "CMGT (zero)":              ["0 Q 0 01110 size:2 10000 01000 10 Rn:5 Rd:5", "cmgt <Vd.T>, <Vn.T>, #0"],
  "CMEQ (zero)":              ["0 Q 0 01110 size:2 10000 01001 10 Rn:5 Rd:5", "cmeq <Vd.T>, <Vn.T>, #0"],
  "CMLT (zero)":              ["0 Q 0 01110 size:2 10000 01010 10 Rn:5 Rd:5", "cmlt <Vd.T>, <Vn.T>, #0"],
  "ABS":                      ["0 Q 0 01110 size:2 10000 01011 10 Rn:5 Rd:5", "abs <Vd.T>, <Vn.T>"],
  "XTN":                      ["0 Q 0 01110 size:2 10000 10010 10 Rn:5 Rd:5", "xtn<2> <Vd.T_bhs>, <Vn.Wide>"],
  "SQXTN":                    ["0 Q 0 01110 size:2 10000 10100 10 Rn:5 Rd:5", "sqxtn<2> <Vd.T_bhs>, <Vn.Wide>"],
  "REV32 (vector)":           ["0 Q 1 01110 size:2 10000 00000 10 Rn:5 Rd:5", "rev32 <Vd.T_bh>, <Vn.T_bh>"],
  "UADDLP":                   ["0 Q 1 01110 size:2 10000 00010 10 Rn:5 Rd:5", "uaddlp <Vd.Long>, <Vn.T_bhs>",     LONG],
  "USQADD":                   ["0 Q 1 01110 size:2 10000 00011 10 Rn:5 Rd:5", "usqadd <Vd.T>, <Vn.T>"],
  "CLZ (vector)":             ["0 Q 1 01110 size:2 10000 00100 10 Rn:5 Rd:5", "clz <Vd.T_bhs>, <Vn.T_bhs>"],
  "NOT":                      ["0 Q 1 01110 00 10000 00101 10 Rn:5 Rd:5",     "mvn <Vd.T_b>, <Vn.T_b>",           "accept not <Vd.T_b>, <Vn.T_b>"],
  "RBIT (vector)":            ["0 Q 1 01110 01 10000 00101 10 Rn:5 Rd:5",     "rbit <Vd.T_b>, <Vn.T_b>"],
  "UADALP":                   ["0 Q 1 01110 size:2 10000 00110 10 Rn:5 Rd:5", "uadalp <Vd.Long>, <Vn.T_bhs>",     LONG],
  "SQNEG":                    ["0 Q 1 01110 size:2 10000 00111 10 Rn:5 Rd:5", "sqneg <Vd.T>, <Vn.T>"],
  "CMGE (zero)":              ["0 Q 1 01110 size:2 10000 01000 10 Rn:5 Rd:5", "cmge <Vd.T>, <Vn.T>, #0"],
  "CMLE (zero)":              ["0 Q 1 01110 size:2 10000 01001 10 Rn:5 Rd:5", "cmle <Vd.T>, <Vn.T>, #0"],
  "NEG (vector)":             ["0 Q 1 01110 size:2 10000 01011 10 Rn:5 Rd:5", "neg <Vd.T>, <Vn.T>"],
  "SQXTUN":                   ["0 Q 1 01110 size:2 10000 10010 10 Rn:5 Rd:5", "sqxtun<2> <Vd.T_bhs>, <Vn.Wide>"],
  "SHLL":                     ["0 Q 1 01110 size:2 10000 10011 10 Rn:5 Rd:5", "shll<2> <Vd.Wide>, <Vn.T_bhs>, #<size=8|16|32|->"],
  "UQXTN":                    ["0 Q 1 01110 size:2 10000 10100 10 Rn:5 Rd:5", "uqxtn<2> <Vd.T_bhs>, <Vn.Wide>"],
  // Between precisions.
  "FCVTN": [
    "0 Q 0 01110 0 sz 10000 10110 10 Rn:5 Rd:5",
    "fcvtn<2> <Vd.Narrow>, <Vn.Wider>",
    "Narrow: sz:Q=4h|8h|2s|4s",
    "Wider: sz=4s|2d",
  ],
  "FCVTL": [
    "0 Q 0 01110 0 sz 10000 10111 10 Rn:5 Rd:5",
    "fcvtl<2> <Vd.Wider>, <Vn.Narrow>",
    "Narrow: sz:Q=4h|8h|2s|4s",
    "Wider: sz=4s|2d",
  ],
  "FCVTXN":                   ["0 Q 1 01110 01 10000 10110 10 Rn:5 Rd:5",     "fcvtxn<2> <Vd.T_s>, <Vn.2d>"],
  "BFCVTN":                   ["0 Q 0 01110 10 10000 10110 10 Rn:5 Rd:5",     "bfcvtn<2> <Vd.T_h>, <Vn.4s>",      "requires FEAT_BF16"],
  // Floating point, 32 and 64 bits.
  "FRINTN (vector)":          ["0 Q 0 01110 0 sz 10000 11000 10 Rn:5 Rd:5",   "frintn <Vd.T_fp>, <Vn.T_fp>"],
  "FRINTM (vector)":          ["0 Q 0 01110 0 sz 10000 11001 10 Rn:5 Rd:5",   "frintm <Vd.T_fp>, <Vn.T_fp>"],
  "FCVTNS (vector)":          ["0 Q 0 01110 0 sz 10000 11010 10 Rn:5 Rd:5",   "fcvtns <Vd.T_fp>, <Vn.T_fp>"],
  "FCVTMS (vector)":          ["0 Q 0 01110 0 sz 10000 11011 10 Rn:5 Rd:5",   "fcvtms <Vd.T_fp>, <Vn.T_fp>"],
  "FCVTAS (vector)":          ["0 Q 0 01110 0 sz 10000 11100 10 Rn:5 Rd:5",   "fcvtas <Vd.T_fp>, <Vn.T_fp>"],
  "SCVTF (vector, integer)":  ["0 Q 0 01110 0 sz 10000 11101 10 Rn:5 Rd:5",   "scvtf <Vd.T_fp>, <Vn.T_fp>"],
  "FRINT32Z (vector)":        ["0 Q 0 01110 0 sz 10000 11110 10 Rn:5 Rd:5",   "frint32z <Vd.T_fp>, <Vn.T_fp>",    "requires FEAT_FRINTTS"],
  "FRINT64Z (vector)":        ["0 Q 0 01110 0 sz 10000 11111 10 Rn:5 Rd:5",   "frint64z <Vd.T_fp>, <Vn.T_fp>",    "requires FEAT_FRINTTS"],
  "FCMGT (zero)":             ["0 Q 0 01110 1 sz 10000 01100 10 Rn:5 Rd:5",   "fcmgt <Vd.T_fp>, <Vn.T_fp>, #0.0", "accept fcmgt <Vd.T_fp>, <Vn.T_fp>, #0"],
  "FCMEQ (zero)":             ["0 Q 0 01110 1 sz 10000 01101 10 Rn:5 Rd:5",   "fcmeq <Vd.T_fp>, <Vn.T_fp>, #0.0", "accept fcmeq <Vd.T_fp>, <Vn.T_fp>, #0"],
  "FCMLT (zero)":             ["0 Q 0 01110 1 sz 10000 01110 10 Rn:5 Rd:5",   "fcmlt <Vd.T_fp>, <Vn.T_fp>, #0.0", "accept fcmlt <Vd.T_fp>, <Vn.T_fp>, #0"],
  "FABS (vector)":            ["0 Q 0 01110 1 sz 10000 01111 10 Rn:5 Rd:5",   "fabs <Vd.T_fp>, <Vn.T_fp>"],
  "FRINTP (vector)":          ["0 Q 0 01110 1 sz 10000 11000 10 Rn:5 Rd:5",   "frintp <Vd.T_fp>, <Vn.T_fp>"],
  "FRINTZ (vector)":          ["0 Q 0 01110 1 sz 10000 11001 10 Rn:5 Rd:5",   "frintz <Vd.T_fp>, <Vn.T_fp>"],
  "FCVTPS (vector)":          ["0 Q 0 01110 1 sz 10000 11010 10 Rn:5 Rd:5",   "fcvtps <Vd.T_fp>, <Vn.T_fp>"],
  "FCVTZS (vector, integer)": ["0 Q 0 01110 1 sz 10000 11011 10 Rn:5 Rd:5",   "fcvtzs <Vd.T_fp>, <Vn.T_fp>"],
  "URECPE":                   ["0 Q 0 01110 1 sz 10000 11100 10 Rn:5 Rd:5",   "urecpe <Vd.T>, <Vn.T>",            "T: sz:Q=2s|4s|-|-"],
  "FRECPE":                   ["0 Q 0 01110 1 sz 10000 11101 10 Rn:5 Rd:5",   "frecpe <Vd.T_fp>, <Vn.T_fp>"],
  "FRINTA (vector)":          ["0 Q 1 01110 0 sz 10000 11000 10 Rn:5 Rd:5",   "frinta <Vd.T_fp>, <Vn.T_fp>"],
  "FRINTX (vector)":          ["0 Q 1 01110 0 sz 10000 11001 10 Rn:5 Rd:5",   "frintx <Vd.T_fp>, <Vn.T_fp>"],
  "FCVTNU (vector)":          ["0 Q 1 01110 0 sz 10000 11010 10 Rn:5 Rd:5",   "fcvtnu <Vd.T_fp>, <Vn.T_fp>"],
  "FCVTMU (vector)":          ["0 Q 1 01110 0 sz 10000 11011 10 Rn:5 Rd:5",   "fcvtmu <Vd.T_fp>, <Vn.T_fp>"],
  "FCVTAU (vector)":          ["0 Q 1 01110 0 sz 10000 11100 10 Rn:5 Rd:5",   "fcvtau <Vd.T_fp>, <Vn.T_fp>"],
  "UCVTF (vector, integer)":  ["0 Q 1 01110 0 sz 10000 11101 10 Rn:5 Rd:5",   "ucvtf <Vd.T_fp>, <Vn.T_fp>"],
  "FRINT32X (vector)":        ["0 Q 1 01110 0 sz 10000 11110 10 Rn:5 Rd:5",   "frint32x <Vd.T_fp>, <Vn.T_fp>",    "requires FEAT_FRINTTS"],
  "FRINT64X (vector)":        ["0 Q 1 01110 0 sz 10000 11111 10 Rn:5 Rd:5",   "frint64x <Vd.T_fp>, <Vn.T_fp>",    "requires FEAT_FRINTTS"],
  "FCMGE (zero)":             ["0 Q 1 01110 1 sz 10000 01100 10 Rn:5 Rd:5",   "fcmge <Vd.T_fp>, <Vn.T_fp>, #0.0", "accept fcmge <Vd.T_fp>, <Vn.T_fp>, #0"],
  "FCMLE (zero)":             ["0 Q 1 01110 1 sz 10000 01101 10 Rn:5 Rd:5",   "fcmle <Vd.T_fp>, <Vn.T_fp>, #0.0", "accept fcmle <Vd.T_fp>, <Vn.T_fp>, #0"],
  "FNEG (vector)":            ["0 Q 1 01110 1 sz 10000 01111 10 Rn:5 Rd:5",   "fneg <Vd.T_fp>, <Vn.T_fp>"],
  "FRINTI (vector)":          ["0 Q 1 01110 1 sz 10000 11001 10 Rn:5 Rd:5",   "frinti <Vd.T_fp>, <Vn.T_fp>"],
  "FCVTPU (vector)":          ["0 Q 1 01110 1 sz 10000 11010 10 Rn:5 Rd:5",   "fcvtpu <Vd.T_fp>, <Vn.T_fp>"],
  "FCVTZU (vector, integer)": ["0 Q 1 01110 1 sz 10000 11011 10 Rn:5 Rd:5",   "fcvtzu <Vd.T_fp>, <Vn.T_fp>"],
  "URSQRTE":                  ["0 Q 1 01110 1 sz 10000 11100 10 Rn:5 Rd:5",   "ursqrte <Vd.T>, <Vn.T>",           "T: sz:Q=2s|4s|-|-"],
  "FRSQRTE":                  ["0 Q 1 01110 1 sz 10000 11101 10 Rn:5 Rd:5",   "frsqrte <Vd.T_fp>, <Vn.T_fp>"],
  "FSQRT (vector)":           ["0 Q 1 01110 1 sz 10000 11111 10 Rn:5 Rd:5",   "fsqrt <Vd.T_fp>, <Vn.T_fp>"],
} as const satisfies EncodingTable;

const TWO_REGISTER_FP16 = {
  "FRINTN (vector, half-precision)":          ["0 Q 0 01110 0 111100 11000 10 Rn:5 Rd:5", "frintn <Vd.T_h>, <Vn.T_h>",  FP16],
  "FRINTM (vector, half-precision)":          ["0 Q 0 01110 0 111100 11001 10 Rn:5 Rd:5", "frintm <Vd.T_h>, <Vn.T_h>",  FP16],
  "FCVTNS (vector, half-precision)":          ["0 Q 0 01110 0 111100 11010 10 Rn:5 Rd:5", "fcvtns <Vd.T_h>, <Vn.T_h>",  FP16],
  "FCVTMS (vector, half-precision)":          ["0 Q 0 01110 0 111100 11011 10 Rn:5 Rd:5", "fcvtms <Vd.T_h>, <Vn.T_h>",  FP16],
  "FCVTAS (vector, half-precision)":          ["0 Q 0 01110 0 111100 11100 10 Rn:5 Rd:5", "fcvtas <Vd.T_h>, <Vn.T_h>",  FP16],
  "SCVTF (vector, integer, half-precision)":  ["0 Q 0 01110 0 111100 11101 10 Rn:5 Rd:5", "scvtf <Vd.T_h>, <Vn.T_h>",   FP16],
  "FCMGT (zero, half-precision)": [
    "0 Q 0 01110 1 111100 01100 10 Rn:5 Rd:5",
    "fcmgt <Vd.T_h>, <Vn.T_h>, #0.0",
    "accept fcmgt <Vd.T_h>, <Vn.T_h>, #0",
    FP16,
  ],
  "FCMEQ (zero, half-precision)": [
    "0 Q 0 01110 1 111100 01101 10 Rn:5 Rd:5",
    "fcmeq <Vd.T_h>, <Vn.T_h>, #0.0",
    "accept fcmeq <Vd.T_h>, <Vn.T_h>, #0",
    FP16,
  ],
  "FCMLT (zero, half-precision)": [
    "0 Q 0 01110 1 111100 01110 10 Rn:5 Rd:5",
    "fcmlt <Vd.T_h>, <Vn.T_h>, #0.0",
    "accept fcmlt <Vd.T_h>, <Vn.T_h>, #0",
    FP16,
  ],
  "FABS (vector, half-precision)":            ["0 Q 0 01110 1 111100 01111 10 Rn:5 Rd:5", "fabs <Vd.T_h>, <Vn.T_h>",    FP16],
  "FRINTP (vector, half-precision)":          ["0 Q 0 01110 1 111100 11000 10 Rn:5 Rd:5", "frintp <Vd.T_h>, <Vn.T_h>",  FP16],
  "FRINTZ (vector, half-precision)":          ["0 Q 0 01110 1 111100 11001 10 Rn:5 Rd:5", "frintz <Vd.T_h>, <Vn.T_h>",  FP16],
  "FCVTPS (vector, half-precision)":          ["0 Q 0 01110 1 111100 11010 10 Rn:5 Rd:5", "fcvtps <Vd.T_h>, <Vn.T_h>",  FP16],
  "FCVTZS (vector, integer, half-precision)": ["0 Q 0 01110 1 111100 11011 10 Rn:5 Rd:5", "fcvtzs <Vd.T_h>, <Vn.T_h>",  FP16],
  "FRECPE (half-precision)":                  ["0 Q 0 01110 1 111100 11101 10 Rn:5 Rd:5", "frecpe <Vd.T_h>, <Vn.T_h>",  FP16],
  "FRINTA (vector, half-precision)":          ["0 Q 1 01110 0 111100 11000 10 Rn:5 Rd:5", "frinta <Vd.T_h>, <Vn.T_h>",  FP16],
  "FRINTX (vector, half-precision)":          ["0 Q 1 01110 0 111100 11001 10 Rn:5 Rd:5", "frintx <Vd.T_h>, <Vn.T_h>",  FP16],
  "FCVTNU (vector, half-precision)":          ["0 Q 1 01110 0 111100 11010 10 Rn:5 Rd:5", "fcvtnu <Vd.T_h>, <Vn.T_h>",  FP16],
  "FCVTMU (vector, half-precision)":          ["0 Q 1 01110 0 111100 11011 10 Rn:5 Rd:5", "fcvtmu <Vd.T_h>, <Vn.T_h>",  FP16],
  "FCVTAU (vector, half-precision)":          ["0 Q 1 01110 0 111100 11100 10 Rn:5 Rd:5", "fcvtau <Vd.T_h>, <Vn.T_h>",  FP16],
  "UCVTF (vector, integer, half-precision)":  ["0 Q 1 01110 0 111100 11101 10 Rn:5 Rd:5", "ucvtf <Vd.T_h>, <Vn.T_h>",   FP16],
  "FCMGE (zero, half-precision)": [
    "0 Q 1 01110 1 111100 01100 10 Rn:5 Rd:5",
    "fcmge <Vd.T_h>, <Vn.T_h>, #0.0",
    "accept fcmge <Vd.T_h>, <Vn.T_h>, #0",
    FP16,
  ],
  "FCMLE (zero, half-precision)": [
    "0 Q 1 01110 1 111100 01101 10 Rn:5 Rd:5",
    "fcmle <Vd.T_h>, <Vn.T_h>, #0.0",
    "accept fcmle <Vd.T_h>, <Vn.T_h>, #0",
    FP16,
  ],
  "FNEG (vector, half-precision)":            ["0 Q 1 01110 1 111100 01111 10 Rn:5 Rd:5", "fneg <Vd.T_h>, <Vn.T_h>",    FP16],
  "FRINTI (vector, half-precision)":          ["0 Q 1 01110 1 111100 11001 10 Rn:5 Rd:5", "frinti <Vd.T_h>, <Vn.T_h>",  FP16],
  "FCVTPU (vector, half-precision)":          ["0 Q 1 01110 1 111100 11010 10 Rn:5 Rd:5", "fcvtpu <Vd.T_h>, <Vn.T_h>",  FP16],
  "FCVTZU (vector, integer, half-precision)": ["0 Q 1 01110 1 111100 11011 10 Rn:5 Rd:5", "fcvtzu <Vd.T_h>, <Vn.T_h>",  FP16],
  "FRSQRTE (half-precision)":                 ["0 Q 1 01110 1 111100 11101 10 Rn:5 Rd:5", "frsqrte <Vd.T_h>, <Vn.T_h>", FP16],
  "FSQRT (vector, half-precision)":           ["0 Q 1 01110 1 111100 11111 10 Rn:5 Rd:5", "fsqrt <Vd.T_h>, <Vn.T_h>",   FP16],
} as const satisfies EncodingTable;

const LANES = "T: size:Q=8b|16b|4h|8h|-|4s|-|-";
const ONLY_4S = "T: sz:Q=-|4s|-|-";
/** The scalar is as wide as a lane, or twice as wide. */
const SAME = "V: size=b|h|s|-";
const LONGER = "V: size=h|s|d|-";

const ACROSS_LANES = {
  "SADDLV":                   ["0 Q 0 01110 size:2 11000 00011 10 Rn:5 Rd:5", "saddlv <V><d>, <Vn.T>",  LONGER, LANES],
  "SMAXV":                    ["0 Q 0 01110 size:2 11000 01010 10 Rn:5 Rd:5", "smaxv <V><d>, <Vn.T>",   SAME, LANES],
  "SMINV":                    ["0 Q 0 01110 size:2 11000 11010 10 Rn:5 Rd:5", "sminv <V><d>, <Vn.T>",   SAME, LANES],
  "ADDV":                     ["0 Q 0 01110 size:2 11000 11011 10 Rn:5 Rd:5", "addv <V><d>, <Vn.T>",    SAME, LANES],
  "UADDLV":                   ["0 Q 1 01110 size:2 11000 00011 10 Rn:5 Rd:5", "uaddlv <V><d>, <Vn.T>",  LONGER, LANES],
  "UMAXV":                    ["0 Q 1 01110 size:2 11000 01010 10 Rn:5 Rd:5", "umaxv <V><d>, <Vn.T>",   SAME, LANES],
  "UMINV":                    ["0 Q 1 01110 size:2 11000 11010 10 Rn:5 Rd:5", "uminv <V><d>, <Vn.T>",   SAME, LANES],
  "FMAXNMV (half-precision)": ["0 Q 0 01110 0 0 11000 01100 10 Rn:5 Rd:5",    "fmaxnmv <Hd>, <Vn.T_h>", FP16],
  "FMAXNMV":                  ["0 Q 1 01110 0 sz 11000 01100 10 Rn:5 Rd:5",   "fmaxnmv <Sd>, <Vn.T>",   ONLY_4S],
  "FMINNMV (half-precision)": ["0 Q 0 01110 1 0 11000 01100 10 Rn:5 Rd:5",    "fminnmv <Hd>, <Vn.T_h>", FP16],
  "FMINNMV":                  ["0 Q 1 01110 1 sz 11000 01100 10 Rn:5 Rd:5",   "fminnmv <Sd>, <Vn.T>",   ONLY_4S],
  "FMAXV (half-precision)":   ["0 Q 0 01110 0 0 11000 01111 10 Rn:5 Rd:5",    "fmaxv <Hd>, <Vn.T_h>",   FP16],
  "FMAXV":                    ["0 Q 1 01110 0 sz 11000 01111 10 Rn:5 Rd:5",   "fmaxv <Sd>, <Vn.T>",     ONLY_4S],
  "FMINV (half-precision)":   ["0 Q 0 01110 1 0 11000 01111 10 Rn:5 Rd:5",    "fminv <Hd>, <Vn.T_h>",   FP16],
  "FMINV":                    ["0 Q 1 01110 1 sz 11000 01111 10 Rn:5 Rd:5",   "fminv <Sd>, <Vn.T>",     ONLY_4S],
} as const satisfies EncodingTable;

export const SIMD_TWO_REGISTER = {
  "Advanced SIMD two-register miscellaneous": TWO_REGISTER,
  "Advanced SIMD two-register miscellaneous (FP16)": TWO_REGISTER_FP16,
  "Advanced SIMD across lanes": ACROSS_LANES,
} as const;
