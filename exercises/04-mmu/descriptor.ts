import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * What `descriptor`, found in a table of `level`, says. `granule` is log2 of a page's bytes: 12, 14 or 16.
 *
 *              63      62:61   60       59       58:48  47:n             n-1:2   1:0
 *   table      NSTable APTable UXNTable PXNTable        next table               11   levels 0 to 2
 *
 *              54  53  52          51:48  47:n             11 10 9:8 7:6 4:2      1:0
 *   block      UXN PXN Contiguous         output address   nG AF SH  AP  AttrIndx 01   level 2; with 4 KiB, level 1 too
 *   page       the same                                                           11   level 3
 *
 * n is the granule for a table and a page. For a block it is the lowest bit that an index of its level is made of: what the
 * block maps is aligned to its size. Everything else is "invalid", and bits that have no name here change nothing.
 */
export const decodeDescriptor: MmuParts["decodeDescriptor"] = (descriptor, level, granule) => {
  throw new Error(`Return what 0x${descriptor.toString(16)} means at level ${level}, with pages of 2^${granule} bytes: { kind: ... }.`);
};
