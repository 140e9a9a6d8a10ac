// What a handler is told: ESR_EL1, the syndrome, and FAR_EL1, the address that something was wrong
// with (Arm ARM, "AArch64.ReportException", and "ESR_EL1" for the formats). An interrupt tells
// nothing: its handler asks the interrupt controller. Where the manual leaves FAR_EL1 UNKNOWN, ours
// keeps what it holds.

import { bug } from "../../base/bug";
import type { VirtAddr } from "../../base/word";
import {
  BREAKPOINT_CLASS, BRK_CLASS, DATA_ABORT_CLASS, FLOATING_POINT_CLASS, ILLEGAL_STATE_CLASS,
  INSTRUCTION_ABORT_CLASS, PC_ALIGNMENT_CLASS, SERROR_CLASS, SOFTWARE_STEP_CLASS,
  SP_ALIGNMENT_CLASS, SVC_CLASS, SYSTEM_CLASS, UNKNOWN_CLASS, WAIT_CLASS, WATCHPOINT_CLASS,
} from "../../formats/syndromes/exception-classes";
import { faultStatus, NO_LEVEL } from "../../formats/syndromes/fault-status";
import { encodeSyndrome, type FieldValue } from "../../formats/syndromes/syndrome";
import type { Cause, Fault } from "../cpu/exception";
import type { Level } from "../sysregs/pstate";

/** What is written to ESR_EL1 and FAR_EL1; undefined: nothing is. */
export interface Syndrome {
  readonly esr: bigint | undefined;
  readonly far: VirtAddr | undefined;
}

/** COND of an instruction that has none: "always". */
const ALWAYS: readonly FieldValue[] = [["CV", 1], ["COND", 0xe]];

/** `level` is where it happened. Of the classes that tell, EL1's is behind EL0's. */
export function syndromeOf(cause: Cause, level: Level): Syndrome {
  switch (cause.kind) {
    case "IRQ": case "FIQ":
      return { esr: undefined, far: undefined };
    case "undefined": case "HVC": case "SMC": case "HLT": // Nobody above EL1 answers a call.
      return told(UNKNOWN_CLASS);
    case "SVC":
      return told(SVC_CLASS, [["imm16", cause.imm16]]);
    case "BRK":
      return told(BRK_CLASS, [["Comment", cause.imm16]]);
    case "trapped wait":
      return told(WAIT_CLASS, [...ALWAYS, ["TI", isWfe(cause.word) ? 1 : 0]]);
    case "trapped FP":
      return told(FLOATING_POINT_CLASS, ALWAYS);
    case "trapped access":
      return told(SYSTEM_CLASS, systemFields(cause.word));
    case "illegal state":
      return told(ILLEGAL_STATE_CLASS);
    case "SP alignment":
      return told(SP_ALIGNMENT_CLASS);
    case "PC alignment":
      return told(PC_ALIGNMENT_CLASS, [], cause.address);
    case "instruction abort":
      return told(INSTRUCTION_ABORT_CLASS + level, [["IFSC", codeOf(cause.fault)]], cause.address);
    case "data abort": {
      const fields = dataFields(cause, codeOf(cause.fault));
      return told(DATA_ABORT_CLASS + level, fields, cause.address);
    }
    case "watchpoint":
      return told(WATCHPOINT_CLASS + level, dataFields(cause, DEBUG), cause.address);
    case "breakpoint":
      return told(BREAKPOINT_CLASS + level, [["IFSC", DEBUG]]);
    case "software step":
      return told(SOFTWARE_STEP_CLASS + level, [["IFSC", DEBUG], ...steppedFields(cause)]);
    case "SError":
      return told(SERROR_CLASS);
  }
}

function told(ec: number, fields: readonly FieldValue[] = [], far?: VirtAddr): Syndrome {
  return { esr: encodeSyndrome(ec, fields), far };
}

const DEBUG = faultStatus("debug", NO_LEVEL);

/** DFSC or IFSC. */
function codeOf(fault: Fault): number {
  const level = "level" in fault ? fault.level ?? NO_LEVEL : NO_LEVEL;
  const code = faultStatus(fault.kind, level);
  return code < 0 ? bug(`no status code for a ${fault.kind} fault at level ${level}`) : code;
}

/** Cache maintenance is always a write, whatever it does. */
function dataFields(
  { write, maintenance = false }: { readonly write: boolean; readonly maintenance?: boolean },
  status: number,
): FieldValue[] {
  return [["DFSC", status], ["WnR", write || maintenance ? 1 : 0], ["CM", maintenance ? 1 : 0]];
}

/** EX is valid if an instruction was stepped. */
function steppedFields({ exclusive }: { readonly exclusive: boolean | undefined }): FieldValue[] {
  return exclusive === undefined ? [] : [["ISV", 1], ["EX", exclusive ? 1 : 0]];
}

/** WFE is HINT #2, WFI HINT #3. */
const isWfe = (word: number): boolean => ((word >> 5) & 7) === 2;

/**
 * MRS, MSR and SYS share a format, and so does the trap of all of them:
 *
 *   31        22 21  20:19 18:16 15:12 11:8  7:5   4:0
 *   1101010100   L   op0   op1   CRn   CRm   op2   Rt
 */
function systemFields(word: number): FieldValue[] {
  return [
    ["Op0", (word >> 19) & 3],
    ["Op2", (word >> 5) & 7],
    ["Op1", (word >> 16) & 7],
    ["CRn", (word >> 12) & 15],
    ["Rt", word & 31],
    ["CRm", (word >> 8) & 15],
    ["Direction", (word >> 21) & 1],
  ];
}
