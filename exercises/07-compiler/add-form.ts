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
  throw new Error(`Return the form of the ADD whose operands are a ${a.kind} and a ${b.kind}.`);
};
