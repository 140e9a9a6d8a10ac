// Advanced SIMD on scalars, three registers of one kind, pairs, and copies (Arm ARM, "A64 instruction set encoding":
// word<31:30> = 01, word<28:25> = 1111). <V> is the letter of the registers.

import type { EncodingTable } from "../row";

const ANY = "V: size=b|h|s|d";
const DOUBLE = "V: size=-|-|-|d";
const HALF_OR_SINGLE = "V: size=-|h|s|-";
const SINGLE_OR_DOUBLE = "V: sz=s|d";
const FP16 = "requires FEAT_FP16";
const RDM = "requires FEAT_RDM";

const COPY = {
  "DUP (element) scalar": [
    "01 0 11110000 imm5:5 0 0000 1 Rn:5 Rd:5",
    "mov <V><d>, <Vn.V>[<imm5 element>]",
    "accept dup <V><d>, <Vn.V>[<imm5 element>]",
    "V: imm5=xxxx1:b|xxx10:h|xx100:s|x1000:d",
  ],
} as const satisfies EncodingTable;

const THREE_SAME_FP16 = {
  "FMULX (half-precision) scalar":           ["01 0 11110 0 10 Rm:5 00 011 1 Rn:5 Rd:5", "fmulx <Hd>, <Hn>, <Hm>",   FP16],
  "FCMEQ (register, half-precision) scalar": ["01 0 11110 0 10 Rm:5 00 100 1 Rn:5 Rd:5", "fcmeq <Hd>, <Hn>, <Hm>",   FP16],
  "FRECPS (half-precision) scalar":          ["01 0 11110 0 10 Rm:5 00 111 1 Rn:5 Rd:5", "frecps <Hd>, <Hn>, <Hm>",  FP16],
  "FRSQRTS (half-precision) scalar":         ["01 0 11110 1 10 Rm:5 00 111 1 Rn:5 Rd:5", "frsqrts <Hd>, <Hn>, <Hm>", FP16],
  "FCMGE (register, half-precision) scalar": ["01 1 11110 0 10 Rm:5 00 100 1 Rn:5 Rd:5", "fcmge <Hd>, <Hn>, <Hm>",   FP16],
  "FACGE (half-precision) scalar":           ["01 1 11110 0 10 Rm:5 00 101 1 Rn:5 Rd:5", "facge <Hd>, <Hn>, <Hm>",   FP16],
  "FABD (half-precision) scalar":            ["01 1 11110 1 10 Rm:5 00 010 1 Rn:5 Rd:5", "fabd <Hd>, <Hn>, <Hm>",    FP16],
  "FCMGT (register, half-precision) scalar": ["01 1 11110 1 10 Rm:5 00 100 1 Rn:5 Rd:5", "fcmgt <Hd>, <Hn>, <Hm>",   FP16],
  "FACGT (half-precision) scalar":           ["01 1 11110 1 10 Rm:5 00 101 1 Rn:5 Rd:5", "facgt <Hd>, <Hn>, <Hm>",   FP16],
} as const satisfies EncodingTable;

const THREE_SAME_EXTRA = {
  "SQRDMLAH (vector) scalar": ["01 1 11110 size:2 0 Rm:5 1 0000 1 Rn:5 Rd:5", "sqrdmlah <V><d>, <V><n>, <V><m>", HALF_OR_SINGLE, RDM],
  "SQRDMLSH (vector) scalar": ["01 1 11110 size:2 0 Rm:5 1 0001 1 Rn:5 Rd:5", "sqrdmlsh <V><d>, <V><n>, <V><m>", HALF_OR_SINGLE, RDM],
} as const satisfies EncodingTable;

const PAIRWISE = {
  "ADDP (scalar)":                    ["01 0 11110 size:2 11000 11011 10 Rn:5 Rd:5", "addp <Dd>, <Vn.2d>     if size=11", "undefined if size!=11"],
  "FMAXNMP (scalar, half-precision)": ["01 0 11110 0 sz 11000 01100 10 Rn:5 Rd:5",   "fmaxnmp <Hd>, <Vn.2h>  if sz=0", "undefined if sz=1", FP16],
  "FADDP (scalar, half-precision)":   ["01 0 11110 0 sz 11000 01101 10 Rn:5 Rd:5",   "faddp <Hd>, <Vn.2h>    if sz=0", "undefined if sz=1", FP16],
  "FMAXP (scalar, half-precision)":   ["01 0 11110 0 sz 11000 01111 10 Rn:5 Rd:5",   "fmaxp <Hd>, <Vn.2h>    if sz=0", "undefined if sz=1", FP16],
  "FMINNMP (scalar, half-precision)": ["01 0 11110 1 sz 11000 01100 10 Rn:5 Rd:5",   "fminnmp <Hd>, <Vn.2h>  if sz=0", "undefined if sz=1", FP16],
  "FMINP (scalar, half-precision)":   ["01 0 11110 1 sz 11000 01111 10 Rn:5 Rd:5",   "fminp <Hd>, <Vn.2h>    if sz=0", "undefined if sz=1", FP16],
  "FMAXNMP (scalar)":                 ["01 1 11110 0 sz 11000 01100 10 Rn:5 Rd:5",   "fmaxnmp <V><d>, <Vn.T>", SINGLE_OR_DOUBLE, "T: sz=2s|2d"],
  "FADDP (scalar)":                   ["01 1 11110 0 sz 11000 01101 10 Rn:5 Rd:5",   "faddp <V><d>, <Vn.T>",   SINGLE_OR_DOUBLE, "T: sz=2s|2d"],
  "FMAXP (scalar)":                   ["01 1 11110 0 sz 11000 01111 10 Rn:5 Rd:5",   "fmaxp <V><d>, <Vn.T>",   SINGLE_OR_DOUBLE, "T: sz=2s|2d"],
  "FMINNMP (scalar)":                 ["01 1 11110 1 sz 11000 01100 10 Rn:5 Rd:5",   "fminnmp <V><d>, <Vn.T>", SINGLE_OR_DOUBLE, "T: sz=2s|2d"],
  "FMINP (scalar)":                   ["01 1 11110 1 sz 11000 01111 10 Rn:5 Rd:5",   "fminp <V><d>, <Vn.T>",   SINGLE_OR_DOUBLE, "T: sz=2s|2d"],
} as const satisfies EncodingTable;

/** The destination is twice as wide as the sources. */
const THREE_DIFFERENT = {
  "SQDMLAL (vector) scalar": ["01 0 11110 size:2 1 Rm:5 1001 00 Rn:5 Rd:5", "sqdmlal <Va><d>, <Vb><n>, <Vb><m>", "Va: size=-|s|d|-", "Vb: size=-|h|s|-"],
  "SQDMLSL (vector) scalar": ["01 0 11110 size:2 1 Rm:5 1011 00 Rn:5 Rd:5", "sqdmlsl <Va><d>, <Vb><n>, <Vb><m>", "Va: size=-|s|d|-", "Vb: size=-|h|s|-"],
  "SQDMULL (vector) scalar": ["01 0 11110 size:2 1 Rm:5 1101 00 Rn:5 Rd:5", "sqdmull <Va><d>, <Vb><n>, <Vb><m>", "Va: size=-|s|d|-", "Vb: size=-|h|s|-"],
} as const satisfies EncodingTable;

const THREE_SAME = {
  "SQADD scalar":             ["01 0 11110 size:2 1 Rm:5 00001 1 Rn:5 Rd:5", "sqadd <V><d>, <V><n>, <V><m>",    ANY],
  "SQSUB scalar":             ["01 0 11110 size:2 1 Rm:5 00101 1 Rn:5 Rd:5", "sqsub <V><d>, <V><n>, <V><m>",    ANY],
  "CMGT (register) scalar":   ["01 0 11110 size:2 1 Rm:5 00110 1 Rn:5 Rd:5", "cmgt <V><d>, <V><n>, <V><m>",     DOUBLE, "accept cmlt <V><d>, <V><m>, <V><n>"],
  "CMGE (register) scalar":   ["01 0 11110 size:2 1 Rm:5 00111 1 Rn:5 Rd:5", "cmge <V><d>, <V><n>, <V><m>",     DOUBLE, "accept cmle <V><d>, <V><m>, <V><n>"],
  "SSHL scalar":              ["01 0 11110 size:2 1 Rm:5 01000 1 Rn:5 Rd:5", "sshl <V><d>, <V><n>, <V><m>",     DOUBLE],
  "SQSHL (register) scalar":  ["01 0 11110 size:2 1 Rm:5 01001 1 Rn:5 Rd:5", "sqshl <V><d>, <V><n>, <V><m>",    ANY],
  "SRSHL scalar":             ["01 0 11110 size:2 1 Rm:5 01010 1 Rn:5 Rd:5", "srshl <V><d>, <V><n>, <V><m>",    DOUBLE],
  "SQRSHL scalar":            ["01 0 11110 size:2 1 Rm:5 01011 1 Rn:5 Rd:5", "sqrshl <V><d>, <V><n>, <V><m>",   ANY],
  "ADD (vector) scalar":      ["01 0 11110 size:2 1 Rm:5 10000 1 Rn:5 Rd:5", "add <V><d>, <V><n>, <V><m>",      DOUBLE],
  "CMTST scalar":             ["01 0 11110 size:2 1 Rm:5 10001 1 Rn:5 Rd:5", "cmtst <V><d>, <V><n>, <V><m>",    DOUBLE],
  "SQDMULH (vector) scalar":  ["01 0 11110 size:2 1 Rm:5 10110 1 Rn:5 Rd:5", "sqdmulh <V><d>, <V><n>, <V><m>",  HALF_OR_SINGLE],
  "FMULX scalar":             ["01 0 11110 0 sz 1 Rm:5 11011 1 Rn:5 Rd:5",   "fmulx <V><d>, <V><n>, <V><m>",    SINGLE_OR_DOUBLE],
  "FCMEQ (register) scalar":  ["01 0 11110 0 sz 1 Rm:5 11100 1 Rn:5 Rd:5",   "fcmeq <V><d>, <V><n>, <V><m>",    SINGLE_OR_DOUBLE],
  "FRECPS scalar":            ["01 0 11110 0 sz 1 Rm:5 11111 1 Rn:5 Rd:5",   "frecps <V><d>, <V><n>, <V><m>",   SINGLE_OR_DOUBLE],
  "FRSQRTS scalar":           ["01 0 11110 1 sz 1 Rm:5 11111 1 Rn:5 Rd:5",   "frsqrts <V><d>, <V><n>, <V><m>",  SINGLE_OR_DOUBLE],
  "UQADD scalar":             ["01 1 11110 size:2 1 Rm:5 00001 1 Rn:5 Rd:5", "uqadd <V><d>, <V><n>, <V><m>",    ANY],
  "UQSUB scalar":             ["01 1 11110 size:2 1 Rm:5 00101 1 Rn:5 Rd:5", "uqsub <V><d>, <V><n>, <V><m>",    ANY],
  "CMHI (register) scalar":   ["01 1 11110 size:2 1 Rm:5 00110 1 Rn:5 Rd:5", "cmhi <V><d>, <V><n>, <V><m>",     DOUBLE, "accept cmlo <V><d>, <V><m>, <V><n>"],
  "CMHS (register) scalar":   ["01 1 11110 size:2 1 Rm:5 00111 1 Rn:5 Rd:5", "cmhs <V><d>, <V><n>, <V><m>",     DOUBLE, "accept cmls <V><d>, <V><m>, <V><n>"],
  "USHL scalar":              ["01 1 11110 size:2 1 Rm:5 01000 1 Rn:5 Rd:5", "ushl <V><d>, <V><n>, <V><m>",     DOUBLE],
  "UQSHL (register) scalar":  ["01 1 11110 size:2 1 Rm:5 01001 1 Rn:5 Rd:5", "uqshl <V><d>, <V><n>, <V><m>",    ANY],
  "URSHL scalar":             ["01 1 11110 size:2 1 Rm:5 01010 1 Rn:5 Rd:5", "urshl <V><d>, <V><n>, <V><m>",    DOUBLE],
  "UQRSHL scalar":            ["01 1 11110 size:2 1 Rm:5 01011 1 Rn:5 Rd:5", "uqrshl <V><d>, <V><n>, <V><m>",   ANY],
  "SUB (vector) scalar":      ["01 1 11110 size:2 1 Rm:5 10000 1 Rn:5 Rd:5", "sub <V><d>, <V><n>, <V><m>",      DOUBLE],
  "CMEQ (register) scalar":   ["01 1 11110 size:2 1 Rm:5 10001 1 Rn:5 Rd:5", "cmeq <V><d>, <V><n>, <V><m>",     DOUBLE],
  "SQRDMULH (vector) scalar": ["01 1 11110 size:2 1 Rm:5 10110 1 Rn:5 Rd:5", "sqrdmulh <V><d>, <V><n>, <V><m>", HALF_OR_SINGLE],
  "FCMGE (register) scalar":  ["01 1 11110 0 sz 1 Rm:5 11100 1 Rn:5 Rd:5",   "fcmge <V><d>, <V><n>, <V><m>",    SINGLE_OR_DOUBLE, "accept fcmle <V><d>, <V><m>, <V><n>"],
  "FACGE scalar":             ["01 1 11110 0 sz 1 Rm:5 11101 1 Rn:5 Rd:5",   "facge <V><d>, <V><n>, <V><m>",    SINGLE_OR_DOUBLE, "accept facle <V><d>, <V><m>, <V><n>"],
  "FABD scalar":              ["01 1 11110 1 sz 1 Rm:5 11010 1 Rn:5 Rd:5",   "fabd <V><d>, <V><n>, <V><m>",     SINGLE_OR_DOUBLE],
  "FCMGT (register) scalar":  ["01 1 11110 1 sz 1 Rm:5 11100 1 Rn:5 Rd:5",   "fcmgt <V><d>, <V><n>, <V><m>",    SINGLE_OR_DOUBLE, "accept fcmlt <V><d>, <V><m>, <V><n>"],
  "FACGT scalar":             ["01 1 11110 1 sz 1 Rm:5 11101 1 Rn:5 Rd:5",   "facgt <V><d>, <V><n>, <V><m>",    SINGLE_OR_DOUBLE, "accept faclt <V><d>, <V><m>, <V><n>"],
} as const satisfies EncodingTable;

export const SIMD_SCALAR_SAME = {
  "Advanced SIMD scalar copy": COPY,
  "Advanced SIMD scalar three same FP16": THREE_SAME_FP16,
  "Advanced SIMD scalar three same extra": THREE_SAME_EXTRA,
  "Advanced SIMD scalar pairwise": PAIRWISE,
  "Advanced SIMD scalar three different": THREE_DIFFERENT,
  "Advanced SIMD scalar three same": THREE_SAME,
} as const;
