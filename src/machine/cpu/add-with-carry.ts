import type { Sum, Width } from "./operations";

/**
 * x + y + carryIn, and the flags it sets. Every add, subtract and compare that sets flags comes
 * here, so that NZCV is decided once. Transcribes AddWithCarry() of the Arm ARM's shared
 * pseudocode; the operands are unsigned and already `width` bits wide.
 */
export function addWithCarry(width: Width, x: bigint, y: bigint, carryIn: bigint): Sum<bigint> {
  const unsignedSum = x + y + carryIn;
  const signedSum = BigInt.asIntN(width, x) + BigInt.asIntN(width, y) + carryIn;
  const value = BigInt.asUintN(width, unsignedSum);
  const n = BigInt.asIntN(width, value) < 0n ? 8n : 0n;
  const z = value === 0n ? 4n : 0n;
  const c = value !== unsignedSum ? 2n : 0n;
  const v = BigInt.asIntN(width, value) !== signedSum ? 1n : 0n;
  return { value, nzcv: n | z | c | v };
}
