// imm5 of the copies: its lowest 1 says how large the elements are, and what is above it which one.

import { bug } from "../../../base/bug";
import { type Operations, type Size, sizeOf } from "../operations";

export interface IndexedElement {
  /** log2 of its bytes. */
  readonly log2: number;
  readonly size: Size;
  readonly index: number;
}

export function indexedElement(imm5: number): IndexedElement {
  const log2 = [1, 2, 4, 8].findIndex((bit) => (imm5 & bit) !== 0);
  if (log2 < 0) bug(`imm5 of no element: ${imm5}`);
  return { log2, size: sizeOf(log2), index: imm5 >> (log2 + 1) };
}

/** Vn.T[index] */
export const readElement = <V>(
  m: Operations<V>, n: number, { size, index }: Pick<IndexedElement, "size" | "index">,
): V =>
  m.element(size, m.readV(n, 128), index);
