import type { CpuParts } from "../../src/machine/cpu/parts";

/**
 * An access of `bytes` bytes (1 to 64) at `address`, cut at the borders of pages of 4096 bytes: where each piece begins, how
 * many bytes it has, and how many come before it. In order. Addresses have 64 bits; behind the last comes 0.
 */
export const pieces: CpuParts["pieces"] = (address, bytes) => {
  const inFirst = Math.min(bytes, 4096 - Number(address & 0xfffn));
  const first = { address, bytes: inFirst, done: 0 };
  if (inFirst === bytes) return [first];
  const next = BigInt.asUintN(64, address + BigInt(inFirst));
  return [first, { address: next, bytes: bytes - inFirst, done: inFirst }];
};
