// Loads and stores, 8: Advanced SIMD structures. LD2 to LD4 take apart what lies in memory as pairs, triples and
// quadruples; LD1 loads one to four registers as they are. In the post-indexed forms Rm = 31 stands for the number of bytes moved.

import type { EncodingTable } from "../row";

const ONE_TO_FOUR = ["elsewhere if opcode=xx0x", "undefined if opcode=x011", "undefined if opcode=111x"] as const;
const NO_1D = "undefined if size:Q=110";

export const MULTIPLE_STRUCTURES = {
  "ST1 (multiple structures, no offset)": [
    "0 Q 0011000 0 0 00000 opcode:4 size:2 Rn:5 Rt:5",
    "st1 <Vt*1.T_1d>, [<Xn|SP>]   if opcode=0111",
    "st1 <Vt*2.T_1d>, [<Xn|SP>]   if opcode=1010",
    "st1 <Vt*3.T_1d>, [<Xn|SP>]   if opcode=0110",
    "st1 <Vt*4.T_1d>, [<Xn|SP>]   if opcode=0010",
    ...ONE_TO_FOUR,
  ],
  "ST2 (multiple structures, no offset)": [
    "0 Q 0011000 0 0 00000 1000 size:2 Rn:5 Rt:5",
    "st2 <Vt*2.T>, [<Xn|SP>]",
    NO_1D,
  ],
  "ST3 (multiple structures, no offset)": [
    "0 Q 0011000 0 0 00000 0100 size:2 Rn:5 Rt:5",
    "st3 <Vt*3.T>, [<Xn|SP>]",
    NO_1D,
  ],
  "ST4 (multiple structures, no offset)": [
    "0 Q 0011000 0 0 00000 0000 size:2 Rn:5 Rt:5",
    "st4 <Vt*4.T>, [<Xn|SP>]",
    NO_1D,
  ],
  "LD1 (multiple structures, no offset)": [
    "0 Q 0011000 1 0 00000 opcode:4 size:2 Rn:5 Rt:5",
    "ld1 <Vt*1.T_1d>, [<Xn|SP>]   if opcode=0111",
    "ld1 <Vt*2.T_1d>, [<Xn|SP>]   if opcode=1010",
    "ld1 <Vt*3.T_1d>, [<Xn|SP>]   if opcode=0110",
    "ld1 <Vt*4.T_1d>, [<Xn|SP>]   if opcode=0010",
    ...ONE_TO_FOUR,
  ],
  "LD2 (multiple structures, no offset)": [
    "0 Q 0011000 1 0 00000 1000 size:2 Rn:5 Rt:5",
    "ld2 <Vt*2.T>, [<Xn|SP>]",
    NO_1D,
  ],
  "LD3 (multiple structures, no offset)": [
    "0 Q 0011000 1 0 00000 0100 size:2 Rn:5 Rt:5",
    "ld3 <Vt*3.T>, [<Xn|SP>]",
    NO_1D,
  ],
  "LD4 (multiple structures, no offset)": [
    "0 Q 0011000 1 0 00000 0000 size:2 Rn:5 Rt:5",
    "ld4 <Vt*4.T>, [<Xn|SP>]",
    NO_1D,
  ],
} as const satisfies EncodingTable;

export const MULTIPLE_STRUCTURES_POST_INDEXED = {
  "ST1 (multiple structures, post-index)": [
    "0 Q 0011001 0 0 Rm:5 opcode:4 size:2 Rn:5 Rt:5",
    "st1 <Vt*1.T_1d>, [<Xn|SP>], #<Q=8|16>    if opcode=0111 Rm=11111",
    "st1 <Vt*1.T_1d>, [<Xn|SP>], <Xm>         if opcode=0111 Rm!=11111",
    "st1 <Vt*2.T_1d>, [<Xn|SP>], #<Q=16|32>   if opcode=1010 Rm=11111",
    "st1 <Vt*2.T_1d>, [<Xn|SP>], <Xm>         if opcode=1010 Rm!=11111",
    "st1 <Vt*3.T_1d>, [<Xn|SP>], #<Q=24|48>   if opcode=0110 Rm=11111",
    "st1 <Vt*3.T_1d>, [<Xn|SP>], <Xm>         if opcode=0110 Rm!=11111",
    "st1 <Vt*4.T_1d>, [<Xn|SP>], #<Q=32|64>   if opcode=0010 Rm=11111",
    "st1 <Vt*4.T_1d>, [<Xn|SP>], <Xm>         if opcode=0010 Rm!=11111",
    ...ONE_TO_FOUR,
  ],
  "ST2 (multiple structures, post-index)": [
    "0 Q 0011001 0 0 Rm:5 1000 size:2 Rn:5 Rt:5",
    "st2 <Vt*2.T>, [<Xn|SP>], #<Q=16|32>   if Rm=11111",
    "st2 <Vt*2.T>, [<Xn|SP>], <Xm>         if Rm!=11111",
    NO_1D,
  ],
  "ST3 (multiple structures, post-index)": [
    "0 Q 0011001 0 0 Rm:5 0100 size:2 Rn:5 Rt:5",
    "st3 <Vt*3.T>, [<Xn|SP>], #<Q=24|48>   if Rm=11111",
    "st3 <Vt*3.T>, [<Xn|SP>], <Xm>         if Rm!=11111",
    NO_1D,
  ],
  "ST4 (multiple structures, post-index)": [
    "0 Q 0011001 0 0 Rm:5 0000 size:2 Rn:5 Rt:5",
    "st4 <Vt*4.T>, [<Xn|SP>], #<Q=32|64>   if Rm=11111",
    "st4 <Vt*4.T>, [<Xn|SP>], <Xm>         if Rm!=11111",
    NO_1D,
  ],
  "LD1 (multiple structures, post-index)": [
    "0 Q 0011001 1 0 Rm:5 opcode:4 size:2 Rn:5 Rt:5",
    "ld1 <Vt*1.T_1d>, [<Xn|SP>], #<Q=8|16>    if opcode=0111 Rm=11111",
    "ld1 <Vt*1.T_1d>, [<Xn|SP>], <Xm>         if opcode=0111 Rm!=11111",
    "ld1 <Vt*2.T_1d>, [<Xn|SP>], #<Q=16|32>   if opcode=1010 Rm=11111",
    "ld1 <Vt*2.T_1d>, [<Xn|SP>], <Xm>         if opcode=1010 Rm!=11111",
    "ld1 <Vt*3.T_1d>, [<Xn|SP>], #<Q=24|48>   if opcode=0110 Rm=11111",
    "ld1 <Vt*3.T_1d>, [<Xn|SP>], <Xm>         if opcode=0110 Rm!=11111",
    "ld1 <Vt*4.T_1d>, [<Xn|SP>], #<Q=32|64>   if opcode=0010 Rm=11111",
    "ld1 <Vt*4.T_1d>, [<Xn|SP>], <Xm>         if opcode=0010 Rm!=11111",
    ...ONE_TO_FOUR,
  ],
  "LD2 (multiple structures, post-index)": [
    "0 Q 0011001 1 0 Rm:5 1000 size:2 Rn:5 Rt:5",
    "ld2 <Vt*2.T>, [<Xn|SP>], #<Q=16|32>   if Rm=11111",
    "ld2 <Vt*2.T>, [<Xn|SP>], <Xm>         if Rm!=11111",
    NO_1D,
  ],
  "LD3 (multiple structures, post-index)": [
    "0 Q 0011001 1 0 Rm:5 0100 size:2 Rn:5 Rt:5",
    "ld3 <Vt*3.T>, [<Xn|SP>], #<Q=24|48>   if Rm=11111",
    "ld3 <Vt*3.T>, [<Xn|SP>], <Xm>         if Rm!=11111",
    NO_1D,
  ],
  "LD4 (multiple structures, post-index)": [
    "0 Q 0011001 1 0 Rm:5 0000 size:2 Rn:5 Rt:5",
    "ld4 <Vt*4.T>, [<Xn|SP>], #<Q=32|64>   if Rm=11111",
    "ld4 <Vt*4.T>, [<Xn|SP>], <Xm>         if Rm!=11111",
    NO_1D,
  ],
} as const satisfies EncodingTable;
