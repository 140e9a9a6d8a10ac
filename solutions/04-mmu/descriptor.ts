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
  const bits = (high: number, low: number): number => Number(BigInt.asUintN(high - low + 1, descriptor >> BigInt(low)));
  const isSet = (bit: number): boolean => bits(bit, bit) === 1;
  /** Bits 47:low, in their place. */
  const addressFrom = (low: number): number => bits(47, low) * 2 ** low;

  const kind = kindOf(bits(1, 0), level, granule);
  if (kind === "invalid") return { kind };
  if (kind === "table") {
    return { kind, address: addressFrom(granule), APTable: bits(62, 61), UXNTable: isSet(60), PXNTable: isSet(59) };
  }
  return {
    kind,
    address: addressFrom(granule + (3 - level) * (granule - 3)),
    AttrIndx: bits(4, 2), AP: bits(7, 6), SH: bits(9, 8), AF: isSet(10), nG: isSet(11), PXN: isSet(53), UXN: isSet(54),
  };
};

function kindOf(low: number, level: number, granule: number): "invalid" | "table" | "block" | "page" {
  if (low === 0b11) return level === 3 ? "page" : "table";
  const hasBlocks = level === 2 || (level === 1 && granule === 12);
  return low === 0b01 && hasBlocks ? "block" : "invalid";
}
