import type { SystemParts } from "../../src/machine/sysregs/parts";

/**
 * What a register that held `old` holds when `value` has been written to it. The masks say which bit is what:
 *
 *   writable   what was written
 *   kept       what it was: only the machine changes it
 *   ones       1, always: RES1
 *
 * No bit is in two of them. A bit in none of them is RES0: it is 0, whatever `old` says.
 */
export const written: SystemParts["written"] = (old, value, { writable, ones, kept }) =>
  (value & writable) | (old & kept) | ones;
