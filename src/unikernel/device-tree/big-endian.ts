// A device tree's numbers are big-endian.

import { load32 } from "../metal/memory";
import { plus, reversed32 } from "../metal/word";

/** The address is a multiple of 4. */
export function bigEndian32(address: bigint): number {
  return reversed32(load32(address));
}

/** Two words, the high one first: the address is a multiple of 4. */
export function bigEndian64(address: bigint): bigint {
  const high = BigInt(bigEndian32(address));
  return BigInt.asUintN(64, high << 32n) | BigInt(bigEndian32(plus(address, 4n)));
}
