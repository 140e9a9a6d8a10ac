import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/**
 * What a change of PSTATE does to the stack pointers. `sp` is the one in use. bank[0] is SP_EL0 and bank[1] is SP_EL1, each
 * while it is not in use: what the bank says of the one that is in use is worth nothing, before and behind.
 *
 * `from` and `to` are PSTATE before and behind, in the format of SPSR_EL1: the level in bits 3:2, SP in bit 0.
 */
export const switchStacks: SystemQuestions["switchStacks"] = ({ sp, bank }, from, to) => {
  const inUse = (pstate: number): 0 | 1 => ((pstate >> 2) & pstate & 1) === 1 ? 1 : 0;
  const all: [bigint, bigint] = [...bank];
  all[inUse(from)] = sp;
  return { sp: all[inUse(to)], bank: all };
};
