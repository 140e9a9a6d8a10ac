import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/**
 * ERET: what the processor becomes. Before and behind, it is
 *
 *   pc          the address of the instruction, and of the next one
 *   pstate      bits 23:0 of what SPSR_EL1 would save now; the level in bits 3:2, SP in bit 0
 *   nzcv        the flags, N in bit 3
 *   sp          the stack pointer in use
 *   SP_EL0, SP_EL1   as they are while they are not in use; what they say of the one in use is worth nothing
 *   SPSR_EL1    what to become: NZCV in bits 31:28, and PSTATE in bits 23:0
 *   ELR_EL1     where to go on
 *
 * At EL0, ERET is "undefined". SPSR_EL1 says nothing that is not allowed: that it might is a later chapter's trouble.
 */
export const eret: SystemQuestions["eret"] = (before) => {
  throw new Error(`Return the processor behind ERET: SPSR_EL1 is 0x${before.SPSR_EL1.toString(16)}, and PSTATE 0x${before.pstate.toString(16)}.`);
};
