import { rangeCount } from "../../src/unikernel/memory/memory-map";
import { broken } from "../../src/unikernel/runtime/broken";

/**
 * The lowest place for `bytes` bytes in a row of the memory map that is RAM, where no other row has taken any of them, and
 * which ends at `limit` at the latest; -1 if there is none. Rows stand in any order, and may overlap; what they say is in
 * whole pages, and so is what is asked for. RAM is large: look at rows, not at pages.
 *
 * @noalloc
 */
export function findGap(bytes: number, limit: number): number {
  if (rangeCount() === 0 || bytes > limit) return -1;
  return broken("Try where RAM begins; if a row has taken some of it, try behind that row, and look at all rows again.");
}
