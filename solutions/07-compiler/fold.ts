import type { OptimizerParts } from "../../src/compiler/optimize/parts";

/**
 * What an operation makes of two constants, words of 64 bits, from 0; and so is the result.
 *
 *   add, sub, mul       the lower 64 bits of the exact result
 *   smulh, umulh        the upper 64 bits of the product of 128, the operands with a sign and without
 *   sdiv, udiv          towards zero, with a sign and without; by zero it is 0, as the instructions have it
 *   and, or, xor
 *   shl, lshr, ashr     by the lowest six bits of b; lshr brings zeros in, ashr copies of the sign
 */
export const fold: OptimizerParts["fold"] = (operator, a, b) => word(EXACTLY[operator](a, b));

const word = (value: bigint): bigint => BigInt.asUintN(64, value);
const signed = (value: bigint): bigint => BigInt.asIntN(64, value);

const EXACTLY: Readonly<Record<Parameters<OptimizerParts["fold"]>[0], (a: bigint, b: bigint) => bigint>> = {
  add:   (a, b) => a + b,
  sub:   (a, b) => a - b,
  mul:   (a, b) => a * b,
  smulh: (a, b) => (signed(a) * signed(b)) >> 64n,
  umulh: (a, b) => (a * b) >> 64n,
  sdiv:  (a, b) => (b === 0n ? 0n : signed(a) / signed(b)),
  udiv:  (a, b) => (b === 0n ? 0n : a / b),
  and:   (a, b) => a & b,
  or:    (a, b) => a | b,
  xor:   (a, b) => a ^ b,
  shl:   (a, b) => a << (b & 63n),
  lshr:  (a, b) => a >> (b & 63n),
  ashr:  (a, b) => signed(a) >> (b & 63n),
};
