// The tables that map what is wanted: what is shown as the right answer.

import { tableIndex } from "../../../../machine/mmu/granule";
import { leafBits, tableBits } from "../descriptors";
import type { DescriptorWrite, WantedMapping } from "../questions";
import { chunksOf, INPUT_BITS } from "./check";

export function build(wanted: readonly WantedMapping[], root: number, free: readonly number[]): DescriptorWrite[] {
  const writes: DescriptorWrite[] = [];
  const below = new Map<number, number>();
  for (const { va, pa, level, wanted: { AttrIndx, AP, UXN, PXN } } of wanted.flatMap(chunksOf)) {
    let table = root;
    for (let above = 1; above < level; above++) {
      const at = table + 8 * tableIndex(va, above, 12, INPUT_BITS);
      let next = below.get(at);
      if (next === undefined) {
        next = free[below.size]!;
        below.set(at, next);
        writes.push([at, tableBits(next)]);
      }
      table = next;
    }
    writes.push([table + 8 * tableIndex(va, level, 12, INPUT_BITS), leafBits(level === 3 ? "page" : "block", pa, { AttrIndx, AP, UXN, PXN, SH: 3 })]);
  }
  return writes;
}
