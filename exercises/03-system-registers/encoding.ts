import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/**
 * The word of `MRS Xt, register` or of `MSR register, Xt`. The register has the name that says its numbers,
 * "S<op0>_<op1>_C<CRn>_C<CRm>_<op2>", in capitals: "S3_0_C15_C2_0". Xt is 0 to 31.
 *
 *   31       22  21  20 19  18 16  15 12  11  8  7 5  4 0
 *   1101010100   L    op0    op1    CRn    CRm   op2   Rt     L is 1 in MRS
 *
 * op0 is 2 or 3: other values are other instructions. If `register` is no such name, or a number does not fit,
 * undefined.
 */
export const systemWord: SystemQuestions["systemWord"] = (instruction, register, Rt) => {
  throw new Error(`Return the word of ${instruction} with ${register} and X${Rt}, or undefined if that is no register's name.`);
};
