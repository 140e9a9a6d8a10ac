import type { CpuParts } from "../../src/machine/cpu/parts";

/**
 * x + y + carryIn in `width` bits, and what is to be said of that sum: N in bit 3 of `nzcv`, Z in bit 2, C in bit 1, V in
 * bit 0. The operands are unsigned and fit; carryIn is 0n or 1n.
 *
 *   N   the top bit of the value          C   the sum of the unsigned numbers did not fit
 *   Z   the value is zero                 V   the sum of the same bits, read as signed numbers, did not fit
 */
export const addWithCarry: CpuParts["addWithCarry"] = (width, x, y, carryIn) => {
  const unsignedSum = x + y + carryIn;
  const signedSum = BigInt.asIntN(width, x) + BigInt.asIntN(width, y) + carryIn;
  const value = BigInt.asUintN(width, unsignedSum);
  const n = BigInt.asIntN(width, value) < 0n ? 8n : 0n;
  const z = value === 0n ? 4n : 0n;
  const c = value !== unsignedSum ? 2n : 0n;
  const v = BigInt.asIntN(width, value) !== signedSum ? 1n : 0n;
  return { value, nzcv: n | z | c | v };
};
