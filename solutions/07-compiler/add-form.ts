import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * The instruction for `a + b`, 64 bits wide. There are four forms, of which the first one that can be had is taken:
 *
 *   ADD immediate, SUB immediate   one operand is a constant of 12 bits (sh: 0), or of 12 bits with 12 zeros below (sh: 1);
 *                                  or the constant, negated, is: then SUB
 *   shifted, extended              b, or else a, is a shift or an extension of a register, and nobody else uses it (uses: 1):
 *                                  its own instruction is left out
 *   registers                      both are in registers, however they got there
 *
 * shl is LSL, lshr is LSR, ashr is ASR, by `amount` bits; sext32 is SXTW, zext32 is UXTW. At most one of the two is a constant.
 */
export const addForm: CompilerQuestions["addForm"] = (a, b) => {
  const constant = a.kind === "constant" ? a : b;
  if (constant.kind === "constant") {
    const added = immediate(constant.value);
    if (added !== undefined) return { form: "ADD immediate", ...added };
    const subtracted = immediate(BigInt.asUintN(64, -constant.value));
    if (subtracted !== undefined) return { form: "SUB immediate", ...subtracted };
  }
  for (const [inner, operand] of [["b", b], ["a", a]] as const) {
    if (operand.kind === "constant" || operand.kind === "register" || operand.uses !== 1) continue;
    return "amount" in operand
      ? { form: "shifted", shift: SHIFTS[operand.kind], amount: operand.amount, inner }
      : { form: "extended", extend: operand.kind === "sext32" ? "SXTW" : "UXTW", inner };
  }
  return { form: "registers" };
};

const SHIFTS = { shl: "LSL", lshr: "LSR", ashr: "ASR" } as const;

/** What twelve bits, and one that says where they go, make of a value. */
function immediate(value: bigint): { readonly imm12: number; readonly sh: 0 | 1 } | undefined {
  if (value < 0x1000n) return { imm12: Number(value), sh: 0 };
  const isShifted = value % 0x1000n === 0n && value < 0x100_0000n;
  return isShifted ? { imm12: Number(value / 0x1000n), sh: 1 } : undefined;
}
