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
export const fold: OptimizerParts["fold"] = (operator, a, b) => {
  throw new Error(`Return what ${operator} makes of 0x${a.toString(16)} and 0x${b.toString(16)}.`);
};
