// Advanced SIMD by one element of the third vector (Arm ARM, "A64 instruction set encoding"): word<31> = 0,
// word<28:24> = 01111, word<10> = 0. The bits H, L and M are the index, as many as there are elements; where they
// leave M, it is the top bit of Rm, else that register is one of v0 to v15.

import type { EncodingTable } from "../row";

const FHM = ["Pair: Q=2h|4h", "requires FEAT_FHM"] as const;
const FP16 = "requires FEAT_FP16";

/** Elements have 16 or 32 bits. */
const RESERVED_SIZES = ["undefined if size=00", "undefined if size=11"] as const;

/** Elements of 64 bits come in pairs, and H alone counts them. */
const RESERVED_DOUBLES = ["undefined if sz=1 L=1", "undefined if sz=1 Q=0"] as const;

const BY_ELEMENT = {
  "FMLAL (by element)":                 ["0 Q 0 01111 10 L M Rm:4 0000 H 0 Rn:5 Rd:5", "fmlal <Vd.T_s>, <Vn.Pair>, <Vm.h>[<H:L:M>]",      ...FHM],
  "FMLA (by element, half-precision)":  ["0 Q 0 01111 00 L M Rm:4 0001 H 0 Rn:5 Rd:5", "fmla <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>]",        FP16],
  "FMLA (by element)": [
    "0 Q 0 01111 1 sz L M Rm:4 0001 H 0 Rn:5 Rd:5",
    "fmla <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if sz=0",
    "fmla <Vd.2d>, <Vn.2d>, v<M:m>.d[<H>]     if sz=1 L=0 Q=1",
    ...RESERVED_DOUBLES,
  ],
  "SMLAL (by element)": [
    "0 Q 0 01111 size:2 L M Rm:4 0010 H 0 Rn:5 Rd:5",
    "smlal<2> <Vd.4s>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "smlal<2> <Vd.2d>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "SQDMLAL (by element)": [
    "0 Q 0 01111 size:2 L M Rm:4 0011 H 0 Rn:5 Rd:5",
    "sqdmlal<2> <Vd.4s>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "sqdmlal<2> <Vd.2d>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "FMLSL (by element)":                 ["0 Q 0 01111 10 L M Rm:4 0100 H 0 Rn:5 Rd:5", "fmlsl <Vd.T_s>, <Vn.Pair>, <Vm.h>[<H:L:M>]",      ...FHM],
  "FMLS (by element, half-precision)":  ["0 Q 0 01111 00 L M Rm:4 0101 H 0 Rn:5 Rd:5", "fmls <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>]",        FP16],
  "FMLS (by element)": [
    "0 Q 0 01111 1 sz L M Rm:4 0101 H 0 Rn:5 Rd:5",
    "fmls <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if sz=0",
    "fmls <Vd.2d>, <Vn.2d>, v<M:m>.d[<H>]     if sz=1 L=0 Q=1",
    ...RESERVED_DOUBLES,
  ],
  "SMLSL (by element)": [
    "0 Q 0 01111 size:2 L M Rm:4 0110 H 0 Rn:5 Rd:5",
    "smlsl<2> <Vd.4s>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "smlsl<2> <Vd.2d>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "SQDMLSL (by element)": [
    "0 Q 0 01111 size:2 L M Rm:4 0111 H 0 Rn:5 Rd:5",
    "sqdmlsl<2> <Vd.4s>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "sqdmlsl<2> <Vd.2d>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "MUL (by element)": [
    "0 Q 0 01111 size:2 L M Rm:4 1000 H 0 Rn:5 Rd:5",
    "mul <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "mul <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "FMUL (by element, half-precision)":  ["0 Q 0 01111 00 L M Rm:4 1001 H 0 Rn:5 Rd:5", "fmul <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>]",        FP16],
  "FMUL (by element)": [
    "0 Q 0 01111 1 sz L M Rm:4 1001 H 0 Rn:5 Rd:5",
    "fmul <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if sz=0",
    "fmul <Vd.2d>, <Vn.2d>, v<M:m>.d[<H>]     if sz=1 L=0 Q=1",
    ...RESERVED_DOUBLES,
  ],
  "SMULL (by element)": [
    "0 Q 0 01111 size:2 L M Rm:4 1010 H 0 Rn:5 Rd:5",
    "smull<2> <Vd.4s>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "smull<2> <Vd.2d>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "SQDMULL (by element)": [
    "0 Q 0 01111 size:2 L M Rm:4 1011 H 0 Rn:5 Rd:5",
    "sqdmull<2> <Vd.4s>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "sqdmull<2> <Vd.2d>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "SQDMULH (by element)": [
    "0 Q 0 01111 size:2 L M Rm:4 1100 H 0 Rn:5 Rd:5",
    "sqdmulh <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "sqdmulh <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "SQRDMULH (by element)": [
    "0 Q 0 01111 size:2 L M Rm:4 1101 H 0 Rn:5 Rd:5",
    "sqrdmulh <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "sqrdmulh <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "SDOT (by element)": [
    "0 Q 0 01111 size:2 L M Rm:4 1110 H 0 Rn:5 Rd:5",
    "sdot <Vd.T_s>, <Vn.T_b>, v<M:m>.4b[<H:L>] if size=10",
    "undefined if size!=10",
    "requires FEAT_DotProd",
  ],
  "SUDOT (by element)":                 ["0 Q 0 01111 00 L M Rm:4 1111 H 0 Rn:5 Rd:5", "sudot <Vd.T_s>, <Vn.T_b>, v<M:m>.4b[<H:L>]",      "requires FEAT_I8MM"],
  "BFDOT (by element)":                 ["0 Q 0 01111 01 L M Rm:4 1111 H 0 Rn:5 Rd:5", "bfdot <Vd.T_s>, <Vn.T_h>, v<M:m>.2h[<H:L>]",      "requires FEAT_BF16"],
  "USDOT (by element)":                 ["0 Q 0 01111 10 L M Rm:4 1111 H 0 Rn:5 Rd:5", "usdot <Vd.T_s>, <Vn.T_b>, v<M:m>.4b[<H:L>]",      "requires FEAT_I8MM"],
  "BFMLAL (by element)":                ["0 Q 0 01111 11 L M Rm:4 1111 H 0 Rn:5 Rd:5", "bfmlal<Q=b|t> <Vd.4s>, <Vn.8h>, <Vm.h>[<H:L:M>]", "requires FEAT_BF16"],
  "MLA (by element)": [
    "0 Q 1 01111 size:2 L M Rm:4 0000 H 0 Rn:5 Rd:5",
    "mla <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "mla <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "FCMLA (by element)": [
    "0 Q 1 01111 size:2 L M Rm:4 0 rot:2 1 H 0 Rn:5 Rd:5",
    "fcmla <Vd.T_h>, <Vn.T_h>, v<M:m>.h[<H:L>], #<rot=0|90|180|270> if size=01",
    "fcmla <Vd.4s>, <Vn.4s>, v<M:m>.s[<H>], #<rot=0|90|180|270>     if size=10 L=0 Q=1",
    ...RESERVED_SIZES,
    "undefined if size=01 H=1 Q=0",
    "undefined if size=10 L=1",
    "undefined if size=10 Q=0",
    "requires FEAT_FCMA",
    "requires FEAT_FP16 if size=01",
  ],
  "UMLAL (by element)": [
    "0 Q 1 01111 size:2 L M Rm:4 0010 H 0 Rn:5 Rd:5",
    "umlal<2> <Vd.4s>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "umlal<2> <Vd.2d>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "MLS (by element)": [
    "0 Q 1 01111 size:2 L M Rm:4 0100 H 0 Rn:5 Rd:5",
    "mls <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "mls <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "UMLSL (by element)": [
    "0 Q 1 01111 size:2 L M Rm:4 0110 H 0 Rn:5 Rd:5",
    "umlsl<2> <Vd.4s>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "umlsl<2> <Vd.2d>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "FMLAL2 (by element)":                ["0 Q 1 01111 10 L M Rm:4 1000 H 0 Rn:5 Rd:5", "fmlal2 <Vd.T_s>, <Vn.Pair>, <Vm.h>[<H:L:M>]",     ...FHM],
  "FMULX (by element, half-precision)": ["0 Q 1 01111 00 L M Rm:4 1001 H 0 Rn:5 Rd:5", "fmulx <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>]",       FP16],
  "FMULX (by element)": [
    "0 Q 1 01111 1 sz L M Rm:4 1001 H 0 Rn:5 Rd:5",
    "fmulx <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if sz=0",
    "fmulx <Vd.2d>, <Vn.2d>, v<M:m>.d[<H>]     if sz=1 L=0 Q=1",
    ...RESERVED_DOUBLES,
  ],
  "UMULL (by element)": [
    "0 Q 1 01111 size:2 L M Rm:4 1010 H 0 Rn:5 Rd:5",
    "umull<2> <Vd.4s>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "umull<2> <Vd.2d>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    ...RESERVED_SIZES,
  ],
  "FMLSL2 (by element)":                ["0 Q 1 01111 10 L M Rm:4 1100 H 0 Rn:5 Rd:5", "fmlsl2 <Vd.T_s>, <Vn.Pair>, <Vm.h>[<H:L:M>]",     ...FHM],
  "SQRDMLAH (by element)": [
    "0 Q 1 01111 size:2 L M Rm:4 1101 H 0 Rn:5 Rd:5",
    "sqrdmlah <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "sqrdmlah <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    "requires FEAT_RDM",
    ...RESERVED_SIZES,
  ],
  "UDOT (by element)": [
    "0 Q 1 01111 size:2 L M Rm:4 1110 H 0 Rn:5 Rd:5",
    "udot <Vd.T_s>, <Vn.T_b>, v<M:m>.4b[<H:L>] if size=10",
    "undefined if size!=10",
    "requires FEAT_DotProd",
  ],
  "SQRDMLSH (by element)": [
    "0 Q 1 01111 size:2 L M Rm:4 1111 H 0 Rn:5 Rd:5",
    "sqrdmlsh <Vd.T_h>, <Vn.T_h>, <Vm.h>[<H:L:M>] if size=01",
    "sqrdmlsh <Vd.T_s>, <Vn.T_s>, v<M:m>.s[<H:L>] if size=10",
    "requires FEAT_RDM",
    ...RESERVED_SIZES,
  ],
} as const satisfies EncodingTable;

export const SIMD_BY_ELEMENT = {
  "Advanced SIMD vector x indexed element": BY_ELEMENT,
} as const;
