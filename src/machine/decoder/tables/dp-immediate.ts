// Data processing -- immediate (Arm ARM, "A64 instruction set encoding"): word<28:26> = 100.

import type { EncodingTable } from "../row";

const PC_RELATIVE = {
  "ADR":  ["0 immlo:2 10000 immhi:19 Rd:5", "adr <Xd>, <immhi:immlo label offset>"],
  "ADRP": ["1 immlo:2 10000 immhi:19 Rd:5", "adrp <Xd>, <immhi:immlo page>"],
} as const satisfies EncodingTable;

const ADD_SUBTRACT = {
  "ADD (immediate)": [
    "sf 0 0 100010 sh imm12:12 Rn:5 Rd:5",
    "mov <Rd|SP>, <Rn|SP>                                       if sh=0 imm12=000000000000 Rd=11111",
    "mov <Rd|SP>, <Rn|SP>                                       if sh=0 imm12=000000000000 Rn=11111",
    "add <Rd|SP>, <Rn|SP>, #<imm12>{, <sh=|lsl #12>}",
    "accept sub <Rd|SP>, <Rn|SP>, #<imm12 *-1>{, <sh=|lsl #12>}",
  ],
  "ADDS (immediate)": [
    "sf 0 1 100010 sh imm12:12 Rn:5 Rd:5",
    "cmn <Rn|SP>, #<imm12>{, <sh=|lsl #12>}                     if Rd=11111",
    "adds <Rd>, <Rn|SP>, #<imm12>{, <sh=|lsl #12>}",
    "accept cmp <Rn|SP>, #<imm12 *-1>{, <sh=|lsl #12>}          if Rd=11111",
    "accept subs <Rd>, <Rn|SP>, #<imm12 *-1>{, <sh=|lsl #12>}",
  ],
  "SUB (immediate)": [
    "sf 1 0 100010 sh imm12:12 Rn:5 Rd:5",
    "sub <Rd|SP>, <Rn|SP>, #<imm12>{, <sh=|lsl #12>}",
    "accept add <Rd|SP>, <Rn|SP>, #<imm12 *-1>{, <sh=|lsl #12>}",
  ],
  "SUBS (immediate)": [
    "sf 1 1 100010 sh imm12:12 Rn:5 Rd:5",
    "cmp <Rn|SP>, #<imm12>{, <sh=|lsl #12>}                     if Rd=11111",
    "subs <Rd>, <Rn|SP>, #<imm12>{, <sh=|lsl #12>}",
    "accept cmn <Rn|SP>, #<imm12 *-1>{, <sh=|lsl #12>}          if Rd=11111",
    "accept adds <Rd>, <Rn|SP>, #<imm12 *-1>{, <sh=|lsl #12>}",
  ],
} as const satisfies EncodingTable;

const ADD_SUBTRACT_TAGS = {
  "ADDG": ["1 0 0 100011 0 uimm6:6 (00) uimm4:4 Rn:5 Rd:5", "addg <Xd|SP>, <Xn|SP>, #<uimm6 *16>, #<uimm4>", "requires FEAT_MTE"],
  "SUBG": ["1 1 0 100011 0 uimm6:6 (00) uimm4:4 Rn:5 Rd:5", "subg <Xd|SP>, <Xn|SP>, #<uimm6 *16>, #<uimm4>", "requires FEAT_MTE"],
} as const satisfies EncodingTable;

/** A cell of 64 bits in a W register; a run as long as its cell; a cell of one bit (logical-immediate.ts). */
const RESERVED_MASKS = [
  "undefined if sf=0 N=1",
  "undefined if N=1 imms=111111",
  "undefined if N=0 imms=x11111",
  "undefined if N=0 imms=1x1111",
  "undefined if N=0 imms=11x111",
  "undefined if N=0 imms=111x11",
  "undefined if N=0 imms=1111x1",
  "undefined if N=0 imms=11111x",
] as const;

const LOGICAL = {
  "AND (immediate)": [
    "sf 00 100100 N immr:6 imms:6 Rn:5 Rd:5",
    "and <Rd|SP>, <Rn>, <N:immr:imms mask>",
    "accept bic <Rd|SP>, <Rn>, <N:immr:imms mask inverted>",
    ...RESERVED_MASKS,
  ],
  "ORR (immediate)": [
    "sf 01 100100 N immr:6 imms:6 Rn:5 Rd:5",
    "mov <Rd|SP>, <N:immr:imms mask decimal>                    if Rn=11111 MaskIsMov",
    "orr <Rd|SP>, <Rn>, <N:immr:imms mask>",
    "accept orn <Rd|SP>, <Rn>, <N:immr:imms mask inverted>",
    ...RESERVED_MASKS,
  ],
  "EOR (immediate)": [
    "sf 10 100100 N immr:6 imms:6 Rn:5 Rd:5",
    "eor <Rd|SP>, <Rn>, <N:immr:imms mask>",
    "accept eon <Rd|SP>, <Rn>, <N:immr:imms mask inverted>",
    ...RESERVED_MASKS,
  ],
  "ANDS (immediate)": [
    "sf 11 100100 N immr:6 imms:6 Rn:5 Rd:5",
    "tst <Rn>, <N:immr:imms mask>                               if Rd=11111",
    "ands <Rd>, <Rn>, <N:immr:imms mask>",
    "accept bics <Rd>, <Rn>, <N:immr:imms mask inverted>",
    ...RESERVED_MASKS,
  ],
} as const satisfies EncodingTable;

const MOVE_WIDE = {
  "MOVN": [
    "sf 00 100101 hw:2 imm16:16 Rd:5",
    "mov <Rd>, <hw:imm16 wide inverted>                         if InvertedWideIsMov",
    "movn <Rd>, #<imm16>{, <hw=|lsl #16|lsl #32|lsl #48>}",
    "undefined if sf=0 hw=1x",
  ],
  "MOVZ": [
    "sf 10 100101 hw:2 imm16:16 Rd:5",
    "mov <Rd>, <hw:imm16 wide>                                  if WideIsMov",
    "movz <Rd>, #<imm16>{, <hw=|lsl #16|lsl #32|lsl #48>}",
    "undefined if sf=0 hw=1x",
  ],
  "MOVK": [
    "sf 11 100101 hw:2 imm16:16 Rd:5",
    "movk <Rd>, #<imm16>{, <hw=|lsl #16|lsl #32|lsl #48>}",
    "undefined if sf=0 hw=1x",
  ],
} as const satisfies EncodingTable;

/** N says what sf says, and a W register has 32 bits to count. */
const RESERVED_BITFIELDS = [
  "undefined if sf!=N",
  "undefined if sf=0 immr=1xxxxx",
  "undefined if sf=0 imms=1xxxxx",
] as const;

const BITFIELD = {
  "SBFM": [
    "sf 00 100110 N immr:6 imms:6 Rn:5 Rd:5",
    "asr <Rd>, <Rn>, #<immr>                                    if sf=0 N=0 imms=011111",
    "asr <Rd>, <Rn>, #<immr>                                    if sf=1 N=1 imms=111111",
    "sxtb <Rd>, <Wn>                                            if immr=000000 imms=000111",
    "sxth <Rd>, <Wn>                                            if immr=000000 imms=001111",
    "sxtw <Xd>, <Wn>                                            if immr=000000 imms=011111 sf=1 N=1",
    "sbfiz <Rd>, <Rn>, #<immr negative>, #<imms count>          if imms_below_immr",
    "sbfx <Rd>, <Rn>, #<immr>, #<imms extent>",
    "accept sbfm <Rd>, <Rn>, #<immr>, #<imms>",
    ...RESERVED_BITFIELDS,
  ],
  "BFM": [
    "sf 01 100110 N immr:6 imms:6 Rn:5 Rd:5",
    "bfc <Rd>, #<immr negative>, #<imms count>                  if Rn=11111 imms_below_immr",
    "bfc <Rd>, #<immr negative>, #<imms count>                  if Rn=11111 immr=000000",
    "bfi <Rd>, <Rn>, #<immr negative>, #<imms count>            if imms_below_immr",
    "bfxil <Rd>, <Rn>, #<immr>, #<imms extent>",
    "accept bfm <Rd>, <Rn>, #<immr>, #<imms>",
    ...RESERVED_BITFIELDS,
  ],
  "UBFM": [
    "sf 10 100110 N immr:6 imms:6 Rn:5 Rd:5",
    "lsl <Rd>, <Rn>, #<immr:imms lsl>                           if LSLPreferred",
    "lsr <Rd>, <Rn>, #<immr>                                    if sf=0 N=0 imms=011111",
    "lsr <Rd>, <Rn>, #<immr>                                    if sf=1 N=1 imms=111111",
    "ubfiz <Rd>, <Rn>, #<immr negative>, #<imms count>          if imms_below_immr",
    "uxtb <Wd>, <Wn>                                            if immr=000000 imms=000111 sf=0 N=0",
    "uxth <Wd>, <Wn>                                            if immr=000000 imms=001111 sf=0 N=0",
    "ubfx <Rd>, <Rn>, #<immr>, #<imms extent>",
    "accept ubfm <Rd>, <Rn>, #<immr>, #<imms>",
    ...RESERVED_BITFIELDS,
  ],
} as const satisfies EncodingTable;

const EXTRACT = {
  "EXTR": [
    "sf 00 100111 N 0 Rm:5 imms:6 Rn:5 Rd:5",
    "ror <Rd>, <Rn>, #<imms>                                    if Rn=Rm",
    "extr <Rd>, <Rn>, <Rm>, #<imms>",
    "undefined if sf!=N",
    "undefined if sf=0 imms=1xxxxx",
  ],
} as const satisfies EncodingTable;

export const DP_IMMEDIATE = {
  "PC-rel. addressing": PC_RELATIVE,
  "Add/subtract (immediate)": ADD_SUBTRACT,
  "Add/subtract (immediate, with tags)": ADD_SUBTRACT_TAGS,
  "Logical (immediate)": LOGICAL,
  "Move wide (immediate)": MOVE_WIDE,
  "Bitfield": BITFIELD,
  "Extract": EXTRACT,
} as const;
