import type { SystemParts } from "../../src/machine/sysregs/parts";

/**
 * `value`, of 64 bits, with `field` in bits high to low. Of `field`, which may be too wide, only the low bits count; all
 * other bits stay as they were.
 */
export const withField: SystemParts["withField"] = (value, high, low, field) => {
  const ones = (1n << BigInt(high - low + 1)) - 1n;
  const hole = value & ~(ones << BigInt(low));
  return hole | ((field & ones) << BigInt(low));
};
