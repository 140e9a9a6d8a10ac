import type { CpuParts } from "../../src/machine/cpu/parts";

/**
 * Whether the flags satisfy a condition. `nzcv` has N in bit 3, Z in bit 2, C in bit 1, V in bit 0. Bits 3 to 1 of `cond`
 * choose a question, and bit 0 asks for the opposite:
 *
 *   000  Z is set            eq, ne       100  C is set, and Z is clear    hi, ls
 *   001  C is set            hs, lo       101  N and V are equal           ge, lt
 *   010  N is set            mi, pl       110  ... and Z is clear          gt, le
 *   011  V is set            vs, vc       111  always; there is no opposite
 */
export const conditionHolds: CpuParts["conditionHolds"] = (cond, nzcv) => {
  const [n, z, c, v] = [8, 4, 2, 1].map((bit) => (nzcv & bit) !== 0);
  const questions = [z, c, n, v, c && !z, n === v, n === v && !z, true];
  const holds = questions[cond >> 1] === true;
  return (cond & 1) === 1 && cond !== 0b1111 ? !holds : holds;
};
