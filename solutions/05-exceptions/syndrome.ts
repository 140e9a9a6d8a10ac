import type { Fault } from "../../src/machine/cpu/exception";
import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * ESR_EL1 and FAR_EL1, as { esr, far }, of an exception that was taken from EL0 or EL1 (`level`). `far` is undefined where
 * there is no address, and of an IRQ or FIQ so is `esr`: they write neither.
 *
 * ESR_EL1 is EC << 26 | 1 << 25 | ISS. These are EC and ISS; bits of ISS that are not mentioned are 0:
 *
 *   undefined         0x00         0; and so HVC, SMC and HLT, which nobody answers
 *   trapped wait      0x01         CV and COND, and TI: 0 of WFI, 1 of WFE
 *   trapped FP        0x07         CV and COND
 *   illegal state     0x0e         0
 *   SVC               0x15         imm16
 *   trapped access    0x18         Op0 21:20, Op2 19:17, Op1 16:14, CRn 13:10, Rt 9:5, CRm 4:1, and bit 0: 1 of a read (MRS)
 *   instruction abort 0x20, 0x21   IFSC 5:0                      and FAR_EL1
 *   PC alignment      0x22         0                             and FAR_EL1
 *   data abort        0x24, 0x25   CM 8, WnR 6, DFSC 5:0         and FAR_EL1
 *   SP alignment      0x26         0
 *   SError            0x2f         0
 *   breakpoint        0x30, 0x31   IFSC 5:0
 *   software step     0x32, 0x33   ISV 24, EX 6, IFSC 5:0
 *   watchpoint        0x34, 0x35   CM 8, WnR 6, DFSC 5:0         and FAR_EL1
 *   BRK               0x3c         imm16
 *
 * Of two classes, the second is for EL1. CV is bit 24 and COND bits 23:20; in A64 they are always 1 and 0b1110. The trapped
 * word has op0 in bits 20:19, op1 18:16, CRn 15:12, CRm 11:8, op2 7:5, Rt 4:0, and bit 21 is 1 of a read. WFE is a word with
 * 0b010 in bits 7:5, WFI one with 0b011. CM is 1 if `maintenance` is true, and then WnR is 1 too, as it is for a write. ISV is
 * 1 unless `exclusive` is undefined; EX is 1 if it is true.
 *
 * IFSC and DFSC are the same six bits, where L is the level:
 *
 *   address size  0b0000LL     permission         0b0011LL     alignment  0b100001
 *   translation   0b0001LL     external           0b010000     debug      0b100010: breakpoint, step, watchpoint
 *   access flag   0b0010LL     external, a table  0b0101LL     (an external fault of a table is one with a level)
 */
export const syndromeOf: ExceptionParts["syndromeOf"] = (cause, level) => {
  switch (cause.kind) {
    case "undefined": case "HVC": case "SMC": case "HLT": return told(0x00);
    case "trapped wait": return told(0x01, ALWAYS | (((cause.word >> 5) & 7) === 2 ? 1 : 0));
    case "trapped FP": return told(0x07, ALWAYS);
    case "illegal state": return told(0x0e);
    case "SVC": return told(0x15, cause.imm16);
    case "trapped access": return told(0x18, systemFields(cause.word));
    case "instruction abort": return told(0x20 + level, codeOf(cause.fault), cause.address);
    case "PC alignment": return told(0x22, 0, cause.address);
    case "data abort": return told(0x24 + level, accessFields(cause) | codeOf(cause.fault), cause.address);
    case "SP alignment": return told(0x26);
    case "SError": return told(0x2f);
    case "breakpoint": return told(0x30 + level, DEBUG);
    case "software step": return told(0x32 + level, steppedFields(cause.exclusive) | DEBUG);
    case "watchpoint": return told(0x34 + level, accessFields(cause) | DEBUG, cause.address);
    case "BRK": return told(0x3c, cause.imm16);
    case "IRQ": case "FIQ": return { esr: undefined, far: undefined };
  }
};

type Syndrome = ReturnType<ExceptionParts["syndromeOf"]>;

const IL = 1n << 25n;
/** CV and COND. */
const ALWAYS = (1 << 24) | (0b1110 << 20);
const DEBUG = 0b100010;

const told = (ec: number, iss = 0, far?: bigint): Syndrome => ({ esr: (BigInt(ec) << 26n) | IL | BigInt(iss), far });

const KINDS = ["address size", "translation", "access flag", "permission"];

function codeOf(fault: Fault): number {
  if (fault.kind === "alignment") return 0b100001;
  if (fault.kind === "external") return fault.level === undefined ? 0b010000 : 0b010100 | fault.level;
  return (KINDS.indexOf(fault.kind) << 2) | fault.level;
}

const accessFields = ({ write, maintenance = false }: { readonly write: boolean; readonly maintenance?: boolean }): number =>
  (maintenance ? 1 << 8 : 0) | (write || maintenance ? 1 << 6 : 0);

const steppedFields = (exclusive: boolean | undefined): number =>
  exclusive === undefined ? 0 : (1 << 24) | (exclusive ? 1 << 6 : 0);

function systemFields(word: number): number {
  const field = (low: number, width: number): number => (word >> low) & ((1 << width) - 1);
  return (field(19, 2) << 20) | (field(5, 3) << 17) | (field(16, 3) << 14) | (field(12, 4) << 10)
    | (field(0, 5) << 5) | (field(8, 4) << 1) | field(21, 1);
}
