// Branches, exception generating and system instructions (Arm ARM, "A64 instruction set encoding"): word<28:26> = 101.

import type { EncodingTable } from "../row";
import { SYSTEM_INSTRUCTIONS } from "./system-instructions";

const CONDITIONAL_BRANCH = {
  "B.cond":  ["0101010 0 imm19:19 0 cond:4", "b.<cond> <imm19 label *4>", "accept b<cond> <imm19 label *4>"],
  "BC.cond": ["0101010 0 imm19:19 1 cond:4", "bc.<cond> <imm19 label *4>", "requires FEAT_HBC"],
} as const satisfies EncodingTable;

const EXCEPTION_GENERATION = {
  "SVC":     ["11010100 000 imm16:16 000 01", "svc #<imm16 hex>"],
  "HVC":     ["11010100 000 imm16:16 000 10", "hvc #<imm16 hex>"],
  "SMC":     ["11010100 000 imm16:16 000 11", "smc #<imm16 hex>"],
  "BRK":     ["11010100 001 imm16:16 000 00", "brk #<imm16 hex>"],
  "HLT":     ["11010100 010 imm16:16 000 00", "hlt #<imm16 hex>"],
  "TCANCEL": ["11010100 011 imm16:16 000 00", "tcancel #<imm16 hex>", "requires FEAT_TME"],
  "DCPS1":   ["11010100 101 imm16:16 000 01", "dcps1 {#<imm16 hex:=0>}"],
  "DCPS2":   ["11010100 101 imm16:16 000 10", "dcps2 {#<imm16 hex:=0>}"],
  "DCPS3":   ["11010100 101 imm16:16 000 11", "dcps3 {#<imm16 hex:=0>}"],
} as const satisfies EncodingTable;

/** The forms with A or B behind them authenticate the address first, with key A or B and a modifier: SP, zero (Z), or Rm. */
const UNCONDITIONAL_BRANCH_REGISTER = {
  "BR":     ["1101011 0000 11111 000000 Rn:5 00000",             "br <Xn>"],
  "BRAAZ":  ["1101011 0000 11111 000010 Rn:5 11111",             "braaz <Xn>",           "requires FEAT_PAuth"],
  "BRABZ":  ["1101011 0000 11111 000011 Rn:5 11111",             "brabz <Xn>",           "requires FEAT_PAuth"],
  "BLR":    ["1101011 0001 11111 000000 Rn:5 00000",             "blr <Xn>"],
  "BLRAAZ": ["1101011 0001 11111 000010 Rn:5 11111",             "blraaz <Xn>",          "requires FEAT_PAuth"],
  "BLRABZ": ["1101011 0001 11111 000011 Rn:5 11111",             "blrabz <Xn>",          "requires FEAT_PAuth"],
  "RET":    ["1101011 0010 11111 000000 Rn:5 00000",             "ret {<Xn:=30>}"],
  "RETAA":  ["1101011 0010 11111 000010 11111 11111",            "retaa",                "requires FEAT_PAuth"],
  "RETAB":  ["1101011 0010 11111 000011 11111 11111",            "retab",                "requires FEAT_PAuth"],
  "ERET":   ["1101011 0100 11111 000000 11111 00000",            "eret"],
  "ERETAA": ["1101011 0100 11111 000010 11111 11111",            "eretaa",               "requires FEAT_PAuth"],
  "ERETAB": ["1101011 0100 11111 000011 11111 11111",            "eretab",               "requires FEAT_PAuth"],
  "DRPS":   ["1101011 0101 11111 000000 11111 00000",            "drps"],
  "BRAA":   ["1101011 1000 11111 000010 Rn:5 Rm:5",              "braa <Xn>, <Xm|SP>",   "requires FEAT_PAuth"],
  "BRAB":   ["1101011 1000 11111 000011 Rn:5 Rm:5",              "brab <Xn>, <Xm|SP>",   "requires FEAT_PAuth"],
  "BLRAA":  ["1101011 1001 11111 000010 Rn:5 Rm:5",              "blraa <Xn>, <Xm|SP>",  "requires FEAT_PAuth"],
  "BLRAB":  ["1101011 1001 11111 000011 Rn:5 Rm:5",              "blrab <Xn>, <Xm|SP>",  "requires FEAT_PAuth"],
} as const satisfies EncodingTable;

const UNCONDITIONAL_BRANCH_IMMEDIATE = {
  "B":  ["0 00101 imm26:26", "b <imm26 label *4>"],
  "BL": ["1 00101 imm26:26", "bl <imm26 label *4>"],
} as const satisfies EncodingTable;

const COMPARE_AND_BRANCH = {
  "CBZ":  ["sf 011010 0 imm19:19 Rt:5", "cbz <Rt>, <imm19 label *4>"],
  "CBNZ": ["sf 011010 1 imm19:19 Rt:5", "cbnz <Rt>, <imm19 label *4>"],
} as const satisfies EncodingTable;

/** A bit below 32 is tested in Wt, which is the same bit of Xt: either may be written. */
const TEST_AND_BRANCH = {
  "TBZ": [
    "b5 011011 0 b40:5 imm14:14 Rt:5",
    "tbz <Wt>, #<b5:b40>, <imm14 label *4>   if b5=0",
    "tbz <Xt>, #<b5:b40>, <imm14 label *4>   if b5=1",
    "accept tbz <Xt>, #<b5:b40>, <imm14 label *4>",
  ],
  "TBNZ": [
    "b5 011011 1 b40:5 imm14:14 Rt:5",
    "tbnz <Wt>, #<b5:b40>, <imm14 label *4>   if b5=0",
    "tbnz <Xt>, #<b5:b40>, <imm14 label *4>   if b5=1",
    "accept tbnz <Xt>, #<b5:b40>, <imm14 label *4>",
  ],
} as const satisfies EncodingTable;

export const BRANCHES = {
  "Conditional branch (immediate)": CONDITIONAL_BRANCH,
  "Exception generation": EXCEPTION_GENERATION,
  ...SYSTEM_INSTRUCTIONS,
  "Unconditional branch (register)": UNCONDITIONAL_BRANCH_REGISTER,
  "Unconditional branch (immediate)": UNCONDITIONAL_BRANCH_IMMEDIATE,
  "Compare and branch (immediate)": COMPARE_AND_BRANCH,
  "Test and branch (immediate)": TEST_AND_BRANCH,
} as const;
