// Loads and stores, 5: one register, addressed by a register and an index register, or a register and an unsigned offset that
// counts accesses; and LDRAA and LDRAB, which authenticate the address first. `x` as in loads-stores-register.ts.

import type { EncodingTable } from "../row";

/** SIMD&FP has no access of 32 bytes and more. */
const RESERVED_SIZES = ["undefined if x:size=1x1", "undefined if x:size=11x"] as const;

/** An index is extended from 32 bits, or has 64. */
const RESERVED_OPTIONS = "undefined if option=x0x";

export const REGISTER_OFFSET = {
  "STRB (register)": [
    "00 111 0 00 00 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "strb <Wt>, [<Xn|SP>, <Rm:option:S index 0>]",
    RESERVED_OPTIONS,
  ],
  "LDRB (register)": [
    "00 111 0 00 01 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "ldrb <Wt>, [<Xn|SP>, <Rm:option:S index 0>]",
    RESERVED_OPTIONS,
  ],
  "LDRSB (register)": [
    "00 111 0 00 1 x 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "ldrsb <Xt>, [<Xn|SP>, <Rm:option:S index 0>]   if x=0",
    "ldrsb <Wt>, [<Xn|SP>, <Rm:option:S index 0>]   if x=1",
    RESERVED_OPTIONS,
  ],
  "STR (register, SIMD&FP)": [
    "size:2 111 1 00 x 0 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "str <Bt>, [<Xn|SP>, <Rm:option:S index 0>]   if x:size=000",
    "str <Ht>, [<Xn|SP>, <Rm:option:S index 1>]   if x:size=001",
    "str <St>, [<Xn|SP>, <Rm:option:S index 2>]   if x:size=010",
    "str <Dt>, [<Xn|SP>, <Rm:option:S index 3>]   if x:size=011",
    "str <Qt>, [<Xn|SP>, <Rm:option:S index 4>]   if x:size=100",
    ...RESERVED_SIZES,
    RESERVED_OPTIONS,
  ],
  "LDR (register, SIMD&FP)": [
    "size:2 111 1 00 x 1 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "ldr <Bt>, [<Xn|SP>, <Rm:option:S index 0>]   if x:size=000",
    "ldr <Ht>, [<Xn|SP>, <Rm:option:S index 1>]   if x:size=001",
    "ldr <St>, [<Xn|SP>, <Rm:option:S index 2>]   if x:size=010",
    "ldr <Dt>, [<Xn|SP>, <Rm:option:S index 3>]   if x:size=011",
    "ldr <Qt>, [<Xn|SP>, <Rm:option:S index 4>]   if x:size=100",
    ...RESERVED_SIZES,
    RESERVED_OPTIONS,
  ],
  "STRH (register)": [
    "01 111 0 00 00 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "strh <Wt>, [<Xn|SP>, <Rm:option:S index 1>]",
    RESERVED_OPTIONS,
  ],
  "LDRH (register)": [
    "01 111 0 00 01 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "ldrh <Wt>, [<Xn|SP>, <Rm:option:S index 1>]",
    RESERVED_OPTIONS,
  ],
  "LDRSH (register)": [
    "01 111 0 00 1 x 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "ldrsh <Xt>, [<Xn|SP>, <Rm:option:S index 1>]   if x=0",
    "ldrsh <Wt>, [<Xn|SP>, <Rm:option:S index 1>]   if x=1",
    RESERVED_OPTIONS,
  ],
  "STR (register)": [
    "1 x 111 0 00 00 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "str <Wt>, [<Xn|SP>, <Rm:option:S index 2>]   if x=0",
    "str <Xt>, [<Xn|SP>, <Rm:option:S index 3>]   if x=1",
    RESERVED_OPTIONS,
  ],
  "LDR (register)": [
    "1 x 111 0 00 01 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "ldr <Wt>, [<Xn|SP>, <Rm:option:S index 2>]   if x=0",
    "ldr <Xt>, [<Xn|SP>, <Rm:option:S index 3>]   if x=1",
    RESERVED_OPTIONS,
  ],
  "LDRSW (register)": [
    "10 111 0 00 10 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "ldrsw <Xt>, [<Xn|SP>, <Rm:option:S index 2>]",
    RESERVED_OPTIONS,
  ],
  "PRFM (register)": [
    "11 111 0 00 10 1 Rm:5 option:3 S 10 Rn:5 Rt:5",
    "prfm <prfop>, [<Xn|SP>, <Rm:option:S index 3>]",
    RESERVED_OPTIONS,
  ],
} as const satisfies EncodingTable;

export const AUTHENTICATED = {
  "LDRAA, LDRAB": [
    "11 111 0 00 M S 1 imm9:9 W 1 Rn:5 Rt:5",
    "ldra<M=a|b> <Xt>, [<Xn|SP>{, #<S:imm9 signed *8>}]   if W=0",
    "ldra<M=a|b> <Xt>, [<Xn|SP>, #<S:imm9 signed *8>]!    if W=1",
    "accept ldra<M=a|b> <Xt>, [<Xn|SP>]!                  if W=1 S:imm9=0000000000",
    "unpredictable if W=1 Rt=Rn Rn!=11111",
    "requires FEAT_PAuth",
  ],
} as const satisfies EncodingTable;

export const UNSIGNED_OFFSET = {
  "STRB (immediate, unsigned offset)": [
    "00 111 0 01 00 imm12:12 Rn:5 Rt:5",
    "strb <Wt>, [<Xn|SP>{, #<imm12>}]",
  ],
  "LDRB (immediate, unsigned offset)": [
    "00 111 0 01 01 imm12:12 Rn:5 Rt:5",
    "ldrb <Wt>, [<Xn|SP>{, #<imm12>}]",
  ],
  "LDRSB (immediate, unsigned offset)": [
    "00 111 0 01 1 x imm12:12 Rn:5 Rt:5",
    "ldrsb <Xt>, [<Xn|SP>{, #<imm12>}]   if x=0",
    "ldrsb <Wt>, [<Xn|SP>{, #<imm12>}]   if x=1",
  ],
  "STR (immediate, SIMD&FP, unsigned offset)": [
    "size:2 111 1 01 x 0 imm12:12 Rn:5 Rt:5",
    "str <Bt>, [<Xn|SP>{, #<imm12>}]       if x:size=000",
    "str <Ht>, [<Xn|SP>{, #<imm12 *2>}]    if x:size=001",
    "str <St>, [<Xn|SP>{, #<imm12 *4>}]    if x:size=010",
    "str <Dt>, [<Xn|SP>{, #<imm12 *8>}]    if x:size=011",
    "str <Qt>, [<Xn|SP>{, #<imm12 *16>}]   if x:size=100",
    ...RESERVED_SIZES,
  ],
  "LDR (immediate, SIMD&FP, unsigned offset)": [
    "size:2 111 1 01 x 1 imm12:12 Rn:5 Rt:5",
    "ldr <Bt>, [<Xn|SP>{, #<imm12>}]       if x:size=000",
    "ldr <Ht>, [<Xn|SP>{, #<imm12 *2>}]    if x:size=001",
    "ldr <St>, [<Xn|SP>{, #<imm12 *4>}]    if x:size=010",
    "ldr <Dt>, [<Xn|SP>{, #<imm12 *8>}]    if x:size=011",
    "ldr <Qt>, [<Xn|SP>{, #<imm12 *16>}]   if x:size=100",
    ...RESERVED_SIZES,
  ],
  "STRH (immediate, unsigned offset)": [
    "01 111 0 01 00 imm12:12 Rn:5 Rt:5",
    "strh <Wt>, [<Xn|SP>{, #<imm12 *2>}]",
  ],
  "LDRH (immediate, unsigned offset)": [
    "01 111 0 01 01 imm12:12 Rn:5 Rt:5",
    "ldrh <Wt>, [<Xn|SP>{, #<imm12 *2>}]",
  ],
  "LDRSH (immediate, unsigned offset)": [
    "01 111 0 01 1 x imm12:12 Rn:5 Rt:5",
    "ldrsh <Xt>, [<Xn|SP>{, #<imm12 *2>}]   if x=0",
    "ldrsh <Wt>, [<Xn|SP>{, #<imm12 *2>}]   if x=1",
  ],
  "STR (immediate, unsigned offset)": [
    "1 x 111 0 01 00 imm12:12 Rn:5 Rt:5",
    "str <Wt>, [<Xn|SP>{, #<imm12 *4>}]   if x=0",
    "str <Xt>, [<Xn|SP>{, #<imm12 *8>}]   if x=1",
  ],
  "LDR (immediate, unsigned offset)": [
    "1 x 111 0 01 01 imm12:12 Rn:5 Rt:5",
    "ldr <Wt>, [<Xn|SP>{, #<imm12 *4>}]   if x=0",
    "ldr <Xt>, [<Xn|SP>{, #<imm12 *8>}]   if x=1",
  ],
  "LDRSW (immediate, unsigned offset)": [
    "10 111 0 01 10 imm12:12 Rn:5 Rt:5",
    "ldrsw <Xt>, [<Xn|SP>{, #<imm12 *4>}]",
  ],
  "PRFM (immediate)": [
    "11 111 0 01 10 imm12:12 Rn:5 Rt:5",
    "prfm <prfop>, [<Xn|SP>{, #<imm12 *8>}]",
  ],
} as const satisfies EncodingTable;
