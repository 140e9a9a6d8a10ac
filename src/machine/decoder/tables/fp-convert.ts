// Scalar floating point: conversions from and to general-purpose registers (Arm ARM, "A64 instruction set encoding",
// word<30:24> = 0011110).

import type { EncodingTable } from "../row";

const HALF = "requires FEAT_FP16 if ftype=11";
/** A W register has 32 bits to be a fraction. */
const FRACTION = "undefined if sf=0 scale=0xxxxx";

const FIXED_POINT = {
  "SCVTF (scalar, fixed-point)":  ["sf 0 0 11110 ftype:2 0 00 010 scale:6 Rn:5 Rd:5", "scvtf <F><d>, <Rn>, #<scale fbits>",  FRACTION, HALF],
  "UCVTF (scalar, fixed-point)":  ["sf 0 0 11110 ftype:2 0 00 011 scale:6 Rn:5 Rd:5", "ucvtf <F><d>, <Rn>, #<scale fbits>",  FRACTION, HALF],
  "FCVTZS (scalar, fixed-point)": ["sf 0 0 11110 ftype:2 0 11 000 scale:6 Rn:5 Rd:5", "fcvtzs <Rd>, <F><n>, #<scale fbits>", FRACTION, HALF],
  "FCVTZU (scalar, fixed-point)": ["sf 0 0 11110 ftype:2 0 11 001 scale:6 Rn:5 Rd:5", "fcvtzu <Rd>, <F><n>, #<scale fbits>", FRACTION, HALF],
} as const satisfies EncodingTable;

const INTEGER = {
  "FCVTNS (scalar)":          ["sf 0 0 11110 ftype:2 1 00 000 000000 Rn:5 Rd:5", "fcvtns <Rd>, <F><n>", HALF],
  "FCVTNU (scalar)":          ["sf 0 0 11110 ftype:2 1 00 001 000000 Rn:5 Rd:5", "fcvtnu <Rd>, <F><n>", HALF],
  "SCVTF (scalar, integer)":  ["sf 0 0 11110 ftype:2 1 00 010 000000 Rn:5 Rd:5", "scvtf <F><d>, <Rn>",  HALF],
  "UCVTF (scalar, integer)":  ["sf 0 0 11110 ftype:2 1 00 011 000000 Rn:5 Rd:5", "ucvtf <F><d>, <Rn>",  HALF],
  "FCVTAS (scalar)":          ["sf 0 0 11110 ftype:2 1 00 100 000000 Rn:5 Rd:5", "fcvtas <Rd>, <F><n>", HALF],
  "FCVTAU (scalar)":          ["sf 0 0 11110 ftype:2 1 00 101 000000 Rn:5 Rd:5", "fcvtau <Rd>, <F><n>", HALF],
  "FCVTPS (scalar)":          ["sf 0 0 11110 ftype:2 1 01 000 000000 Rn:5 Rd:5", "fcvtps <Rd>, <F><n>", HALF],
  "FCVTPU (scalar)":          ["sf 0 0 11110 ftype:2 1 01 001 000000 Rn:5 Rd:5", "fcvtpu <Rd>, <F><n>", HALF],
  "FCVTMS (scalar)":          ["sf 0 0 11110 ftype:2 1 10 000 000000 Rn:5 Rd:5", "fcvtms <Rd>, <F><n>", HALF],
  "FCVTMU (scalar)":          ["sf 0 0 11110 ftype:2 1 10 001 000000 Rn:5 Rd:5", "fcvtmu <Rd>, <F><n>", HALF],
  "FCVTZS (scalar, integer)": ["sf 0 0 11110 ftype:2 1 11 000 000000 Rn:5 Rd:5", "fcvtzs <Rd>, <F><n>", HALF],
  "FCVTZU (scalar, integer)": ["sf 0 0 11110 ftype:2 1 11 001 000000 Rn:5 Rd:5", "fcvtzu <Rd>, <F><n>", HALF],
  "FMOV (general)": [
    "sf 0 0 11110 ftype:2 1 0 rmode 11 opcode 000000 Rn:5 Rd:5",
    "fmov <Wd>, <Sn>          if sf=0 ftype=00 rmode=0 opcode=0",
    "fmov <Sd>, <Wn>          if sf=0 ftype=00 rmode=0 opcode=1",
    "fmov <Xd>, <Dn>          if sf=1 ftype=01 rmode=0 opcode=0",
    "fmov <Dd>, <Xn>          if sf=1 ftype=01 rmode=0 opcode=1",
    "fmov <Rd>, <Hn>          if ftype=11 rmode=0 opcode=0",
    "fmov <Hd>, <Rn>          if ftype=11 rmode=0 opcode=1",
    "fmov <Xd>, <Vn.d>[1]     if sf=1 ftype=10 rmode=1 opcode=0",
    "fmov <Vd.d>[1], <Xn>     if sf=1 ftype=10 rmode=1 opcode=1",
    "accept fmov <Sd>, #0{.0} if sf=0 ftype=00 rmode=0 opcode=1 Rn=11111",
    "accept fmov <Dd>, #0{.0} if sf=1 ftype=01 rmode=0 opcode=1 Rn=11111",
    "accept fmov <Hd>, #0{.0} if sf=0 ftype=11 rmode=0 opcode=1 Rn=11111",
    "undefined if sf=1 ftype=00",
    "undefined if sf=0 ftype=01",
    "undefined if sf=0 ftype=10",
    "undefined if rmode=1 ftype!=10",
    "undefined if rmode=0 ftype=10",
    HALF,
  ],
  "FJCVTZS": ["0 0 0 11110 01 1 11 110 000000 Rn:5 Rd:5", "fjcvtzs <Wd>, <Dn>", "requires FEAT_JSCVT"],
} as const satisfies EncodingTable;

export const FP_CONVERT = {
  "Conversion between floating-point and fixed-point": FIXED_POINT,
  "Conversion between floating-point and integer": INTEGER,
} as const;
