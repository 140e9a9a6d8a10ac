// Sweeping: what has no mark is garbage. Pages without an object are free for any use; of the others,
// the free cells are listed anew, in the order of their addresses.

import { load32 } from "../metal/memory";
import { minus, plus, times } from "../metal/word";
import { emptyLists, giveCell, givePages } from "./cells";
import {
  FIRST, FREE, FREE_CLASS, firstPage, isMarked, kindOf, nextFree, PAGE, pagesEnd, pagesOfLarge, REST,
} from "./heap";

/** The bytes of all cells and pages that are still in use. */
export function sweep(): bigint {
  let used = 0n;
  emptyLists();
  // From behind: what is listed last is taken first.
  for (let page = pagesEnd(); page > firstPage();) {
    page = minus(page, PAGE);
    const kind = kindOf(page);
    if (kind >= FIRST) used = plus(used, sweepLarge(page, pagesOfLarge(kind)));
    else if (kind !== FREE && kind < REST) used = plus(used, sweepCells(page, kind));
  }
  return used;
}

function sweepLarge(page: bigint, count: bigint): bigint {
  if (isMarked(page)) return times(count, PAGE);
  givePages(page, count);
  return 0n;
}

function sweepCells(page: bigint, size: number): bigint {
  const bytes = BigInt(size);
  const end = plus(page, times(PAGE / bytes, bytes));
  let live = 0n;
  for (let cell = page; cell < end; cell = plus(cell, bytes)) {
    if (isMarked(cell)) live = plus(live, 1n);
  }
  if (live === 0n) {
    givePages(page, 1n);
    return 0n;
  }
  for (let cell = end; cell > page;) {
    cell = minus(cell, bytes);
    if (!isMarked(cell)) giveCell(cell, size);
  }
  return times(live, bytes);
}
