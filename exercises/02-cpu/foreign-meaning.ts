import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Mizzen is a computer that was never built. It has the registers, the flags and the memory of our machine, and
 * one instruction more. This is its page of the manual:
 *
 *     hur  Wd, [Xn|SP], Wm, #imm
 *
 *     base     = if n == 31 then SP else X[n]
 *     next     = base + imm * 4
 *     old      = Mem[next, 4]
 *     operand  = ROR(W[m], 14)
 *     holds    = operand<6> == '1'
 *     result   = if holds then operand - old else ROR(old, 8)
 *     Mem[next, 4] = result
 *     PSTATE.N = UInt(result) < UInt(old)
 *     PSTATE.Z = NOT(holds)
 *     PSTATE.C = NOT(operand<31>)
 *     PSTATE.V = result<31>
 *     X[n]     = next
 *     W[d]     = old
 *
 * 1. old, operand and result have 32 bits; base and next have 64. What does not fit is cut off at the top.
 * 2. Register 31 is SP as Xn, and the zero register as Wd and Wm. Writing a W register clears the upper half of the X register.
 * 3. The lines say what comes of the machine as it was before. Only where d and n are the same register does it matter
 *    which of the last two lines comes last.
 * 4. An instruction whose access faults has changed nothing.
 *
 * Write `foreignMeaning(m, { Rd, Rn, Rm, imm })`, which asks m for all that. The access is a "normal" one. It will be
 * asked to run, with values evaluated at once, and evaluated late, each where it is used: name with m.let() what is
 * used twice, or used after it might have changed. For example (mem[a] is the doubleword at a):
 *
 *     hur w1, [x2], w3, #7
 *       before   x1 = 0xf8de_36c8_80aa_2b60, x2 = 0x86c0, x3 = 0x74ea_0a55_0000_0000, nzcv = N-CV, mem[0x86d8] = 0x2b12_56cb_7fff_ffff
 *       changed  x1 = 0x2b12_56cb, x2 = 0x86dc, nzcv = -ZCV, mem[0x86d8] = 0xcb2b_1256_7fff_ffff
 *
 *     hur w1, [x2], w3, #0
 *       before   x1 = 0xc770_fe04_21e3_5b8f, x2 = 0x87cc, x3 = 0x8c4a_65dd_0000_0000, nzcv = N-C-, mem[0x87c8] = 0x72f8_5866_5542_3088
 *       changed  x1 = 0x72f8_5866, nzcv = NZC-, mem[0x87c8] = 0x6672_f858_5542_3088
 *
 *     hur w1, [x2], w3, #1
 *       before   x1 = 0x99c3_38f1_df15_270a, x2 = 0x84a4, x3 = 0x7fff_ffff_4488_c3c1, nzcv = ----, mem[0x84a8] = 0x4cb9_337f
 *       changed  x1 = 0x4cb9_337f, x2 = 0x84a8, nzcv = -ZC-, mem[0x84a8] = 0x7f4c_b933
 */

export const foreignMeaning: CpuQuestions["foreignMeaning"] = (m, { Rd, Rn, Rm, imm }) => {
  throw new Error(`Ask m for what the instruction with Rd = ${Rd}, Rn = ${Rn}, Rm = ${Rm} and imm = ${imm} does.`);
};
