import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * Whether `va` lies in `range`, the one that its bit 55 has chosen: range.inputBits is how many bits of an address count, and
 * all bits above them must be as bit 55 is. With range.TBI, bits 63:56 are a tag and may be anything.
 */
export const isInRange: MmuParts["isInRange"] = (va, { inputBits, TBI }) => {
  const above = BigInt.asIntN(TBI ? 56 : 64, va) >> BigInt(inputBits);
  const bit55 = (va >> 55n) & 1n;
  return above === -bit55;
};
