// Advanced SIMD on scalars, two registers (Arm ARM, "A64 instruction set encoding": word<31:30> = 01,
// word<28:25> = 1111). <V> is the letter of both registers; <Va> and <Vb> are those of the wide and the narrow one.

import type { EncodingTable } from "../row";

const ANY = "V: size=b|h|s|d";
const DOUBLE = "V: size=-|-|-|d";
const SINGLE_OR_DOUBLE = "V: sz=s|d";
const WIDE = "Va: size=h|s|d|-";
const NARROW = "Vb: size=b|h|s|-";
const FP16 = "requires FEAT_FP16";

const TWO_REGISTER = {
  "SUQADD scalar":                   ["01 0 11110 size:2 10000 00011 10 Rn:5 Rd:5", "suqadd <V><d>, <V><n>",       ANY],
  "SQABS scalar":                    ["01 0 11110 size:2 10000 00111 10 Rn:5 Rd:5", "sqabs <V><d>, <V><n>",        ANY],
  "CMGT (zero) scalar":              ["01 0 11110 size:2 10000 01000 10 Rn:5 Rd:5", "cmgt <V><d>, <V><n>, #0",     DOUBLE],
  "CMEQ (zero) scalar":              ["01 0 11110 size:2 10000 01001 10 Rn:5 Rd:5", "cmeq <V><d>, <V><n>, #0",     DOUBLE],
  "CMLT (zero) scalar":              ["01 0 11110 size:2 10000 01010 10 Rn:5 Rd:5", "cmlt <V><d>, <V><n>, #0",     DOUBLE],
  "ABS scalar":                      ["01 0 11110 size:2 10000 01011 10 Rn:5 Rd:5", "abs <V><d>, <V><n>",          DOUBLE],
  "SQXTN scalar":                    ["01 0 11110 size:2 10000 10100 10 Rn:5 Rd:5", "sqxtn <Vb><d>, <Va><n>",      NARROW, WIDE],
  "FCVTNS (vector) scalar":          ["01 0 11110 0 sz 10000 11010 10 Rn:5 Rd:5",   "fcvtns <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "FCVTMS (vector) scalar":          ["01 0 11110 0 sz 10000 11011 10 Rn:5 Rd:5",   "fcvtms <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "FCVTAS (vector) scalar":          ["01 0 11110 0 sz 10000 11100 10 Rn:5 Rd:5",   "fcvtas <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "SCVTF (vector, integer) scalar":  ["01 0 11110 0 sz 10000 11101 10 Rn:5 Rd:5",   "scvtf <V><d>, <V><n>",        SINGLE_OR_DOUBLE],
  "FCMGT (zero) scalar":             ["01 0 11110 1 sz 10000 01100 10 Rn:5 Rd:5",   "fcmgt <V><d>, <V><n>, #0.0",  SINGLE_OR_DOUBLE, "accept fcmgt <V><d>, <V><n>, #0"],
  "FCMEQ (zero) scalar":             ["01 0 11110 1 sz 10000 01101 10 Rn:5 Rd:5",   "fcmeq <V><d>, <V><n>, #0.0",  SINGLE_OR_DOUBLE, "accept fcmeq <V><d>, <V><n>, #0"],
  "FCMLT (zero) scalar":             ["01 0 11110 1 sz 10000 01110 10 Rn:5 Rd:5",   "fcmlt <V><d>, <V><n>, #0.0",  SINGLE_OR_DOUBLE, "accept fcmlt <V><d>, <V><n>, #0"],
  "FCVTPS (vector) scalar":          ["01 0 11110 1 sz 10000 11010 10 Rn:5 Rd:5",   "fcvtps <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "FCVTZS (vector, integer) scalar": ["01 0 11110 1 sz 10000 11011 10 Rn:5 Rd:5",   "fcvtzs <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "FRECPE scalar":                   ["01 0 11110 1 sz 10000 11101 10 Rn:5 Rd:5",   "frecpe <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "FRECPX":                          ["01 0 11110 1 sz 10000 11111 10 Rn:5 Rd:5",   "frecpx <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "USQADD scalar":                   ["01 1 11110 size:2 10000 00011 10 Rn:5 Rd:5", "usqadd <V><d>, <V><n>",       ANY],
  "SQNEG scalar":                    ["01 1 11110 size:2 10000 00111 10 Rn:5 Rd:5", "sqneg <V><d>, <V><n>",        ANY],
  "CMGE (zero) scalar":              ["01 1 11110 size:2 10000 01000 10 Rn:5 Rd:5", "cmge <V><d>, <V><n>, #0",     DOUBLE],
  "CMLE (zero) scalar":              ["01 1 11110 size:2 10000 01001 10 Rn:5 Rd:5", "cmle <V><d>, <V><n>, #0",     DOUBLE],
  "NEG (vector) scalar":             ["01 1 11110 size:2 10000 01011 10 Rn:5 Rd:5", "neg <V><d>, <V><n>",          DOUBLE],
  "SQXTUN scalar":                   ["01 1 11110 size:2 10000 10010 10 Rn:5 Rd:5", "sqxtun <Vb><d>, <Va><n>",     NARROW, WIDE],
  "UQXTN scalar":                    ["01 1 11110 size:2 10000 10100 10 Rn:5 Rd:5", "uqxtn <Vb><d>, <Va><n>",      NARROW, WIDE],
  "FCVTXN scalar":                   ["01 1 11110 0 sz 10000 10110 10 Rn:5 Rd:5",   "fcvtxn <Sd>, <Dn> if sz=1",   "undefined if sz=0"],
  "FCVTNU (vector) scalar":          ["01 1 11110 0 sz 10000 11010 10 Rn:5 Rd:5",   "fcvtnu <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "FCVTMU (vector) scalar":          ["01 1 11110 0 sz 10000 11011 10 Rn:5 Rd:5",   "fcvtmu <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "FCVTAU (vector) scalar":          ["01 1 11110 0 sz 10000 11100 10 Rn:5 Rd:5",   "fcvtau <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "UCVTF (vector, integer) scalar":  ["01 1 11110 0 sz 10000 11101 10 Rn:5 Rd:5",   "ucvtf <V><d>, <V><n>",        SINGLE_OR_DOUBLE],
  "FCMGE (zero) scalar":             ["01 1 11110 1 sz 10000 01100 10 Rn:5 Rd:5",   "fcmge <V><d>, <V><n>, #0.0",  SINGLE_OR_DOUBLE, "accept fcmge <V><d>, <V><n>, #0"],
  "FCMLE (zero) scalar":             ["01 1 11110 1 sz 10000 01101 10 Rn:5 Rd:5",   "fcmle <V><d>, <V><n>, #0.0",  SINGLE_OR_DOUBLE, "accept fcmle <V><d>, <V><n>, #0"],
  "FCVTPU (vector) scalar":          ["01 1 11110 1 sz 10000 11010 10 Rn:5 Rd:5",   "fcvtpu <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "FCVTZU (vector, integer) scalar": ["01 1 11110 1 sz 10000 11011 10 Rn:5 Rd:5",   "fcvtzu <V><d>, <V><n>",       SINGLE_OR_DOUBLE],
  "FRSQRTE scalar":                  ["01 1 11110 1 sz 10000 11101 10 Rn:5 Rd:5",   "frsqrte <V><d>, <V><n>",      SINGLE_OR_DOUBLE],
} as const satisfies EncodingTable;

const TWO_REGISTER_FP16 = {
  "FCVTNS (vector, half-precision) scalar":          ["01 0 11110 0 111100 11010 10 Rn:5 Rd:5", "fcvtns <Hd>, <Hn>",      FP16],
  "FCVTMS (vector, half-precision) scalar":          ["01 0 11110 0 111100 11011 10 Rn:5 Rd:5", "fcvtms <Hd>, <Hn>",      FP16],
  "FCVTAS (vector, half-precision) scalar":          ["01 0 11110 0 111100 11100 10 Rn:5 Rd:5", "fcvtas <Hd>, <Hn>",      FP16],
  "SCVTF (vector, integer, half-precision) scalar":  ["01 0 11110 0 111100 11101 10 Rn:5 Rd:5", "scvtf <Hd>, <Hn>",       FP16],
  "FCMGT (zero, half-precision) scalar":             ["01 0 11110 1 111100 01100 10 Rn:5 Rd:5", "fcmgt <Hd>, <Hn>, #0.0", FP16, "accept fcmgt <Hd>, <Hn>, #0"],
  "FCMEQ (zero, half-precision) scalar":             ["01 0 11110 1 111100 01101 10 Rn:5 Rd:5", "fcmeq <Hd>, <Hn>, #0.0", FP16, "accept fcmeq <Hd>, <Hn>, #0"],
  "FCMLT (zero, half-precision) scalar":             ["01 0 11110 1 111100 01110 10 Rn:5 Rd:5", "fcmlt <Hd>, <Hn>, #0.0", FP16, "accept fcmlt <Hd>, <Hn>, #0"],
  "FCVTPS (vector, half-precision) scalar":          ["01 0 11110 1 111100 11010 10 Rn:5 Rd:5", "fcvtps <Hd>, <Hn>",      FP16],
  "FCVTZS (vector, integer, half-precision) scalar": ["01 0 11110 1 111100 11011 10 Rn:5 Rd:5", "fcvtzs <Hd>, <Hn>",      FP16],
  "FRECPE (half-precision) scalar":                  ["01 0 11110 1 111100 11101 10 Rn:5 Rd:5", "frecpe <Hd>, <Hn>",      FP16],
  "FRECPX (half-precision)":                         ["01 0 11110 1 111100 11111 10 Rn:5 Rd:5", "frecpx <Hd>, <Hn>",      FP16],
  "FCVTNU (vector, half-precision) scalar":          ["01 1 11110 0 111100 11010 10 Rn:5 Rd:5", "fcvtnu <Hd>, <Hn>",      FP16],
  "FCVTMU (vector, half-precision) scalar":          ["01 1 11110 0 111100 11011 10 Rn:5 Rd:5", "fcvtmu <Hd>, <Hn>",      FP16],
  "FCVTAU (vector, half-precision) scalar":          ["01 1 11110 0 111100 11100 10 Rn:5 Rd:5", "fcvtau <Hd>, <Hn>",      FP16],
  "UCVTF (vector, integer, half-precision) scalar":  ["01 1 11110 0 111100 11101 10 Rn:5 Rd:5", "ucvtf <Hd>, <Hn>",       FP16],
  "FCMGE (zero, half-precision) scalar":             ["01 1 11110 1 111100 01100 10 Rn:5 Rd:5", "fcmge <Hd>, <Hn>, #0.0", FP16, "accept fcmge <Hd>, <Hn>, #0"],
  "FCMLE (zero, half-precision) scalar":             ["01 1 11110 1 111100 01101 10 Rn:5 Rd:5", "fcmle <Hd>, <Hn>, #0.0", FP16, "accept fcmle <Hd>, <Hn>, #0"],
  "FCVTPU (vector, half-precision) scalar":          ["01 1 11110 1 111100 11010 10 Rn:5 Rd:5", "fcvtpu <Hd>, <Hn>",      FP16],
  "FCVTZU (vector, integer, half-precision) scalar": ["01 1 11110 1 111100 11011 10 Rn:5 Rd:5", "fcvtzu <Hd>, <Hn>",      FP16],
  "FRSQRTE (half-precision) scalar":                 ["01 1 11110 1 111100 11101 10 Rn:5 Rd:5", "frsqrte <Hd>, <Hn>",     FP16],
} as const satisfies EncodingTable;

export const SIMD_SCALAR_MISC = {
  "Advanced SIMD scalar two-register miscellaneous FP16": TWO_REGISTER_FP16,
  "Advanced SIMD scalar two-register miscellaneous": TWO_REGISTER,
} as const;
