import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * Whether `va` lies in `range`, the one that its bit 55 has chosen: range.inputBits is how many bits of an address count, and
 * all bits above them must be as bit 55 is. With range.TBI, bits 63:56 are a tag and may be anything.
 */
export const isInRange: MmuParts["isInRange"] = (va, { inputBits, TBI }) => {
  throw new Error(`Return whether 0x${va.toString(16)} is in a range of ${inputBits} bits, where TBI is ${TBI}.`);
};
