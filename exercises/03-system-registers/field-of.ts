import type { SystemParts } from "../../src/machine/sysregs/parts";

/** `value`<high:low>: bits high down to low, both included, as an unsigned number. `value` has 64 bits. */
export const fieldOf: SystemParts["fieldOf"] = (value, high, low) => {
  throw new Error(`Return bits ${high} to ${low} of 0x${value.toString(16)}.`);
};
