// Advanced SIMD that moves elements about: table lookup, permute, extract, copy (Arm ARM, "A64 instruction set
// encoding"): word<31> = 0, word<28:24> = 01110.

import type { EncodingTable } from "../row";

/** imm5 holds the elements' size and, above it, an index. */
const LANE = "Ts: imm5=xxxx1:b|xxx10:h|xx100:s|x1000:d";
const LANES = "T: imm5:Q=xxxx10:8b|xxxx11:16b|xxx100:4h|xxx101:8h|xx1000:2s|xx1001:4s|x10001:2d";

const TABLE_LOOKUP = {
  "TBL": [
    "0 Q 001110 00 0 Rm:5 0 len:2 0 00 Rn:5 Rd:5",
    "tbl <Vd.T_b>, <Vn*1.16b>, <Vm.T_b> if len=00",
    "tbl <Vd.T_b>, <Vn*2.16b>, <Vm.T_b> if len=01",
    "tbl <Vd.T_b>, <Vn*3.16b>, <Vm.T_b> if len=10",
    "tbl <Vd.T_b>, <Vn*4.16b>, <Vm.T_b> if len=11",
  ],
  "TBX": [
    "0 Q 001110 00 0 Rm:5 0 len:2 1 00 Rn:5 Rd:5",
    "tbx <Vd.T_b>, <Vn*1.16b>, <Vm.T_b> if len=00",
    "tbx <Vd.T_b>, <Vn*2.16b>, <Vm.T_b> if len=01",
    "tbx <Vd.T_b>, <Vn*3.16b>, <Vm.T_b> if len=10",
    "tbx <Vd.T_b>, <Vn*4.16b>, <Vm.T_b> if len=11",
  ],
} as const satisfies EncodingTable;

const PERMUTE = {
  "UZP1": ["0 Q 001110 size:2 0 Rm:5 0 001 10 Rn:5 Rd:5", "uzp1 <Vd.T>, <Vn.T>, <Vm.T>"],
  "TRN1": ["0 Q 001110 size:2 0 Rm:5 0 010 10 Rn:5 Rd:5", "trn1 <Vd.T>, <Vn.T>, <Vm.T>"],
  "ZIP1": ["0 Q 001110 size:2 0 Rm:5 0 011 10 Rn:5 Rd:5", "zip1 <Vd.T>, <Vn.T>, <Vm.T>"],
  "UZP2": ["0 Q 001110 size:2 0 Rm:5 0 101 10 Rn:5 Rd:5", "uzp2 <Vd.T>, <Vn.T>, <Vm.T>"],
  "TRN2": ["0 Q 001110 size:2 0 Rm:5 0 110 10 Rn:5 Rd:5", "trn2 <Vd.T>, <Vn.T>, <Vm.T>"],
  "ZIP2": ["0 Q 001110 size:2 0 Rm:5 0 111 10 Rn:5 Rd:5", "zip2 <Vd.T>, <Vn.T>, <Vm.T>"],
} as const satisfies EncodingTable;

const EXTRACT = {
  "EXT": ["0 Q 101110 00 0 Rm:5 0 imm4:4 0 Rn:5 Rd:5", "ext <Vd.T_b>, <Vn.T_b>, <Vm.T_b>, #<imm4>", "undefined if Q=0 imm4=1xxx"],
} as const satisfies EncodingTable;

const COPY = {
  "DUP (element)": ["0 Q 0 01110000 imm5:5 0 0000 1 Rn:5 Rd:5", "dup <Vd.T>, <Vn.Ts>[<imm5 element>]", LANES, LANE],
  "DUP (general)": [
    "0 Q 0 01110000 imm5:5 0 0001 1 Rn:5 Rd:5",
    "dup <Vd.T>, <Xn> if imm5=x1000 Q=1",
    "dup <Vd.T>, <Wn>",
    LANES,
  ],
  "SMOV": [
    "0 Q 0 01110000 imm5:5 0 0101 1 Rn:5 Rd:5",
    "smov <Wd>, <Vn.Ts>[<imm5 element>] if Q=0",
    "smov <Xd>, <Vn.Ts>[<imm5 element>] if Q=1",
    "undefined if Q=0 imm5=xxx00",
    "undefined if Q=1 imm5=xx000",
    LANE,
  ],
  "UMOV": [
    "0 Q 0 01110000 imm5:5 0 0111 1 Rn:5 Rd:5",
    "mov <Wd>, <Vn.Ts>[<imm5 element>]         if Q=0 imm5=xx100",
    "mov <Xd>, <Vn.Ts>[<imm5 element>]         if Q=1 imm5=x1000",
    "umov <Wd>, <Vn.Ts>[<imm5 element>]        if Q=0 imm5!=xx000",
    "accept umov <Xd>, <Vn.Ts>[<imm5 element>] if Q=1 imm5=x1000",
    "undefined if Q=0 imm5=xx000",
    "undefined if Q=1 imm5=xxxx1",
    "undefined if Q=1 imm5=xxx10",
    "undefined if Q=1 imm5=xx100",
    "undefined if Q=1 imm5=x0000",
    LANE,
  ],
  "INS (general)": [
    "0 1 0 01110000 imm5:5 0 0011 1 Rn:5 Rd:5",
    "mov <Vd.Ts>[<imm5 element>], <Xn>        if imm5=x1000",
    "mov <Vd.Ts>[<imm5 element>], <Wn>        if imm5!=x1000",
    "accept ins <Vd.Ts>[<imm5 element>], <Xn> if imm5=x1000",
    "accept ins <Vd.Ts>[<imm5 element>], <Wn> if imm5!=x1000",
    "undefined if imm5=x0000",
    LANE,
  ],
  "INS (element)": [
    "0 1 1 01110000 imm5:5 0 imm4:4 1 Rn:5 Rd:5",
    "mov <Vd.Ts>[<imm5 element>], <Vn.Ts>[<imm4 element imm5>]",
    "accept ins <Vd.Ts>[<imm5 element>], <Vn.Ts>[<imm4 element imm5>]",
    LANE,
  ],
} as const satisfies EncodingTable;

export const SIMD_PERMUTE = {
  "Advanced SIMD table lookup": TABLE_LOOKUP,
  "Advanced SIMD permute": PERMUTE,
  "Advanced SIMD extract": EXTRACT,
  "Advanced SIMD copy": COPY,
} as const;
