// The exception classes: EC, the upper six bits of ESR_EL1, and what the lower ones then hold (Arm
// ARM, "ESR_EL1"). Those that can reach EL1 where EL0 and EL1 are AArch64 and the architecture is
// Armv8.0's; later extensions have added more.
//
// 1. Where there are two rows for one reason, the even class is an exception from EL0, the odd one
//    from EL1 itself.

import {
  BREAKPOINT, CALL, COMMENT, DATA_ABORT, type FieldRow, FLOATING_POINT, INSTRUCTION_ABORT, RES0,
  SOFTWARE_STEP, SYSTEM, SYSTEM_ERROR, WAIT, WATCHPOINT,
} from "./fields";

export const UNKNOWN_CLASS = 0x00;
export const WAIT_CLASS = 0x01;
export const FLOATING_POINT_CLASS = 0x07;
export const ILLEGAL_STATE_CLASS = 0x0e;
export const SVC_CLASS = 0x15;
export const SYSTEM_CLASS = 0x18;
export const INSTRUCTION_ABORT_CLASS = 0x20;
export const PC_ALIGNMENT_CLASS = 0x22;
export const DATA_ABORT_CLASS = 0x24;
export const SP_ALIGNMENT_CLASS = 0x26;
export const SERROR_CLASS = 0x2f;
export const BREAKPOINT_CLASS = 0x30;
export const SOFTWARE_STEP_CLASS = 0x32;
export const WATCHPOINT_CLASS = 0x34;
export const BRK_CLASS = 0x3c;

export type ExceptionClass = readonly [
  code: number, meaning: string, fields: readonly FieldRow[],
];

export const EXCEPTION_CLASSES: readonly ExceptionClass[] = [
  // EC
  [0x00, "unknown reason: an instruction that is Undefined here", RES0],
  [0x01, "trapped WFI or WFE",                                    WAIT],
  [0x07, "trapped floating point or Advanced SIMD",               FLOATING_POINT],
  [0x0e, "illegal execution state: PSTATE.IL was set",            RES0],
  [0x15, "SVC",                                                   CALL],
  [0x16, "HVC",                                                   CALL],
  [0x17, "SMC",                                                   CALL],
  [0x18, "trapped MSR, MRS or system instruction",                SYSTEM],
  [0x20, "instruction abort from EL0",                            INSTRUCTION_ABORT],
  [0x21, "instruction abort from EL1",                            INSTRUCTION_ABORT],
  [0x22, "PC is not aligned",                                     RES0],
  [0x24, "data abort from EL0",                                   DATA_ABORT],
  [0x25, "data abort from EL1",                                   DATA_ABORT],
  [0x26, "SP is not aligned",                                     RES0],
  [0x2f, "SError",                                                SYSTEM_ERROR],
  [0x30, "breakpoint in EL0",                                     BREAKPOINT],
  [0x31, "breakpoint in EL1",                                     BREAKPOINT],
  [0x32, "software step of EL0",                                  SOFTWARE_STEP],
  [0x33, "software step of EL1",                                  SOFTWARE_STEP],
  [0x34, "watchpoint hit from EL0",                               WATCHPOINT],
  [0x35, "watchpoint hit from EL1",                               WATCHPOINT],
  [0x3c, "BRK",                                                   COMMENT],
];

/** What stands in the place of the fields of a class that the table does not have. */
const ANY_FIELDS: readonly FieldRow[] = [[24, 0, "ISS", "Instruction Specific Syndrome", []]];

/** The row of a class, or one that says it is not known. */
export function exceptionClass(code: number): ExceptionClass {
  for (const row of EXCEPTION_CLASSES) {
    if (row[0] === code) return row;
  }
  return [code, "a class that this machine does not have", ANY_FIELDS];
}
