// Where there is room in the memory map.

import { RANGE, rangeBegin, rangeCount, rangeEnd, rangeKind } from "./memory-map";

/** The lowest free place for so many bytes, whole pages, below `limit`, or -1. @noalloc */
export function findGap(bytes: number, limit: number): number {
  let best = -1;
  for (let i = 0; i < rangeCount(); i++) {
    if (rangeKind(i) !== RANGE.memory) continue;
    const at = gapIn(rangeBegin(i), bytes);
    const fits = at + bytes <= Math.min(rangeEnd(i), limit);
    if (fits && (best < 0 || at < best)) best = at;
  }
  return best;
}

/** From `begin` upwards, the first address with so many bytes behind it that nobody has taken. */
function gapIn(begin: number, bytes: number): number {
  let at = begin;
  for (let i = 0; i < rangeCount(); i++) {
    const isTaken = rangeKind(i) !== RANGE.memory;
    if (!isTaken || rangeBegin(i) >= at + bytes || rangeEnd(i) <= at) continue;
    at = rangeEnd(i);
    i = -1; // What was below the place may be in the way of the next.
  }
  return at;
}
