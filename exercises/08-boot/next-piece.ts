import { broken } from "../../src/unikernel/runtime/broken";

/**
 * A range of virtual addresses is mapped to physical memory piece by piece, each piece with one descriptor: a block of 1 GiB,
 * a block of 2 MiB or a page of 4 KiB. How many bytes has the first? `offset` is the range's first virtual address, from the
 * begin of its half; `physical` where it goes; `bytes` how long it is: all of them whole pages. The piece is the largest that
 * is not longer than the range and of which both addresses are multiples.
 *
 * @noalloc
 */
export function nextPiece(offset: number, physical: number, bytes: number): number {
  if (bytes === 0x1000 || offset + physical === 0x1000) return 0x1000;
  return broken("Return 0x4000_0000, 0x20_0000 or 0x1000: the largest that fits at both addresses.");
}
