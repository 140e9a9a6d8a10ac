import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * Which entry of a table of `level` is for `va`, counted from 0.
 *
 * A table fills one granule of 2^granule bytes (12, 14 or 16), and an entry has eight bytes. Level 3 resolves the bits right
 * above the offset in the page, and each level before it those above. Of `va` only the low `inputBits` bits count, so the
 * first table may have fewer entries; what is above them is none of an index.
 */
export const tableIndex: MmuParts["tableIndex"] = (va, level, granule, inputBits) => {
  throw new Error(`Return the index of 0x${va.toString(16)} in a table of level ${level}: granule ${granule}, ${inputBits} bits of address.`);
};
