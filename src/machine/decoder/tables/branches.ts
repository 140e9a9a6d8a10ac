// Branches, exception generating and system instructions (Arm ARM, "A64 instruction set encoding"): word<28:26> = 101.

import type { EncodingTable } from "../row";

const CONDITIONAL_BRANCH = {
  "B.cond":  ["0101010 0 imm19:19 0 cond:4", "b.<cond> <imm19 label *4>"],
  "BC.cond": ["0101010 0 imm19:19 1 cond:4", "bc.<cond> <imm19 label *4>", "requires FEAT_HBC"],
} as const satisfies EncodingTable;

const UNCONDITIONAL_BRANCH_IMMEDIATE = {
  "B":  ["0 00101 imm26:26", "b <imm26 label *4>"],
  "BL": ["1 00101 imm26:26", "bl <imm26 label *4>"],
} as const satisfies EncodingTable;

const COMPARE_AND_BRANCH = {
  "CBZ":  ["sf 011010 0 imm19:19 Rt:5", "cbz <Rt>, <imm19 label *4>"],
  "CBNZ": ["sf 011010 1 imm19:19 Rt:5", "cbnz <Rt>, <imm19 label *4>"],
} as const satisfies EncodingTable;

export const BRANCHES = {
  "Conditional branch (immediate)": CONDITIONAL_BRANCH,
  "Unconditional branch (immediate)": UNCONDITIONAL_BRANCH_IMMEDIATE,
  "Compare and branch (immediate)": COMPARE_AND_BRANCH,
} as const;
