import type { MmuQuestions } from "../../src/course/exercises/04-mmu/questions";

/**
 * What must be stored, [address, descriptor] for each store, so that the tables that begin at `root` map all that is `wanted`,
 * and nothing else. Pages have 4 KiB and addresses 39 bits, so the table at `root` is of level 1. It and the `free` pages hold
 * zeros. There are just enough free pages: use the largest blocks that fit, and a table for as much as it can hold.
 *
 * Each { va, pa, bytes, AttrIndx, AP, UXN, PXN } is `bytes` bytes, to be seen at `va`, which are at `pa`. All three are multiples
 * of 4 KiB, and no two of them overlap. With AF = 1, SH = 0b11 and nG = 0, a descriptor is the sum of
 *
 *   a table, at level 1 or 2       the next table's address, 0b11
 *   a block, at level 1: 1 GiB     pa, a multiple of its size; UXN << 54, PXN << 53, 0b11 << 8 (SH), 1 << 10 (AF), AP << 6,
 *            at level 2: 2 MiB         AttrIndx << 2, 0b01
 *   a page,  at level 3: 4 KiB     the same, but 0b11 at the end
 */
export const mapPages: MmuQuestions["mapPages"] = (wanted, root, free) => {
  throw new Error(`Return the stores for ${wanted.length} mappings: [address, descriptor] each, in the table at ${root} and ${free.length} free pages.`);
};
