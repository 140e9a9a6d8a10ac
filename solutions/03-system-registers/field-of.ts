import type { SystemParts } from "../../src/machine/sysregs/parts";

/** `value`<high:low>: bits high down to low, both included, as an unsigned number. `value` has 64 bits. */
export const fieldOf: SystemParts["fieldOf"] = (value, high, low) =>
  (value >> BigInt(low)) & ((1n << BigInt(high - low + 1)) - 1n);
