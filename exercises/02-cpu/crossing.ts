import type { CpuParts } from "../../src/machine/cpu/parts";

/**
 * An access of `bytes` bytes (1 to 64) at `address`, cut at the borders of pages of 4096 bytes: where each piece begins, how
 * many bytes it has, and how many come before it. In order. Addresses have 64 bits; behind the last comes 0.
 */
export const pieces: CpuParts["pieces"] = (address, bytes) => {
  throw new Error(`Return [{ address, bytes, done }, ...]: the ${bytes} bytes at 0x${address.toString(16)}, page by page.`);
};
