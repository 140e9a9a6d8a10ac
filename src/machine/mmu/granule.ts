// How an address is cut up (Arm ARM, "The VMSAv8-64 translation table format"). A table fills one
// granule with descriptors of 8 bytes, so a granule of 2^12 bytes resolves 9 bits a level:
//
//   4 KiB    47      39 38      30 29      21 20      12 11           0
//            level 0    level 1    level 2    level 3    offset in page
//   16 KiB   47   level 0: 1 bit, then 11 bits each: 46:36, 35:25, 24:14
//   64 KiB   47:42  level 1: 6 bits, then 13 bits each: 41:29, 28:16
//
// Every walk ends at level 3. A smaller address space begins later, and its first table has fewer
// entries.

import type { VirtAddr } from "../../base/word";

/** log2 of its bytes. */
export type Granule = 12 | 14 | 16;

export const LAST_LEVEL = 3;
/** log2 of a descriptor's bytes. */
const DESCRIPTOR = 3;

/** The lowest bit of the address that a table of this level resolves: log2 of what a leaf maps. */
export const lowestBit = (level: number, granule: Granule): number =>
  granule + (LAST_LEVEL - level) * (granule - DESCRIPTOR);

/** Where a walk begins: the level whose bits reach up to the highest of `inputBits`. */
export const startLevel = (inputBits: number, granule: Granule): number =>
  LAST_LEVEL + 1 - Math.ceil((inputBits - granule) / (granule - DESCRIPTOR));

/** How many entries the first table has. */
export const firstTableEntries = (inputBits: number, granule: Granule): number =>
  2 ** (inputBits - lowestBit(startLevel(inputBits, granule), granule));

/** Which entry of a table of `level` is for `va`, of whose bits the low `inputBits` count. */
export function tableIndex(
  va: VirtAddr, level: number, granule: Granule, inputBits: number,
): number {
  const low = lowestBit(level, granule);
  const width = Math.min(granule - DESCRIPTOR, inputBits - low);
  return Number(BigInt.asUintN(width, va >> BigInt(low)));
}
