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
  switch (type) {
    case "LSL": return BigInt.asUintN(size, x << amount);
    case "LSR": return x >> amount;
    case "ASR": return BigInt.asUintN(size, BigInt.asIntN(size, x) >> amount);
    case "ROR": return BigInt.asUintN(size, (x >> amount) | (x << (BigInt(size) - amount)));
  }
};
