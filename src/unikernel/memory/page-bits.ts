// A bit a page, in words of 64: bit n of a table speaks of page n. Bits behind the last page are 0.

import { load64, load8, store64, store8 } from "../metal/memory";
import { plus } from "../metal/word";

export const ALL = 0xffff_ffff_ffff_ffffn;
/** Pages that a word of a table speaks of. */
export const PER_WORD = 64;

/** The word that speaks of the page. @noalloc */
export function wordOf(table: bigint, page: number): bigint {
  return load64(plus(table, BigInt(Math.trunc(page / PER_WORD) * 8)));
}

/** @noalloc */
export function isSet(table: bigint, page: number): boolean {
  return (load8(byteOf(table, page)) & (1 << page % 8)) !== 0;
}

/** Of the pages from one up to another. @noalloc */
export function setBits(table: bigint, from: number, to: number, value: boolean): void {
  let page = from;
  while (page < to) {
    if (page % PER_WORD === 0 && to - page >= PER_WORD) {
      store64(byteOf(table, page), value ? ALL : 0n);
      page += PER_WORD;
      continue;
    }
    const at = byteOf(table, page);
    const bit = 1 << page % 8;
    store8(at, value ? load8(at) | bit : load8(at) & ~bit);
    page++;
  }
}

function byteOf(table: bigint, page: number): bigint {
  return plus(table, BigInt(Math.trunc(page / 8)));
}
