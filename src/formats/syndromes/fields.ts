// What ISS, the lower 25 bits of ESR_EL1, holds: for each kind of exception, its fields from the
// highest down (Arm ARM, "ESR_EL1", the "ISS encoding for ..." sections). Bits that no field names
// are 0.

/** A value, and what it means. */
export type ValueRow = readonly [value: number, meaning: string];

/** The bits of a field, the manual's name, what it is for, and its values, if they have names. */
export type FieldRow = readonly [
  high: number, low: number, name: string, meaning: string, values: readonly ValueRow[],
];

const NO: readonly ValueRow[] = [];

const CONDITION: readonly FieldRow[] = [
  [24, 24, "CV",   "Whether COND is valid", [[0, "no"], [1, "yes"]]],
  [23, 20, "COND", "The instruction's condition: A64 has only AL", [[0xe, "AL"]]],
];

const ABORT: readonly FieldRow[] = [
  [12, 11, "SET",   "How bad a synchronous external abort is", [[0, "recoverable"]]],
  [10, 10, "FnV",   "Whether FAR_EL1 is not valid", [[0, "FAR_EL1 is valid"], [1, "it is not"]]],
  [9, 9,   "EA",    "What kind of external abort: the implementation's to define", NO],
];

const STAGE: FieldRow =
  [7, 7, "S1PTW", "Whether stage 2 failed for a table of stage 1", [[0, "no"], [1, "yes"]]];

const DIRECTION: FieldRow =
  [6, 6, "WnR", "Write, not read", [[0, "read"], [1, "write"]]];

const MAINTENANCE: FieldRow = [
  8, 8, "CM", "Whether a cache or address translation instruction asked",
  [[0, "a load or store"], [1, "cache maintenance or AT"]],
];

export const RES0: readonly FieldRow[] = [];

export const WAIT: readonly FieldRow[] = [
  ...CONDITION,
  [1, 0, "TI", "The instruction", [[0, "WFI"], [1, "WFE"]]],
];

export const FLOATING_POINT: readonly FieldRow[] = CONDITION;

export const CALL: readonly FieldRow[] = [
  [15, 0, "imm16", "The number in the instruction", NO],
];

export const COMMENT: readonly FieldRow[] = [
  [15, 0, "Comment", "The number in the instruction", NO],
];

/** MSR, MRS and system instructions: the fields of the instruction, in an order of their own. */
export const SYSTEM: readonly FieldRow[] = [
  [21, 20, "Op0", "op0 of the instruction", NO],
  [19, 17, "Op2", "op2", NO],
  [16, 14, "Op1", "op1", NO],
  [13, 10, "CRn", "CRn", NO],
  [9, 5,   "Rt",  "The general register", NO],
  [4, 1,   "CRm", "CRm", NO],
  [0, 0,   "Direction", "Which way", [[0, "write: MSR"], [1, "read: MRS"]]],
];

export const INSTRUCTION_ABORT: readonly FieldRow[] = [
  ...ABORT,
  STAGE,
  [5, 0, "IFSC", "Instruction Fault Status Code", NO],
];

export const DATA_ABORT: readonly FieldRow[] = [
  [24, 24, "ISV", "Whether bits 23 to 14 are valid: only of stage 2", [[0, "no"], [1, "yes"]]],
  [23, 22, "SAS", "Size", [[0, "byte"], [1, "halfword"], [2, "word"], [3, "doubleword"]]],
  [21, 21, "SSE", "Whether what is loaded is sign-extended", [[0, "no"], [1, "yes"]]],
  [20, 16, "SRT", "The general register", NO],
  [15, 15, "SF",  "Width of the register", [[0, "32 bits"], [1, "64 bits"]]],
  [14, 14, "AR",  "Whether it acquires or releases", [[0, "no"], [1, "yes"]]],
  ...ABORT,
  MAINTENANCE,
  STAGE,
  DIRECTION,
  [5, 0, "DFSC", "Data Fault Status Code", NO],
];

export const SYSTEM_ERROR: readonly FieldRow[] = [
  [24, 24, "IDS", "Whose format bits 23 to 0 have",
    [[0, "the architecture's"], [1, "the implementation's"]]],
];

export const BREAKPOINT: readonly FieldRow[] = [
  [5, 0, "IFSC", "Instruction Fault Status Code", NO],
];

export const SOFTWARE_STEP: readonly FieldRow[] = [
  [24, 24, "ISV", "Whether EX is valid: an instruction was stepped", [[0, "no"], [1, "yes"]]],
  [6, 6,   "EX",  "What was stepped", [[0, "no load-exclusive"], [1, "a load-exclusive"]]],
  [5, 0,   "IFSC", "Instruction Fault Status Code", NO],
];

export const WATCHPOINT: readonly FieldRow[] = [
  [10, 10, "FnV", "Whether FAR_EL1 is not valid", [[0, "FAR_EL1 is valid"], [1, "it is not"]]],
  MAINTENANCE,
  DIRECTION,
  [5, 0, "DFSC", "Data Fault Status Code", NO],
];
