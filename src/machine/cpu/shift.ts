import type { ShiftType, Size } from "./operations";

/**
 * LSL(), LSR(), ASR() and ROR() of the Arm ARM's shared pseudocode. `x` is unsigned and `size` bits
 * wide; `amount` is 0 to size - 1.
 */
export function shift(type: ShiftType, size: Size, x: bigint, amount: bigint): bigint {
  switch (type) {
    case "LSL": return BigInt.asUintN(size, x << amount);
    case "LSR": return x >> amount;
    case "ASR": return BigInt.asUintN(size, BigInt.asIntN(size, x) >> amount);
    case "ROR": return BigInt.asUintN(size, (x >> amount) | (x << (BigInt(size) - amount)));
  }
}
