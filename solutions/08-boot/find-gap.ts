import { RANGE, rangeBegin, rangeCount, rangeEnd, rangeKind } from "../../src/unikernel/memory/memory-map";

/**
 * The lowest place for `bytes` bytes in a row of the memory map that is RAM, where no other row has taken any of them, and
 * which ends at `limit` at the latest; -1 if there is none. Rows stand in any order, and may overlap; what they say is in
 * whole pages, and so is what is asked for. RAM is large: look at rows, not at pages.
 *
 * @noalloc
 */
export function findGap(bytes: number, limit: number): number {
  let best = -1;
  for (let row = 0; row < rangeCount(); row++) {
    if (rangeKind(row) !== RANGE.memory) continue;
    const at = firstFree(rangeBegin(row), bytes);
    const end = Math.min(rangeEnd(row), limit);
    if (at + bytes <= end && (best < 0 || at < best)) best = at;
  }
  return best;
}

/** From `begin` upwards. */
function firstFree(begin: number, bytes: number): number {
  let at = begin;
  for (let row = 0; row < rangeCount(); row++) {
    if (rangeKind(row) === RANGE.memory) continue;
    if (rangeBegin(row) < at + bytes && at < rangeEnd(row)) {
      at = rangeEnd(row);
      row = -1;
    }
  }
  return at;
}
