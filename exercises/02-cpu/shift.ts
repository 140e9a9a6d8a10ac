import type { CpuParts } from "../../src/machine/cpu/parts";

/**
 * `x`, unsigned and of `size` bits (8 to 128), shifted by `amount` places, 0 to size - 1. The answer has `size` bits, too.
 *
 *   LSL   to the left; zeros come in, and what goes out at the top is lost
 *   LSR   to the right; zeros come in
 *   ASR   to the right; copies of the top bit come in
 *   ROR   to the right; what goes out at the bottom comes in at the top
 */
export const shift: CpuParts["shift"] = (type, size, x, amount) => {
  throw new Error(`Return the ${size} bits of 0x${x.toString(16)} after ${type} by ${amount} places.`);
};
