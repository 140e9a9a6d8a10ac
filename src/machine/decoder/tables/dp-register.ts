// Data processing -- register (Arm ARM, "A64 instruction set encoding"): word<27:25> = 101.

import type { EncodingTable } from "../row";

const TWO_SOURCE = {
  "SUBP":    ["1 0 0 11010110 Rm:5 000000 Rn:5 Rd:5",  "subp <Xd>, <Xn|SP>, <Xm|SP>",      "requires FEAT_MTE"],
  "UDIV":    ["sf 0 0 11010110 Rm:5 000010 Rn:5 Rd:5", "udiv <Rd>, <Rn>, <Rm>"],
  "SDIV":    ["sf 0 0 11010110 Rm:5 000011 Rn:5 Rd:5", "sdiv <Rd>, <Rn>, <Rm>"],
  "IRG":     ["1 0 0 11010110 Rm:5 000100 Rn:5 Rd:5",  "irg <Xd|SP>, <Xn|SP>{, <Xm:=31>}", "requires FEAT_MTE"],
  "GMI":     ["1 0 0 11010110 Rm:5 000101 Rn:5 Rd:5",  "gmi <Xd>, <Xn|SP>, <Xm>",          "requires FEAT_MTE"],
  "LSLV":    ["sf 0 0 11010110 Rm:5 001000 Rn:5 Rd:5", "lsl <Rd>, <Rn>, <Rm>",             "accept lslv <Rd>, <Rn>, <Rm>"],
  "LSRV":    ["sf 0 0 11010110 Rm:5 001001 Rn:5 Rd:5", "lsr <Rd>, <Rn>, <Rm>",             "accept lsrv <Rd>, <Rn>, <Rm>"],
  "ASRV":    ["sf 0 0 11010110 Rm:5 001010 Rn:5 Rd:5", "asr <Rd>, <Rn>, <Rm>",             "accept asrv <Rd>, <Rn>, <Rm>"],
  "RORV":    ["sf 0 0 11010110 Rm:5 001011 Rn:5 Rd:5", "ror <Rd>, <Rn>, <Rm>",             "accept rorv <Rd>, <Rn>, <Rm>"],
  "PACGA":   ["1 0 0 11010110 Rm:5 001100 Rn:5 Rd:5",  "pacga <Xd>, <Xn>, <Xm|SP>",        "requires FEAT_PAuth"],
  "CRC32B":  ["0 0 0 11010110 Rm:5 010000 Rn:5 Rd:5",  "crc32b <Wd>, <Wn>, <Wm>",          "requires FEAT_CRC32"],
  "CRC32H":  ["0 0 0 11010110 Rm:5 010001 Rn:5 Rd:5",  "crc32h <Wd>, <Wn>, <Wm>",          "requires FEAT_CRC32"],
  "CRC32W":  ["0 0 0 11010110 Rm:5 010010 Rn:5 Rd:5",  "crc32w <Wd>, <Wn>, <Wm>",          "requires FEAT_CRC32"],
  "CRC32X":  ["1 0 0 11010110 Rm:5 010011 Rn:5 Rd:5",  "crc32x <Wd>, <Wn>, <Xm>",          "requires FEAT_CRC32"],
  "CRC32CB": ["0 0 0 11010110 Rm:5 010100 Rn:5 Rd:5",  "crc32cb <Wd>, <Wn>, <Wm>",         "requires FEAT_CRC32"],
  "CRC32CH": ["0 0 0 11010110 Rm:5 010101 Rn:5 Rd:5",  "crc32ch <Wd>, <Wn>, <Wm>",         "requires FEAT_CRC32"],
  "CRC32CW": ["0 0 0 11010110 Rm:5 010110 Rn:5 Rd:5",  "crc32cw <Wd>, <Wn>, <Wm>",         "requires FEAT_CRC32"],
  "CRC32CX": ["1 0 0 11010110 Rm:5 010111 Rn:5 Rd:5",  "crc32cx <Wd>, <Wn>, <Xm>",         "requires FEAT_CRC32"],
  "SUBPS": [
    "1 0 1 11010110 Rm:5 000000 Rn:5 Rd:5",
    "subps <Xd>, <Xn|SP>, <Xm|SP>",
    "accept cmpp <Xn|SP>, <Xm|SP>   if Rd=11111",
    "requires FEAT_MTE",
  ],
} as const satisfies EncodingTable;

const ONE_SOURCE = {
  "RBIT":         ["sf 1 0 11010110 00000 000000 Rn:5 Rd:5", "rbit <Rd>, <Rn>"],
  "REV16":        ["sf 1 0 11010110 00000 000001 Rn:5 Rd:5", "rev16 <Rd>, <Rn>"],
  "REV (32-bit)": ["0 1 0 11010110 00000 000010 Rn:5 Rd:5",  "rev <Wd>, <Wn>"],
  "REV32":        ["1 1 0 11010110 00000 000010 Rn:5 Rd:5",  "rev32 <Xd>, <Xn>"],
  "REV (64-bit)": ["1 1 0 11010110 00000 000011 Rn:5 Rd:5",  "rev <Xd>, <Xn>",      "accept rev64 <Xd>, <Xn>"],
  "CLZ":          ["sf 1 0 11010110 00000 000100 Rn:5 Rd:5", "clz <Rd>, <Rn>"],
  "CLS":          ["sf 1 0 11010110 00000 000101 Rn:5 Rd:5", "cls <Rd>, <Rn>"],
  "PACIA":        ["1 1 0 11010110 00001 000000 Rn:5 Rd:5",  "pacia <Xd>, <Xn|SP>", "requires FEAT_PAuth"],
  "PACIB":        ["1 1 0 11010110 00001 000001 Rn:5 Rd:5",  "pacib <Xd>, <Xn|SP>", "requires FEAT_PAuth"],
  "PACDA":        ["1 1 0 11010110 00001 000010 Rn:5 Rd:5",  "pacda <Xd>, <Xn|SP>", "requires FEAT_PAuth"],
  "PACDB":        ["1 1 0 11010110 00001 000011 Rn:5 Rd:5",  "pacdb <Xd>, <Xn|SP>", "requires FEAT_PAuth"],
  "AUTIA":        ["1 1 0 11010110 00001 000100 Rn:5 Rd:5",  "autia <Xd>, <Xn|SP>", "requires FEAT_PAuth"],
  "AUTIB":        ["1 1 0 11010110 00001 000101 Rn:5 Rd:5",  "autib <Xd>, <Xn|SP>", "requires FEAT_PAuth"],
  "AUTDA":        ["1 1 0 11010110 00001 000110 Rn:5 Rd:5",  "autda <Xd>, <Xn|SP>", "requires FEAT_PAuth"],
  "AUTDB":        ["1 1 0 11010110 00001 000111 Rn:5 Rd:5",  "autdb <Xd>, <Xn|SP>", "requires FEAT_PAuth"],
  "PACIZA":       ["1 1 0 11010110 00001 001000 11111 Rd:5", "paciza <Xd>",         "requires FEAT_PAuth"],
  "PACIZB":       ["1 1 0 11010110 00001 001001 11111 Rd:5", "pacizb <Xd>",         "requires FEAT_PAuth"],
  "PACDZA":       ["1 1 0 11010110 00001 001010 11111 Rd:5", "pacdza <Xd>",         "requires FEAT_PAuth"],
  "PACDZB":       ["1 1 0 11010110 00001 001011 11111 Rd:5", "pacdzb <Xd>",         "requires FEAT_PAuth"],
  "AUTIZA":       ["1 1 0 11010110 00001 001100 11111 Rd:5", "autiza <Xd>",         "requires FEAT_PAuth"],
  "AUTIZB":       ["1 1 0 11010110 00001 001101 11111 Rd:5", "autizb <Xd>",         "requires FEAT_PAuth"],
  "AUTDZA":       ["1 1 0 11010110 00001 001110 11111 Rd:5", "autdza <Xd>",         "requires FEAT_PAuth"],
  "AUTDZB":       ["1 1 0 11010110 00001 001111 11111 Rd:5", "autdzb <Xd>",         "requires FEAT_PAuth"],
  "XPACI":        ["1 1 0 11010110 00001 010000 11111 Rd:5", "xpaci <Xd>",          "requires FEAT_PAuth"],
  "XPACD":        ["1 1 0 11010110 00001 010001 11111 Rd:5", "xpacd <Xd>",          "requires FEAT_PAuth"],
} as const satisfies EncodingTable;

const LOGICAL = {
  "AND (shifted register)": [
    "sf 00 01010 shift:2 0 Rm:5 imm6:6 Rn:5 Rd:5",
    "and <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|ror> #<imm6>}",
    "undefined if sf=0 imm6=1xxxxx",
  ],
  "BIC (shifted register)": [
    "sf 00 01010 shift:2 1 Rm:5 imm6:6 Rn:5 Rd:5",
    "bic <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|ror> #<imm6>}",
    "undefined if sf=0 imm6=1xxxxx",
  ],
  "ORR (shifted register)": [
    "sf 01 01010 shift:2 0 Rm:5 imm6:6 Rn:5 Rd:5",
    "mov <Rd>, <Rm>   if shift=00 imm6=000000 Rn=11111",
    "orr <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|ror> #<imm6>}",
    "undefined if sf=0 imm6=1xxxxx",
  ],
  "ORN (shifted register)": [
    "sf 01 01010 shift:2 1 Rm:5 imm6:6 Rn:5 Rd:5",
    "mvn <Rd>, <Rm>{, <shift=lsl|lsr|asr|ror> #<imm6>}   if Rn=11111",
    "orn <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|ror> #<imm6>}",
    "undefined if sf=0 imm6=1xxxxx",
  ],
  "EOR (shifted register)": [
    "sf 10 01010 shift:2 0 Rm:5 imm6:6 Rn:5 Rd:5",
    "eor <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|ror> #<imm6>}",
    "undefined if sf=0 imm6=1xxxxx",
  ],
  "EON (shifted register)": [
    "sf 10 01010 shift:2 1 Rm:5 imm6:6 Rn:5 Rd:5",
    "eon <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|ror> #<imm6>}",
    "undefined if sf=0 imm6=1xxxxx",
  ],
  "ANDS (shifted register)": [
    "sf 11 01010 shift:2 0 Rm:5 imm6:6 Rn:5 Rd:5",
    "tst <Rn>, <Rm>{, <shift=lsl|lsr|asr|ror> #<imm6>}   if Rd=11111",
    "ands <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|ror> #<imm6>}",
    "undefined if sf=0 imm6=1xxxxx",
  ],
  "BICS (shifted register)": [
    "sf 11 01010 shift:2 1 Rm:5 imm6:6 Rn:5 Rd:5",
    "bics <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|ror> #<imm6>}",
    "undefined if sf=0 imm6=1xxxxx",
  ],
} as const satisfies EncodingTable;

/** Unlike the logical instructions, these cannot rotate. */
const RESERVED_SHIFTS = [
  "undefined if shift=11",
  "undefined if sf=0 imm6=1xxxxx",
] as const;

const ADD_SUBTRACT_SHIFTED = {
  "ADD (shifted register)": [
    "sf 0 0 01011 shift:2 0 Rm:5 imm6:6 Rn:5 Rd:5",
    "add <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|-> #<imm6>}",
    ...RESERVED_SHIFTS,
  ],
  "ADDS (shifted register)": [
    "sf 0 1 01011 shift:2 0 Rm:5 imm6:6 Rn:5 Rd:5",
    "cmn <Rn>, <Rm>{, <shift=lsl|lsr|asr|-> #<imm6>}   if Rd=11111",
    "adds <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|-> #<imm6>}",
    ...RESERVED_SHIFTS,
  ],
  "SUB (shifted register)": [
    "sf 1 0 01011 shift:2 0 Rm:5 imm6:6 Rn:5 Rd:5",
    "neg <Rd>, <Rm>{, <shift=lsl|lsr|asr|-> #<imm6>}   if Rn=11111",
    "sub <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|-> #<imm6>}",
    ...RESERVED_SHIFTS,
  ],
  "SUBS (shifted register)": [
    "sf 1 1 01011 shift:2 0 Rm:5 imm6:6 Rn:5 Rd:5",
    "cmp <Rn>, <Rm>{, <shift=lsl|lsr|asr|-> #<imm6>}    if Rd=11111",
    "negs <Rd>, <Rm>{, <shift=lsl|lsr|asr|-> #<imm6>}   if Rn=11111",
    "subs <Rd>, <Rn>, <Rm>{, <shift=lsl|lsr|asr|-> #<imm6>}",
    ...RESERVED_SHIFTS,
  ],
} as const satisfies EncodingTable;

/** The index is shifted by no more than the largest access, 16 bytes, needs. */
const RESERVED_AMOUNTS = [
  "undefined if imm3=11x",
  "undefined if imm3=101",
] as const;

const ADD_SUBTRACT_EXTENDED = {
  "ADD (extended register)": [
    "sf 0 0 01011 00 1 Rm:5 option:3 imm3:3 Rn:5 Rd:5",
    "add <Rd|SP>, <Rn|SP>, <Rm:option:imm3 extended Rd Rn>",
    ...RESERVED_AMOUNTS,
  ],
  "ADDS (extended register)": [
    "sf 0 1 01011 00 1 Rm:5 option:3 imm3:3 Rn:5 Rd:5",
    "cmn <Rn|SP>, <Rm:option:imm3 extended Rn>   if Rd=11111",
    "adds <Rd>, <Rn|SP>, <Rm:option:imm3 extended Rn>",
    ...RESERVED_AMOUNTS,
  ],
  "SUB (extended register)": [
    "sf 1 0 01011 00 1 Rm:5 option:3 imm3:3 Rn:5 Rd:5",
    "sub <Rd|SP>, <Rn|SP>, <Rm:option:imm3 extended Rd Rn>",
    ...RESERVED_AMOUNTS,
  ],
  "SUBS (extended register)": [
    "sf 1 1 01011 00 1 Rm:5 option:3 imm3:3 Rn:5 Rd:5",
    "cmp <Rn|SP>, <Rm:option:imm3 extended Rn>   if Rd=11111",
    "subs <Rd>, <Rn|SP>, <Rm:option:imm3 extended Rn>",
    ...RESERVED_AMOUNTS,
  ],
} as const satisfies EncodingTable;

const ADD_SUBTRACT_CARRY = {
  "ADC":  ["sf 0 0 11010000 Rm:5 000000 Rn:5 Rd:5", "adc <Rd>, <Rn>, <Rm>"],
  "ADCS": ["sf 0 1 11010000 Rm:5 000000 Rn:5 Rd:5", "adcs <Rd>, <Rn>, <Rm>"],
  "SBC":  ["sf 1 0 11010000 Rm:5 000000 Rn:5 Rd:5", "ngc <Rd>, <Rm>    if Rn=11111", "sbc <Rd>, <Rn>, <Rm>"],
  "SBCS": ["sf 1 1 11010000 Rm:5 000000 Rn:5 Rd:5", "ngcs <Rd>, <Rm>   if Rn=11111", "sbcs <Rd>, <Rn>, <Rm>"],
} as const satisfies EncodingTable;

const ROTATE_INTO_FLAGS = {
  "RMIF": ["1 0 1 11010000 imm6:6 00001 Rn:5 0 mask:4", "rmif <Xn>, #<imm6>, #<mask>", "requires FEAT_FlagM"],
} as const satisfies EncodingTable;

const EVALUATE_INTO_FLAGS = {
  "SETF8":  ["0 0 1 11010000 000000 0 0010 Rn:5 0 1101", "setf8 <Wn>",  "requires FEAT_FlagM"],
  "SETF16": ["0 0 1 11010000 000000 1 0010 Rn:5 0 1101", "setf16 <Wn>", "requires FEAT_FlagM"],
} as const satisfies EncodingTable;

const CONDITIONAL_COMPARE_REGISTER = {
  "CCMN (register)": ["sf 0 1 11010010 Rm:5 cond:4 0 0 Rn:5 0 nzcv:4", "ccmn <Rn>, <Rm>, #<nzcv>, <cond>"],
  "CCMP (register)": ["sf 1 1 11010010 Rm:5 cond:4 0 0 Rn:5 0 nzcv:4", "ccmp <Rn>, <Rm>, #<nzcv>, <cond>"],
} as const satisfies EncodingTable;

const CONDITIONAL_COMPARE_IMMEDIATE = {
  "CCMN (immediate)": ["sf 0 1 11010010 imm5:5 cond:4 1 0 Rn:5 0 nzcv:4", "ccmn <Rn>, #<imm5>, #<nzcv>, <cond>"],
  "CCMP (immediate)": ["sf 1 1 11010010 imm5:5 cond:4 1 0 Rn:5 0 nzcv:4", "ccmp <Rn>, #<imm5>, #<nzcv>, <cond>"],
} as const satisfies EncodingTable;

/** The aliases select between a register, or zero, and the same changed; their condition is the one that changes it. */
const CONDITIONAL_SELECT = {
  "CSEL": ["sf 0 0 11010100 Rm:5 cond:4 0 0 Rn:5 Rd:5", "csel <Rd>, <Rn>, <Rm>, <cond>"],
  "CSINC": [
    "sf 0 0 11010100 Rm:5 cond:4 0 1 Rn:5 Rd:5",
    "cset <Rd>, <invcond>         if Rm=11111 Rn=11111 cond!=111x",
    "cinc <Rd>, <Rn>, <invcond>   if Rn=Rm cond!=111x",
    "csinc <Rd>, <Rn>, <Rm>, <cond>",
  ],
  "CSINV": [
    "sf 1 0 11010100 Rm:5 cond:4 0 0 Rn:5 Rd:5",
    "csetm <Rd>, <invcond>        if Rm=11111 Rn=11111 cond!=111x",
    "cinv <Rd>, <Rn>, <invcond>   if Rn=Rm cond!=111x",
    "csinv <Rd>, <Rn>, <Rm>, <cond>",
  ],
  "CSNEG": [
    "sf 1 0 11010100 Rm:5 cond:4 0 1 Rn:5 Rd:5",
    "cneg <Rd>, <Rn>, <invcond>   if Rn=Rm cond!=111x",
    "csneg <Rd>, <Rn>, <Rm>, <cond>",
  ],
} as const satisfies EncodingTable;

const THREE_SOURCE = {
  "MADD":   ["sf 00 11011 000 Rm:5 0 Ra:5 Rn:5 Rd:5",   "mul <Rd>, <Rn>, <Rm>      if Ra=11111", "madd <Rd>, <Rn>, <Rm>, <Ra>"],
  "MSUB":   ["sf 00 11011 000 Rm:5 1 Ra:5 Rn:5 Rd:5",   "mneg <Rd>, <Rn>, <Rm>     if Ra=11111", "msub <Rd>, <Rn>, <Rm>, <Ra>"],
  "SMADDL": ["1 00 11011 001 Rm:5 0 Ra:5 Rn:5 Rd:5",    "smull <Xd>, <Wn>, <Wm>    if Ra=11111", "smaddl <Xd>, <Wn>, <Wm>, <Xa>"],
  "SMSUBL": ["1 00 11011 001 Rm:5 1 Ra:5 Rn:5 Rd:5",    "smnegl <Xd>, <Wn>, <Wm>   if Ra=11111", "smsubl <Xd>, <Wn>, <Wm>, <Xa>"],
  "SMULH":  ["1 00 11011 010 Rm:5 0 (11111) Rn:5 Rd:5", "smulh <Xd>, <Xn>, <Xm>"],
  "UMADDL": ["1 00 11011 101 Rm:5 0 Ra:5 Rn:5 Rd:5",    "umull <Xd>, <Wn>, <Wm>    if Ra=11111", "umaddl <Xd>, <Wn>, <Wm>, <Xa>"],
  "UMSUBL": ["1 00 11011 101 Rm:5 1 Ra:5 Rn:5 Rd:5",    "umnegl <Xd>, <Wn>, <Wm>   if Ra=11111", "umsubl <Xd>, <Wn>, <Wm>, <Xa>"],
  "UMULH":  ["1 00 11011 110 Rm:5 0 (11111) Rn:5 Rd:5", "umulh <Xd>, <Xn>, <Xm>"],
} as const satisfies EncodingTable;

export const DP_REGISTER = {
  "Data-processing (2 source)": TWO_SOURCE,
  "Data-processing (1 source)": ONE_SOURCE,
  "Logical (shifted register)": LOGICAL,
  "Add/subtract (shifted register)": ADD_SUBTRACT_SHIFTED,
  "Add/subtract (extended register)": ADD_SUBTRACT_EXTENDED,
  "Add/subtract (with carry)": ADD_SUBTRACT_CARRY,
  "Rotate right into flags": ROTATE_INTO_FLAGS,
  "Evaluate into flags": EVALUATE_INTO_FLAGS,
  "Conditional compare (register)": CONDITIONAL_COMPARE_REGISTER,
  "Conditional compare (immediate)": CONDITIONAL_COMPARE_IMMEDIATE,
  "Conditional select": CONDITIONAL_SELECT,
  "Data-processing (3 source)": THREE_SOURCE,
} as const;
