// A range is mapped in pieces, each of them with one descriptor.

import { PAGE_BYTES } from "./layout";

const GIB = 0x4000_0000;
const TWO_MIB = 0x20_0000;

/**
 * The bytes of the largest block or page that a range may begin with: both of its addresses are
 * multiples of it, and it is not longer than the range. @noalloc
 */
export function nextPiece(offset: number, physical: number, bytes: number): number {
  if (bytes < TWO_MIB) return PAGE_BYTES;
  if (bytes >= GIB && offset % GIB === 0 && physical % GIB === 0) return GIB;
  return offset % TWO_MIB === 0 && physical % TWO_MIB === 0 ? TWO_MIB : PAGE_BYTES;
}
