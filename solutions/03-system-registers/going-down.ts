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
  if ((before.pstate & 0b1100) === 0) return "undefined";
  const pstate = Number(before.SPSR_EL1 & 0xff_ffffn);
  const stacks: Stacks = { ...before, [inUse(before.pstate)]: before.sp };
  return {
    ...before,
    ...stacks,
    sp: stacks[inUse(pstate)],
    pc: before.ELR_EL1,
    pstate,
    nzcv: Number((before.SPSR_EL1 >> 28n) & 0xfn),
  };
};

interface Stacks {
  readonly SP_EL0: bigint;
  readonly SP_EL1: bigint;
}

const inUse = (pstate: number): keyof Stacks => ((pstate & 0b1100) !== 0 && (pstate & 1) === 1 ? "SP_EL1" : "SP_EL0");
