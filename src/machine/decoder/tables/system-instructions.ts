// The system instructions of the group Branches, exception generating and system instructions (Arm ARM, "A64 instruction
// set encoding"): word<31:22> = 1101010100. What is left of the word is five numbers, as MRS shows them: op0 op1 CRn CRm op2.

import type { EncodingTable } from "../row";

const WITH_REGISTER_ARGUMENT = {
  "WFET": ["1101010100 0 00 011 0001 0000 000 Rd:5", "wfet <Xd>", "requires FEAT_WFxT"],
  "WFIT": ["1101010100 0 00 011 0001 0000 001 Rd:5", "wfit <Xd>", "requires FEAT_WFxT"],
} as const satisfies EncodingTable;

/** A hint that a processor does not know is a NOP: old processors run new programs. */
const HINTS = {
  "HINT":      ["1101010100 0 00 011 0010 CRm:4 op2:3 11111", "hint #<CRm:op2>"],
  "NOP":       ["1101010100 0 00 011 0010 0000 000 11111", "nop"],
  "YIELD":     ["1101010100 0 00 011 0010 0000 001 11111", "yield"],
  "WFE":       ["1101010100 0 00 011 0010 0000 010 11111", "wfe"],
  "WFI":       ["1101010100 0 00 011 0010 0000 011 11111", "wfi"],
  "SEV":       ["1101010100 0 00 011 0010 0000 100 11111", "sev"],
  "SEVL":      ["1101010100 0 00 011 0010 0000 101 11111", "sevl"],
  "DGH":       ["1101010100 0 00 011 0010 0000 110 11111", "dgh",       "requires FEAT_DGH"],
  "XPACLRI":   ["1101010100 0 00 011 0010 0000 111 11111", "xpaclri",   "requires FEAT_PAuth"],
  "PACIA1716": ["1101010100 0 00 011 0010 0001 000 11111", "pacia1716", "requires FEAT_PAuth"],
  "PACIB1716": ["1101010100 0 00 011 0010 0001 010 11111", "pacib1716", "requires FEAT_PAuth"],
  "AUTIA1716": ["1101010100 0 00 011 0010 0001 100 11111", "autia1716", "requires FEAT_PAuth"],
  "AUTIB1716": ["1101010100 0 00 011 0010 0001 110 11111", "autib1716", "requires FEAT_PAuth"],
  "ESB":       ["1101010100 0 00 011 0010 0010 000 11111", "esb",       "requires FEAT_RAS"],
  "PSB CSYNC": ["1101010100 0 00 011 0010 0010 001 11111", "psb csync", "requires FEAT_SPE"],
  "TSB CSYNC": ["1101010100 0 00 011 0010 0010 010 11111", "tsb csync", "requires FEAT_TRF"],
  "CSDB":      ["1101010100 0 00 011 0010 0010 100 11111", "csdb"],
  "PACIAZ":    ["1101010100 0 00 011 0010 0011 000 11111", "paciaz",    "requires FEAT_PAuth"],
  "PACIASP":   ["1101010100 0 00 011 0010 0011 001 11111", "paciasp",   "requires FEAT_PAuth"],
  "PACIBZ":    ["1101010100 0 00 011 0010 0011 010 11111", "pacibz",    "requires FEAT_PAuth"],
  "PACIBSP":   ["1101010100 0 00 011 0010 0011 011 11111", "pacibsp",   "requires FEAT_PAuth"],
  "AUTIAZ":    ["1101010100 0 00 011 0010 0011 100 11111", "autiaz",    "requires FEAT_PAuth"],
  "AUTIASP":   ["1101010100 0 00 011 0010 0011 101 11111", "autiasp",   "requires FEAT_PAuth"],
  "AUTIBZ":    ["1101010100 0 00 011 0010 0011 110 11111", "autibz",    "requires FEAT_PAuth"],
  "AUTIBSP":   ["1101010100 0 00 011 0010 0011 111 11111", "autibsp",   "requires FEAT_PAuth"],
  "BTI":       ["1101010100 0 00 011 0010 0100 op2:2 0 11111", "bti {<op2=|c|j|jc>}", "requires FEAT_BTI"],
} as const satisfies EncodingTable;

/** CRm says which accesses (st, ld, all) of whom (osh, nsh, ish, sy: the shareability domain) a barrier orders. */
const BARRIERS = {
  "CLREX":   ["1101010100 0 00 011 0011 CRm:4 010 11111", "clrex {#<CRm:=15>}"],
  "TCOMMIT": ["1101010100 0 00 011 0011 0000 011 11111", "tcommit", "requires FEAT_TME"],
  "DSB": [
    "1101010100 0 00 011 0011 CRm:4 100 11111",
    "ssbb    if CRm=0000",
    "pssbb   if CRm=0100",
    "dfb     if CRm=1100",
    "dsb <CRm=-|oshld|oshst|osh|-|nshld|nshst|nsh|-|ishld|ishst|ish|-|ld|st|sy>",
    "dsb #<CRm>",
  ],
  "DSB (nXS)": [
    "1101010100 0 00 011 0011 imm2:2 10 001 11111",
    "dsb <imm2=oshnxs|nshnxs|ishnxs|synxs>",
    "accept dsb #<imm2 *4 +16>",
    "requires FEAT_XS",
  ],
  "DMB": [
    "1101010100 0 00 011 0011 CRm:4 101 11111",
    "dmb <CRm=-|oshld|oshst|osh|-|nshld|nshst|nsh|-|ishld|ishst|ish|-|ld|st|sy>",
    "dmb #<CRm>",
  ],
  "ISB": [
    "1101010100 0 00 011 0011 CRm:4 110 11111",
    "isb {#<CRm:=15>}",
    "accept isb sy   if CRm=1111",
  ],
  "SB": ["1101010100 0 00 011 0011 (0000) 111 11111", "sb", "requires FEAT_SB"],
} as const satisfies EncodingTable;

const PSTATE = {
  "MSR (immediate)": [
    "1101010100 0 00 op1:3 0100 CRm:4 op2:3 11111",
    "field: op1:op2=000011:UAO|000100:PAN|000101:SPSel|011001:SSBS|011010:DIT|011100:TCO|011110:DAIFSet|011111:DAIFClr",
    "msr <field>, #<CRm>",
    "requires FEAT_UAO   if op1=000 op2=011",
    "requires FEAT_PAN   if op1=000 op2=100",
    "requires FEAT_SSBS  if op1=011 op2=001",
    "requires FEAT_DIT   if op1=011 op2=010",
    "requires FEAT_MTE   if op1=011 op2=100",
  ],
  "CFINV":  ["1101010100 0 00 000 0100 (0000) 000 11111", "cfinv",  "requires FEAT_FlagM"],
  "XAFLAG": ["1101010100 0 00 000 0100 (0000) 001 11111", "xaflag", "requires FEAT_FlagM2"],
  "AXFLAG": ["1101010100 0 00 000 0100 (0000) 010 11111", "axflag", "requires FEAT_FlagM2"],
} as const satisfies EncodingTable;

const WITH_RESULT = {
  "TSTART": ["1101010100 1 00 011 0011 0000 011 Rt:5", "tstart <Xt>", "requires FEAT_TME"],
  "TTEST":  ["1101010100 1 00 011 0011 0001 011 Rt:5", "ttest <Xt>",  "requires FEAT_TME"],
} as const satisfies EncodingTable;

const SYSTEM = {
  "SYS": [
    "1101010100 0 01 op1:3 CRn:4 CRm:4 op2:3 Rt:5",
    "at <op1:CRn:CRm:op2 operation AT>, <Xt>",
    "dc <op1:CRn:CRm:op2 operation DC>, <Xt>",
    "ic <op1:CRn:CRm:op2 operation IC>, <Xt>",
    "ic <op1:CRn:CRm:op2:Rt operation IC alone>",
    "tlbi <op1:CRn:CRm:op2 operation TLBI>, <Xt>",
    "tlbi <op1:CRn:CRm:op2:Rt operation TLBI alone>",
    "cfp <op1:CRn:CRm:op2 operation CFP>, <Xt>",
    "dvp <op1:CRn:CRm:op2 operation DVP>, <Xt>",
    "cpp <op1:CRn:CRm:op2 operation CPP>, <Xt>",
    "brb <op1:CRn:CRm:op2:Rt operation BRB alone>   if Rt=11111",
    "sys #<op1>, c<CRn>, c<CRm>, #<op2>{, <Xt:=31>}",
    "unpredictable if Rt!=11111 OperationTakesNoArgument",
  ],
  "SYSL": ["1101010100 1 01 op1:3 CRn:4 CRm:4 op2:3 Rt:5", "sysl <Xt>, #<op1>, c<CRn>, c<CRm>, #<op2>"],
} as const satisfies EncodingTable;

const SYSTEM_REGISTER_MOVE = {
  "MSR (register)": ["1101010100 0 1 o0 op1:3 CRn:4 CRm:4 op2:3 Rt:5", "msr <o0:op1:CRn:CRm:op2 sysreg write>, <Xt>"],
  "MRS":            ["1101010100 1 1 o0 op1:3 CRn:4 CRm:4 op2:3 Rt:5", "mrs <Xt>, <o0:op1:CRn:CRm:op2 sysreg read>"],
} as const satisfies EncodingTable;

export const SYSTEM_INSTRUCTIONS = {
  "System instructions with register argument": WITH_REGISTER_ARGUMENT,
  "Hints": HINTS,
  "Barriers": BARRIERS,
  "PSTATE": PSTATE,
  "System with result": WITH_RESULT,
  "System instructions": SYSTEM,
  "System register move": SYSTEM_REGISTER_MOVE,
} as const;
