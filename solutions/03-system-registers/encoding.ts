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
  const numbers = /^S([23])_([0-7])_C(\d|1[0-5])_C(\d|1[0-5])_([0-7])$/.exec(register)?.slice(1).map(Number);
  if (numbers === undefined) return undefined;
  const [op0 = 0, op1 = 0, CRn = 0, CRm = 0, op2 = 0] = numbers;
  const L = instruction === "MRS" ? 1 : 0;
  return (0xd500_0000 | (L << 21) | (op0 << 19) | (op1 << 16) | (CRn << 12) | (CRm << 8) | (op2 << 5) | Rt) >>> 0;
};
