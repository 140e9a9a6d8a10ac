// Scalar floating point: arithmetic, comparisons, selections (Arm ARM, "A64 instruction set encoding",
// word<31:24> = 0001111x). ftype is the precision: single, double, -, half.

import type { EncodingTable } from "../row";

const HALF = "requires FEAT_FP16 if ftype=11";
const SINGLE_OR_DOUBLE = "F: ftype=s|d|-|-";

const ONE_SOURCE = {
  "FMOV (register)":  ["0 0 0 11110 ftype:2 1 000000 10000 Rn:5 Rd:5", "fmov <F><d>, <F><n>",     HALF],
  "FABS (scalar)":    ["0 0 0 11110 ftype:2 1 000001 10000 Rn:5 Rd:5", "fabs <F><d>, <F><n>",     HALF],
  "FNEG (scalar)":    ["0 0 0 11110 ftype:2 1 000010 10000 Rn:5 Rd:5", "fneg <F><d>, <F><n>",     HALF],
  "FSQRT (scalar)":   ["0 0 0 11110 ftype:2 1 000011 10000 Rn:5 Rd:5", "fsqrt <F><d>, <F><n>",    HALF],
  "FCVT": [
    "0 0 0 11110 ftype:2 1 0001 opc:2 10000 Rn:5 Rd:5",
    "fcvt <opc=s|d|-|h><d>, <F><n>",
    "undefined if ftype=00 opc=00",
    "undefined if ftype=01 opc=01",
    "undefined if ftype=11 opc=11",
  ],
  "BFCVT":            ["0 0 0 11110 01 1 000110 10000 Rn:5 Rd:5",      "bfcvt <Hd>, <Sn>",        "requires FEAT_BF16"],
  "FRINTN (scalar)":  ["0 0 0 11110 ftype:2 1 001000 10000 Rn:5 Rd:5", "frintn <F><d>, <F><n>",   HALF],
  "FRINTP (scalar)":  ["0 0 0 11110 ftype:2 1 001001 10000 Rn:5 Rd:5", "frintp <F><d>, <F><n>",   HALF],
  "FRINTM (scalar)":  ["0 0 0 11110 ftype:2 1 001010 10000 Rn:5 Rd:5", "frintm <F><d>, <F><n>",   HALF],
  "FRINTZ (scalar)":  ["0 0 0 11110 ftype:2 1 001011 10000 Rn:5 Rd:5", "frintz <F><d>, <F><n>",   HALF],
  "FRINTA (scalar)":  ["0 0 0 11110 ftype:2 1 001100 10000 Rn:5 Rd:5", "frinta <F><d>, <F><n>",   HALF],
  "FRINTX (scalar)":  ["0 0 0 11110 ftype:2 1 001110 10000 Rn:5 Rd:5", "frintx <F><d>, <F><n>",   HALF],
  "FRINTI (scalar)":  ["0 0 0 11110 ftype:2 1 001111 10000 Rn:5 Rd:5", "frinti <F><d>, <F><n>",   HALF],
  "FRINT32Z (scalar)": ["0 0 0 11110 ftype:2 1 010000 10000 Rn:5 Rd:5", "frint32z <F><d>, <F><n>", SINGLE_OR_DOUBLE, "requires FEAT_FRINTTS"],
  "FRINT32X (scalar)": ["0 0 0 11110 ftype:2 1 010001 10000 Rn:5 Rd:5", "frint32x <F><d>, <F><n>", SINGLE_OR_DOUBLE, "requires FEAT_FRINTTS"],
  "FRINT64Z (scalar)": ["0 0 0 11110 ftype:2 1 010010 10000 Rn:5 Rd:5", "frint64z <F><d>, <F><n>", SINGLE_OR_DOUBLE, "requires FEAT_FRINTTS"],
  "FRINT64X (scalar)": ["0 0 0 11110 ftype:2 1 010011 10000 Rn:5 Rd:5", "frint64x <F><d>, <F><n>", SINGLE_OR_DOUBLE, "requires FEAT_FRINTTS"],
} as const satisfies EncodingTable;

/** The manual draws a comparison with zero in the diagram of the one with a register: Rm is then (00000). */
const COMPARE = {
  "FCMP":         ["0 0 0 11110 ftype:2 1 Rm:5 00 1000 Rn:5 00 000",    "fcmp <F><n>, <F><m>",  HALF],
  "FCMP (zero)":  ["0 0 0 11110 ftype:2 1 (00000) 00 1000 Rn:5 01 000", "fcmp <F><n>, #0.0",    HALF],
  "FCMPE":        ["0 0 0 11110 ftype:2 1 Rm:5 00 1000 Rn:5 10 000",    "fcmpe <F><n>, <F><m>", HALF],
  "FCMPE (zero)": ["0 0 0 11110 ftype:2 1 (00000) 00 1000 Rn:5 11 000", "fcmpe <F><n>, #0.0",   HALF],
} as const satisfies EncodingTable;

const IMMEDIATE = {
  "FMOV (scalar, immediate)": ["0 0 0 11110 ftype:2 1 imm8:8 100 00000 Rd:5", "fmov <F><d>, <imm8 float>", HALF],
} as const satisfies EncodingTable;

const CONDITIONAL_COMPARE = {
  "FCCMP":  ["0 0 0 11110 ftype:2 1 Rm:5 cond:4 01 Rn:5 0 nzcv:4", "fccmp <F><n>, <F><m>, #<nzcv>, <cond>",  HALF],
  "FCCMPE": ["0 0 0 11110 ftype:2 1 Rm:5 cond:4 01 Rn:5 1 nzcv:4", "fccmpe <F><n>, <F><m>, #<nzcv>, <cond>", HALF],
} as const satisfies EncodingTable;

const TWO_SOURCE = {
  "FMUL (scalar)":   ["0 0 0 11110 ftype:2 1 Rm:5 0000 10 Rn:5 Rd:5", "fmul <F><d>, <F><n>, <F><m>",   HALF],
  "FDIV (scalar)":   ["0 0 0 11110 ftype:2 1 Rm:5 0001 10 Rn:5 Rd:5", "fdiv <F><d>, <F><n>, <F><m>",   HALF],
  "FADD (scalar)":   ["0 0 0 11110 ftype:2 1 Rm:5 0010 10 Rn:5 Rd:5", "fadd <F><d>, <F><n>, <F><m>",   HALF],
  "FSUB (scalar)":   ["0 0 0 11110 ftype:2 1 Rm:5 0011 10 Rn:5 Rd:5", "fsub <F><d>, <F><n>, <F><m>",   HALF],
  "FMAX (scalar)":   ["0 0 0 11110 ftype:2 1 Rm:5 0100 10 Rn:5 Rd:5", "fmax <F><d>, <F><n>, <F><m>",   HALF],
  "FMIN (scalar)":   ["0 0 0 11110 ftype:2 1 Rm:5 0101 10 Rn:5 Rd:5", "fmin <F><d>, <F><n>, <F><m>",   HALF],
  "FMAXNM (scalar)": ["0 0 0 11110 ftype:2 1 Rm:5 0110 10 Rn:5 Rd:5", "fmaxnm <F><d>, <F><n>, <F><m>", HALF],
  "FMINNM (scalar)": ["0 0 0 11110 ftype:2 1 Rm:5 0111 10 Rn:5 Rd:5", "fminnm <F><d>, <F><n>, <F><m>", HALF],
  "FNMUL (scalar)":  ["0 0 0 11110 ftype:2 1 Rm:5 1000 10 Rn:5 Rd:5", "fnmul <F><d>, <F><n>, <F><m>",  HALF],
} as const satisfies EncodingTable;

const CONDITIONAL_SELECT = {
  "FCSEL": ["0 0 0 11110 ftype:2 1 Rm:5 cond:4 11 Rn:5 Rd:5", "fcsel <F><d>, <F><n>, <F><m>, <cond>", HALF],
} as const satisfies EncodingTable;

const THREE_SOURCE = {
  "FMADD":  ["0 0 0 11111 ftype:2 0 Rm:5 0 Ra:5 Rn:5 Rd:5", "fmadd <F><d>, <F><n>, <F><m>, <F><a>",  HALF],
  "FMSUB":  ["0 0 0 11111 ftype:2 0 Rm:5 1 Ra:5 Rn:5 Rd:5", "fmsub <F><d>, <F><n>, <F><m>, <F><a>",  HALF],
  "FNMADD": ["0 0 0 11111 ftype:2 1 Rm:5 0 Ra:5 Rn:5 Rd:5", "fnmadd <F><d>, <F><n>, <F><m>, <F><a>", HALF],
  "FNMSUB": ["0 0 0 11111 ftype:2 1 Rm:5 1 Ra:5 Rn:5 Rd:5", "fnmsub <F><d>, <F><n>, <F><m>, <F><a>", HALF],
} as const satisfies EncodingTable;

export const FP_ARITHMETIC = {
  "Floating-point data-processing (1 source)": ONE_SOURCE,
  "Floating-point compare": COMPARE,
  "Floating-point immediate": IMMEDIATE,
  "Floating-point conditional compare": CONDITIONAL_COMPARE,
  "Floating-point data-processing (2 source)": TWO_SOURCE,
  "Floating-point conditional select": CONDITIONAL_SELECT,
  "Floating-point data-processing (3 source)": THREE_SOURCE,
} as const;
