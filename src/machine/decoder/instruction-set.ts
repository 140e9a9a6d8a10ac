// All tables, in the order of the Arm manual's chapter "A64 instruction set encoding": groups, their classes, their rows.

import type { EncodingTable } from "./row";
import { BRANCHES } from "./tables/branches";
import { DP_IMMEDIATE } from "./tables/dp-immediate";

/** Group to class to table. */
export type InstructionSet = Readonly<Record<string, Readonly<Record<string, EncodingTable>>>>;

export const INSTRUCTION_SET: InstructionSet = {
  "Data processing -- immediate": DP_IMMEDIATE,
  "Branches, exception generating and system instructions": BRANCHES,
};
