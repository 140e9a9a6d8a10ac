// Loads and stores, 4: one register, addressed by a register and nine bits of offset, or relative to the program counter.
// `x` is the bit that the manual draws as an x: size<0>, which tells W (0) from X (1); opc<0> in the loads that extend a
// sign, an X register where it is 0; opc<1> in SIMD&FP, which together with size says what is moved: V.

import type { EncodingTable } from "../row";

const V = "V: x:size=b|h|s|d|q|-|-|-";

/** The register that is stored or loaded is also the address that changes. */
const WRITEBACK_OVERLAP = "unpredictable if Rt=Rn Rn!=11111";

export const LITERAL = {
  "LDR (literal)":          ["0 x 011 0 00 imm19:19 Rt:5", "ldr <Rt>, <imm19 label *4>"],
  "LDR (literal, SIMD&FP)": ["opc:2 011 1 00 imm19:19 Rt:5", "ldr <opc=s|d|q|-><t>, <imm19 label *4>"],
  "LDRSW (literal)":        ["10 011 0 00 imm19:19 Rt:5", "ldrsw <Xt>, <imm19 label *4>"],
  "PRFM (literal)":         ["11 011 0 00 imm19:19 Rt:5", "prfm <prfop>, <imm19 label *4>"],
} as const satisfies EncodingTable;

export const UNSCALED = {
  "STURB": [
    "00 111 0 00 00 0 imm9:9 00 Rn:5 Rt:5",
    "sturb <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
    "accept strb <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDURB": [
    "00 111 0 00 01 0 imm9:9 00 Rn:5 Rt:5",
    "ldurb <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
    "accept ldrb <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDURSB": [
    "00 111 0 00 1 x 0 imm9:9 00 Rn:5 Rt:5",
    "ldursb <Xt>, [<Xn|SP>{, #<imm9 signed>}]         if x=0",
    "ldursb <Wt>, [<Xn|SP>{, #<imm9 signed>}]         if x=1",
    "accept ldrsb <Xt>, [<Xn|SP>{, #<imm9 signed>}]   if x=0",
    "accept ldrsb <Wt>, [<Xn|SP>{, #<imm9 signed>}]   if x=1",
  ],
  "STUR (SIMD&FP)": [
    "size:2 111 1 00 x 0 0 imm9:9 00 Rn:5 Rt:5",
    "stur <V><t>, [<Xn|SP>{, #<imm9 signed>}]",
    "accept str <V><t>, [<Xn|SP>{, #<imm9 signed>}]",
    V,
  ],
  "LDUR (SIMD&FP)": [
    "size:2 111 1 00 x 1 0 imm9:9 00 Rn:5 Rt:5",
    "ldur <V><t>, [<Xn|SP>{, #<imm9 signed>}]",
    "accept ldr <V><t>, [<Xn|SP>{, #<imm9 signed>}]",
    V,
  ],
  "STURH": [
    "01 111 0 00 00 0 imm9:9 00 Rn:5 Rt:5",
    "sturh <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
    "accept strh <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDURH": [
    "01 111 0 00 01 0 imm9:9 00 Rn:5 Rt:5",
    "ldurh <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
    "accept ldrh <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDURSH": [
    "01 111 0 00 1 x 0 imm9:9 00 Rn:5 Rt:5",
    "ldursh <Xt>, [<Xn|SP>{, #<imm9 signed>}]         if x=0",
    "ldursh <Wt>, [<Xn|SP>{, #<imm9 signed>}]         if x=1",
    "accept ldrsh <Xt>, [<Xn|SP>{, #<imm9 signed>}]   if x=0",
    "accept ldrsh <Wt>, [<Xn|SP>{, #<imm9 signed>}]   if x=1",
  ],
  "STUR": [
    "1 x 111 0 00 00 0 imm9:9 00 Rn:5 Rt:5",
    "stur <Rt>, [<Xn|SP>{, #<imm9 signed>}]",
    "accept str <Rt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDUR": [
    "1 x 111 0 00 01 0 imm9:9 00 Rn:5 Rt:5",
    "ldur <Rt>, [<Xn|SP>{, #<imm9 signed>}]",
    "accept ldr <Rt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDURSW": [
    "10 111 0 00 10 0 imm9:9 00 Rn:5 Rt:5",
    "ldursw <Xt>, [<Xn|SP>{, #<imm9 signed>}]",
    "accept ldrsw <Xt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "PRFUM": [
    "11 111 0 00 10 0 imm9:9 00 Rn:5 Rt:5",
    "prfum <prfop>, [<Xn|SP>{, #<imm9 signed>}]",
    "accept prfm <prfop>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
} as const satisfies EncodingTable;

export const POST_INDEXED = {
  "STRB (immediate, post-index)": [
    "00 111 0 00 00 0 imm9:9 01 Rn:5 Rt:5",
    "strb <Wt>, [<Xn|SP>], #<imm9 signed>",
    WRITEBACK_OVERLAP,
  ],
  "LDRB (immediate, post-index)": [
    "00 111 0 00 01 0 imm9:9 01 Rn:5 Rt:5",
    "ldrb <Wt>, [<Xn|SP>], #<imm9 signed>",
    WRITEBACK_OVERLAP,
  ],
  "LDRSB (immediate, post-index)": [
    "00 111 0 00 1 x 0 imm9:9 01 Rn:5 Rt:5",
    "ldrsb <Xt>, [<Xn|SP>], #<imm9 signed>   if x=0",
    "ldrsb <Wt>, [<Xn|SP>], #<imm9 signed>   if x=1",
    WRITEBACK_OVERLAP,
  ],
  "STR (immediate, SIMD&FP, post-index)": [
    "size:2 111 1 00 x 0 0 imm9:9 01 Rn:5 Rt:5",
    "str <V><t>, [<Xn|SP>], #<imm9 signed>",
    V,
  ],
  "LDR (immediate, SIMD&FP, post-index)": [
    "size:2 111 1 00 x 1 0 imm9:9 01 Rn:5 Rt:5",
    "ldr <V><t>, [<Xn|SP>], #<imm9 signed>",
    V,
  ],
  "STRH (immediate, post-index)": [
    "01 111 0 00 00 0 imm9:9 01 Rn:5 Rt:5",
    "strh <Wt>, [<Xn|SP>], #<imm9 signed>",
    WRITEBACK_OVERLAP,
  ],
  "LDRH (immediate, post-index)": [
    "01 111 0 00 01 0 imm9:9 01 Rn:5 Rt:5",
    "ldrh <Wt>, [<Xn|SP>], #<imm9 signed>",
    WRITEBACK_OVERLAP,
  ],
  "LDRSH (immediate, post-index)": [
    "01 111 0 00 1 x 0 imm9:9 01 Rn:5 Rt:5",
    "ldrsh <Xt>, [<Xn|SP>], #<imm9 signed>   if x=0",
    "ldrsh <Wt>, [<Xn|SP>], #<imm9 signed>   if x=1",
    WRITEBACK_OVERLAP,
  ],
  "STR (immediate, post-index)": [
    "1 x 111 0 00 00 0 imm9:9 01 Rn:5 Rt:5",
    "str <Rt>, [<Xn|SP>], #<imm9 signed>",
    WRITEBACK_OVERLAP,
  ],
  "LDR (immediate, post-index)": [
    "1 x 111 0 00 01 0 imm9:9 01 Rn:5 Rt:5",
    "ldr <Rt>, [<Xn|SP>], #<imm9 signed>",
    WRITEBACK_OVERLAP,
  ],
  "LDRSW (immediate, post-index)": [
    "10 111 0 00 10 0 imm9:9 01 Rn:5 Rt:5",
    "ldrsw <Xt>, [<Xn|SP>], #<imm9 signed>",
    WRITEBACK_OVERLAP,
  ],
} as const satisfies EncodingTable;

export const UNPRIVILEGED = {
  "STTRB": [
    "00 111 0 00 00 0 imm9:9 10 Rn:5 Rt:5",
    "sttrb <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDTRB": [
    "00 111 0 00 01 0 imm9:9 10 Rn:5 Rt:5",
    "ldtrb <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDTRSB": [
    "00 111 0 00 1 x 0 imm9:9 10 Rn:5 Rt:5",
    "ldtrsb <Xt>, [<Xn|SP>{, #<imm9 signed>}]   if x=0",
    "ldtrsb <Wt>, [<Xn|SP>{, #<imm9 signed>}]   if x=1",
  ],
  "STTRH": [
    "01 111 0 00 00 0 imm9:9 10 Rn:5 Rt:5",
    "sttrh <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDTRH": [
    "01 111 0 00 01 0 imm9:9 10 Rn:5 Rt:5",
    "ldtrh <Wt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDTRSH": [
    "01 111 0 00 1 x 0 imm9:9 10 Rn:5 Rt:5",
    "ldtrsh <Xt>, [<Xn|SP>{, #<imm9 signed>}]   if x=0",
    "ldtrsh <Wt>, [<Xn|SP>{, #<imm9 signed>}]   if x=1",
  ],
  "STTR": [
    "1 x 111 0 00 00 0 imm9:9 10 Rn:5 Rt:5",
    "sttr <Rt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDTR": [
    "1 x 111 0 00 01 0 imm9:9 10 Rn:5 Rt:5",
    "ldtr <Rt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
  "LDTRSW": [
    "10 111 0 00 10 0 imm9:9 10 Rn:5 Rt:5",
    "ldtrsw <Xt>, [<Xn|SP>{, #<imm9 signed>}]",
  ],
} as const satisfies EncodingTable;

export const PRE_INDEXED = {
  "STRB (immediate, pre-index)": [
    "00 111 0 00 00 0 imm9:9 11 Rn:5 Rt:5",
    "strb <Wt>, [<Xn|SP>, #<imm9 signed>]!",
    WRITEBACK_OVERLAP,
  ],
  "LDRB (immediate, pre-index)": [
    "00 111 0 00 01 0 imm9:9 11 Rn:5 Rt:5",
    "ldrb <Wt>, [<Xn|SP>, #<imm9 signed>]!",
    WRITEBACK_OVERLAP,
  ],
  "LDRSB (immediate, pre-index)": [
    "00 111 0 00 1 x 0 imm9:9 11 Rn:5 Rt:5",
    "ldrsb <Xt>, [<Xn|SP>, #<imm9 signed>]!   if x=0",
    "ldrsb <Wt>, [<Xn|SP>, #<imm9 signed>]!   if x=1",
    WRITEBACK_OVERLAP,
  ],
  "STR (immediate, SIMD&FP, pre-index)": [
    "size:2 111 1 00 x 0 0 imm9:9 11 Rn:5 Rt:5",
    "str <V><t>, [<Xn|SP>, #<imm9 signed>]!",
    V,
  ],
  "LDR (immediate, SIMD&FP, pre-index)": [
    "size:2 111 1 00 x 1 0 imm9:9 11 Rn:5 Rt:5",
    "ldr <V><t>, [<Xn|SP>, #<imm9 signed>]!",
    V,
  ],
  "STRH (immediate, pre-index)": [
    "01 111 0 00 00 0 imm9:9 11 Rn:5 Rt:5",
    "strh <Wt>, [<Xn|SP>, #<imm9 signed>]!",
    WRITEBACK_OVERLAP,
  ],
  "LDRH (immediate, pre-index)": [
    "01 111 0 00 01 0 imm9:9 11 Rn:5 Rt:5",
    "ldrh <Wt>, [<Xn|SP>, #<imm9 signed>]!",
    WRITEBACK_OVERLAP,
  ],
  "LDRSH (immediate, pre-index)": [
    "01 111 0 00 1 x 0 imm9:9 11 Rn:5 Rt:5",
    "ldrsh <Xt>, [<Xn|SP>, #<imm9 signed>]!   if x=0",
    "ldrsh <Wt>, [<Xn|SP>, #<imm9 signed>]!   if x=1",
    WRITEBACK_OVERLAP,
  ],
  "STR (immediate, pre-index)": [
    "1 x 111 0 00 00 0 imm9:9 11 Rn:5 Rt:5",
    "str <Rt>, [<Xn|SP>, #<imm9 signed>]!",
    WRITEBACK_OVERLAP,
  ],
  "LDR (immediate, pre-index)": [
    "1 x 111 0 00 01 0 imm9:9 11 Rn:5 Rt:5",
    "ldr <Rt>, [<Xn|SP>, #<imm9 signed>]!",
    WRITEBACK_OVERLAP,
  ],
  "LDRSW (immediate, pre-index)": [
    "10 111 0 00 10 0 imm9:9 11 Rn:5 Rt:5",
    "ldrsw <Xt>, [<Xn|SP>, #<imm9 signed>]!",
    WRITEBACK_OVERLAP,
  ],
} as const satisfies EncodingTable;
