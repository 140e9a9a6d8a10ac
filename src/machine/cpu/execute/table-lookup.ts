// What TBL and TBX compute: each index picks a byte of a table of one to four registers.

import type { Helper } from "../helper";
import { Lanes } from "../lanes";

/** Of a table's registers. */
const MOST = 4;
// Work space: the table, behind it what is left where an index is beyond it; and two vectors more.
const table = new Lanes(MOST + 1);
const wanted = new Lanes(1);
const found = new Lanes(1);

/** The byte that an index beyond the table leaves is the one of `otherwise` in its place. */
function tableLookup(
  count: number, indices: bigint, otherwise: bigint, registers: readonly bigint[],
): bigint {
  registers.forEach((register, i) => table.put(128, register, i));
  table.put(128, otherwise, MOST);
  wanted.put(128, indices);
  for (let i = 0; i < count; i++) {
    const index = wanted.bytes[i]!;
    found.bytes[i] = table.bytes[index < 16 * registers.length ? index : 16 * MOST + i]!;
  }
  return found.vector(8 * count);
}

const helper = (count: number): Helper => ({
  name: "TableLookup",
  apply: (indices = 0n, otherwise = 0n, ...registers) =>
    tableLookup(count, indices, otherwise, registers),
});

/** Of so many bits: indices, what is left where one is beyond the table; then its registers. */
export const TableLookup: Readonly<Record<64 | 128, Helper>> = { 64: helper(8), 128: helper(16) };
