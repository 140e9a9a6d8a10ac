import type { DescriptorWrite, MmuQuestions, WantedMapping } from "../../src/course/exercises/04-mmu/questions";

/** log2 of what a descriptor maps, by level. */
const BITS = { 1: 30, 2: 21, 3: 12 } as const;
type Level = keyof typeof BITS;

const LEAF = (0b11n << 8n) | (1n << 10n);

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
  const writes: DescriptorWrite[] = [];
  const unused = [...free];
  /** The tables there are, by the address of the descriptor that leads to each. */
  const tables = new Map<number, number>();

  const entryAt = (va: bigint, level: Level): number => {
    let table = root;
    for (const above of ([1, 2] as const).filter((each) => each < level)) table = tableBehind(table + 8 * indexOf(va, above));
    return table + 8 * indexOf(va, level);
  };
  const tableBehind = (entry: number): number => {
    const there = tables.get(entry);
    if (there !== undefined) return there;
    const table = unused.shift()!;
    tables.set(entry, table);
    writes.push([entry, BigInt(table) | 0b11n]);
    return table;
  };

  for (const mapping of wanted) {
    for (let done = 0; done < mapping.bytes;) {
      const [va, pa] = [mapping.va + BigInt(done), mapping.pa + done];
      const level = ([1, 2, 3] as const).find((each) => {
        const size = 2 ** BITS[each];
        return pa % size === 0 && Number(va) % size === 0 && mapping.bytes - done >= size;
      })!;
      writes.push([entryAt(va, level), leafBits(mapping, pa, level)]);
      done += 2 ** BITS[level];
    }
  }
  return writes;
};

const indexOf = (va: bigint, level: Level): number => Number((va >> BigInt(BITS[level])) & 511n);

function leafBits({ AttrIndx, AP, UXN, PXN }: WantedMapping, pa: number, level: Level): bigint {
  const rights = (UXN ? 1n << 54n : 0n) | (PXN ? 1n << 53n : 0n) | (BigInt(AP) << 6n);
  return BigInt(pa) | LEAF | rights | (BigInt(AttrIndx) << 2n) | (level === 3 ? 0b11n : 0b01n);
}
