// MAIR_EL1's bytes ("MAIR_EL1, Memory Attribute Indirection Register (EL1)"), without FEAT_XS and FEAT_MTE2.

import { bits, type Memory, type MemoryType } from "./world";

const DEVICE: readonly MemoryType[] = ["Device-nGnRnE", "Device-nGnRE", "Device-nGRE", "Device-GRE"];

export function memoryType(attributes: bigint): MemoryType | "reserved" {
  const outer = bits(attributes, 7, 4);
  const inner = bits(attributes, 3, 0);
  if (outer === 0n) return bits(inner, 1, 0) === 0n ? DEVICE[Number(bits(inner, 3, 2))]! : "reserved";
  return inner === 0n ? "reserved" : "Normal";
}

export function memoryOf(descriptor: bigint, MAIR: bigint): Memory {
  const index = Number(bits(descriptor, 4, 2));
  const attributes = bits(MAIR, 8 * index + 7, 8 * index);
  return { type: memoryType(attributes), attributes, shareability: bits(descriptor, 9, 8) };
}
