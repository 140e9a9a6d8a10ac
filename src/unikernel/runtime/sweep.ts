// Sweeping: what has no mark is garbage. Pages without an object are free for any use; of the
// others, the free cells are listed anew, in the order of their addresses.

import { minus, plus, times } from "../metal/word";
import { emptyLists, giveCell, givePages, headFor } from "./cells";
import {
  FIRST, FREE, firstPage, hasMarks, isMarked, kindOf, PAGE, pagesEnd, pagesOfLarge, REST,
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
    else if (kind !== FREE && kind < REST) used = plus(used, sweepCells(page, BigInt(kind)));
  }
  return used;
}

function sweepLarge(page: bigint, count: bigint): bigint {
  if (isMarked(page)) return times(count, PAGE);
  givePages(page, count);
  return 0n;
}

function sweepCells(page: bigint, size: bigint): bigint {
  if (!hasMarks(page)) {
    givePages(page, 1n);
    return 0n;
  }
  const head = headFor(size);
  let used = 0n;
  for (let cell = plus(page, times(PAGE / size, size)); cell > page;) {
    cell = minus(cell, size);
    if (isMarked(cell)) used = plus(used, size);
    else giveCell(cell, size, head);
  }
  return used;
}
