// Loads and stores, 3: pairs of registers. The offset counts registers, not bytes; `x` is opc<1>, which tells W (0) from X (1).

import type { EncodingTable } from "../row";

/** One register loaded twice. */
const SAME_REGISTER = "unpredictable if Rt=Rt2";

/** A register that is stored or loaded is also the address that changes. STGP, which comes from FEAT_MTE, has no such rule. */
const WRITEBACK_OVERLAP = ["unpredictable if Rt=Rn Rn!=11111", "unpredictable if Rt2=Rn Rn!=11111"] as const;

export const NO_ALLOCATE_PAIR = {
  "STNP": [
    "x 0 101 0 000 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stnp <Wt>, <Wt2>, [<Xn|SP>{, #<imm7 signed *4>}]   if x=0",
    "stnp <Xt>, <Xt2>, [<Xn|SP>{, #<imm7 signed *8>}]   if x=1",
  ],
  "LDNP": [
    "x 0 101 0 000 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldnp <Wt>, <Wt2>, [<Xn|SP>{, #<imm7 signed *4>}]   if x=0",
    "ldnp <Xt>, <Xt2>, [<Xn|SP>{, #<imm7 signed *8>}]   if x=1",
    SAME_REGISTER,
  ],
  "STNP (SIMD&FP)": [
    "opc:2 101 1 000 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stnp <St>, <St2>, [<Xn|SP>{, #<imm7 signed *4>}]    if opc=00",
    "stnp <Dt>, <Dt2>, [<Xn|SP>{, #<imm7 signed *8>}]    if opc=01",
    "stnp <Qt>, <Qt2>, [<Xn|SP>{, #<imm7 signed *16>}]   if opc=10",
    "undefined if opc=11",
  ],
  "LDNP (SIMD&FP)": [
    "opc:2 101 1 000 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldnp <St>, <St2>, [<Xn|SP>{, #<imm7 signed *4>}]    if opc=00",
    "ldnp <Dt>, <Dt2>, [<Xn|SP>{, #<imm7 signed *8>}]    if opc=01",
    "ldnp <Qt>, <Qt2>, [<Xn|SP>{, #<imm7 signed *16>}]   if opc=10",
    "undefined if opc=11",
    SAME_REGISTER,
  ],
} as const satisfies EncodingTable;

export const PAIR_POST_INDEXED = {
  "STP (post-index)": [
    "x 0 101 0 001 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stp <Wt>, <Wt2>, [<Xn|SP>], #<imm7 signed *4>   if x=0",
    "stp <Xt>, <Xt2>, [<Xn|SP>], #<imm7 signed *8>   if x=1",
    ...WRITEBACK_OVERLAP,
  ],
  "STGP (post-index)": [
    "01 101 0 001 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stgp <Xt>, <Xt2>, [<Xn|SP>], #<imm7 signed *16>",
    "requires FEAT_MTE",
  ],
  "LDP (post-index)": [
    "x 0 101 0 001 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldp <Wt>, <Wt2>, [<Xn|SP>], #<imm7 signed *4>   if x=0",
    "ldp <Xt>, <Xt2>, [<Xn|SP>], #<imm7 signed *8>   if x=1",
    SAME_REGISTER,
    ...WRITEBACK_OVERLAP,
  ],
  "LDPSW (post-index)": [
    "01 101 0 001 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldpsw <Xt>, <Xt2>, [<Xn|SP>], #<imm7 signed *4>",
    SAME_REGISTER,
    ...WRITEBACK_OVERLAP,
  ],
  "STP (SIMD&FP, post-index)": [
    "opc:2 101 1 001 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stp <St>, <St2>, [<Xn|SP>], #<imm7 signed *4>    if opc=00",
    "stp <Dt>, <Dt2>, [<Xn|SP>], #<imm7 signed *8>    if opc=01",
    "stp <Qt>, <Qt2>, [<Xn|SP>], #<imm7 signed *16>   if opc=10",
    "undefined if opc=11",
  ],
  "LDP (SIMD&FP, post-index)": [
    "opc:2 101 1 001 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldp <St>, <St2>, [<Xn|SP>], #<imm7 signed *4>    if opc=00",
    "ldp <Dt>, <Dt2>, [<Xn|SP>], #<imm7 signed *8>    if opc=01",
    "ldp <Qt>, <Qt2>, [<Xn|SP>], #<imm7 signed *16>   if opc=10",
    "undefined if opc=11",
    SAME_REGISTER,
  ],
} as const satisfies EncodingTable;

export const PAIR_OFFSET = {
  "STP (signed offset)": [
    "x 0 101 0 010 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stp <Wt>, <Wt2>, [<Xn|SP>{, #<imm7 signed *4>}]   if x=0",
    "stp <Xt>, <Xt2>, [<Xn|SP>{, #<imm7 signed *8>}]   if x=1",
  ],
  "STGP (signed offset)": [
    "01 101 0 010 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stgp <Xt>, <Xt2>, [<Xn|SP>{, #<imm7 signed *16>}]",
    "requires FEAT_MTE",
  ],
  "LDP (signed offset)": [
    "x 0 101 0 010 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldp <Wt>, <Wt2>, [<Xn|SP>{, #<imm7 signed *4>}]   if x=0",
    "ldp <Xt>, <Xt2>, [<Xn|SP>{, #<imm7 signed *8>}]   if x=1",
    SAME_REGISTER,
  ],
  "LDPSW (signed offset)": [
    "01 101 0 010 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldpsw <Xt>, <Xt2>, [<Xn|SP>{, #<imm7 signed *4>}]",
    SAME_REGISTER,
  ],
  "STP (SIMD&FP, signed offset)": [
    "opc:2 101 1 010 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stp <St>, <St2>, [<Xn|SP>{, #<imm7 signed *4>}]    if opc=00",
    "stp <Dt>, <Dt2>, [<Xn|SP>{, #<imm7 signed *8>}]    if opc=01",
    "stp <Qt>, <Qt2>, [<Xn|SP>{, #<imm7 signed *16>}]   if opc=10",
    "undefined if opc=11",
  ],
  "LDP (SIMD&FP, signed offset)": [
    "opc:2 101 1 010 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldp <St>, <St2>, [<Xn|SP>{, #<imm7 signed *4>}]    if opc=00",
    "ldp <Dt>, <Dt2>, [<Xn|SP>{, #<imm7 signed *8>}]    if opc=01",
    "ldp <Qt>, <Qt2>, [<Xn|SP>{, #<imm7 signed *16>}]   if opc=10",
    "undefined if opc=11",
    SAME_REGISTER,
  ],
} as const satisfies EncodingTable;

export const PAIR_PRE_INDEXED = {
  "STP (pre-index)": [
    "x 0 101 0 011 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stp <Wt>, <Wt2>, [<Xn|SP>, #<imm7 signed *4>]!   if x=0",
    "stp <Xt>, <Xt2>, [<Xn|SP>, #<imm7 signed *8>]!   if x=1",
    ...WRITEBACK_OVERLAP,
  ],
  "STGP (pre-index)": [
    "01 101 0 011 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stgp <Xt>, <Xt2>, [<Xn|SP>, #<imm7 signed *16>]!",
    "requires FEAT_MTE",
  ],
  "LDP (pre-index)": [
    "x 0 101 0 011 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldp <Wt>, <Wt2>, [<Xn|SP>, #<imm7 signed *4>]!   if x=0",
    "ldp <Xt>, <Xt2>, [<Xn|SP>, #<imm7 signed *8>]!   if x=1",
    SAME_REGISTER,
    ...WRITEBACK_OVERLAP,
  ],
  "LDPSW (pre-index)": [
    "01 101 0 011 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldpsw <Xt>, <Xt2>, [<Xn|SP>, #<imm7 signed *4>]!",
    SAME_REGISTER,
    ...WRITEBACK_OVERLAP,
  ],
  "STP (SIMD&FP, pre-index)": [
    "opc:2 101 1 011 0 imm7:7 Rt2:5 Rn:5 Rt:5",
    "stp <St>, <St2>, [<Xn|SP>, #<imm7 signed *4>]!    if opc=00",
    "stp <Dt>, <Dt2>, [<Xn|SP>, #<imm7 signed *8>]!    if opc=01",
    "stp <Qt>, <Qt2>, [<Xn|SP>, #<imm7 signed *16>]!   if opc=10",
    "undefined if opc=11",
  ],
  "LDP (SIMD&FP, pre-index)": [
    "opc:2 101 1 011 1 imm7:7 Rt2:5 Rn:5 Rt:5",
    "ldp <St>, <St2>, [<Xn|SP>, #<imm7 signed *4>]!    if opc=00",
    "ldp <Dt>, <Dt2>, [<Xn|SP>, #<imm7 signed *8>]!    if opc=01",
    "ldp <Qt>, <Qt2>, [<Xn|SP>, #<imm7 signed *16>]!   if opc=10",
    "undefined if opc=11",
    SAME_REGISTER,
  ],
} as const satisfies EncodingTable;
