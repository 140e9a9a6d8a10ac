const GIB = 0x4000_0000;
const MIB_2 = 0x20_0000;
const KIB_4 = 0x1000;

/**
 * A range of virtual addresses is mapped to physical memory piece by piece, each piece with one descriptor: a block of 1 GiB,
 * a block of 2 MiB or a page of 4 KiB. How many bytes has the first? `offset` is the range's first virtual address, from the
 * begin of its half; `physical` where it goes; `bytes` how long it is: all of them whole pages. The piece is the largest that
 * is not longer than the range and of which both addresses are multiples.
 *
 * @noalloc
 */
export function nextPiece(offset: number, physical: number, bytes: number): number {
  if (fits(GIB, offset, physical, bytes)) return GIB;
  return fits(MIB_2, offset, physical, bytes) ? MIB_2 : KIB_4;
}

function fits(size: number, offset: number, physical: number, bytes: number): boolean {
  return bytes >= size && offset % size === 0 && physical % size === 0;
}
