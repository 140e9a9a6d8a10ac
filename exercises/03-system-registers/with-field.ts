import type { SystemParts } from "../../src/machine/sysregs/parts";

/**
 * `value`, of 64 bits, with `field` in bits high to low. Of `field`, which may be too wide, only the low bits count; all
 * other bits stay as they were.
 */
export const withField: SystemParts["withField"] = (value, high, low, field) => {
  throw new Error(`Return 0x${value.toString(16)} with 0x${field.toString(16)} in bits ${high} to ${low}.`);
};
