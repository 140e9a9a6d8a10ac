// Break before make, for a block that may hold anything: the stack, or the very table that is to be
// changed. While it is broken, nothing in it has an address. So this runs elsewhere: in the lower
// half, where for these instructions a table of its own stands.
//
//   lower half    address               is
//                 0 to 256 GiB          the image's GiB, as it is physically: read and execute
//                 256 to 512 GiB        RAM, at its physical address + 256 GiB: read and write
//
// 1. No memory is touched between the two jumps but the entry.
// 2. What the processor remembers of the lower half is forgotten before and after, with an empty
//    table in between: never do two tables' entries meet in it.

import { store64 } from "../metal/memory";
import { plus } from "../metal/word";
import { symbol } from "../metal/linker";
import { asm } from "../metal/assembly";
import { attributesOf } from "./attributes";
import { PAGE } from "./flags";
import { clearTable, entryAt, bytesOf, FIRST_LEVEL, leafDescriptor } from "./descriptor";
import { MOST_PHYSICAL, physicalOf } from "./layout";

/** Physical addresses of two tables of level 1. */
let window = 0;
let empty = 0;

/**
 * What replaceEntry needs: a table that stays empty, and the page of the boot's table, which nobody
 * uses any more. `memoryEnd` is a physical address. @noalloc
 */
export function prepareReplacement(emptyTable: number, begin: number, memoryEnd: number): void {
  const bytes = bytesOf(FIRST_LEVEL);
  empty = emptyTable;
  window = physicalOf(symbol("link/boot-table"));
  clearTable(window);
  const image = physicalOf(symbol("link/image"));
  mapBlock(image - image % bytes, image, PAGE.readable | PAGE.executable);
  for (let at = begin - begin % bytes; at < memoryEnd; at += bytes) {
    mapBlock(at, MOST_PHYSICAL + at, PAGE.readable | PAGE.writable);
  }
}

function mapBlock(physical: number, offset: number, flags: number): void {
  const descriptor = leafDescriptor(physical, attributesOf(flags), FIRST_LEVEL);
  store64(entryAt(window, FIRST_LEVEL, offset), descriptor);
}

/**
 * One valid descriptor in place of another, of a table that the processor uses. `page`: as
 * invalidateTranslation wants it. @noalloc
 */
export function replaceEntry(entry: bigint, descriptor: bigint, page: bigint): void {
  const alias = plus(BigInt(physicalOf(entry)), BigInt(MOST_PHYSICAL));
  breakAndMake(alias, descriptor, page, BigInt(window), BigInt(empty));
}

/** @noalloc */
function breakAndMake(
  _entry: bigint, _descriptor: bigint, _page: bigint, _window: bigint, _empty: bigint,
): void {
  return asm`
        mrs   x9, DAIF
        msr   DAIFSet, #15
        mrs   x10, TTBR0_EL1
        msr   TTBR0_EL1, x4
        isb
        tlbi  vmalle1
        dsb   nsh
        isb
        msr   TTBR0_EL1, x3
        isb
        mov   x11, #0xffffff8000000000
        adr   x12, 1f
        sub   x12, x12, x11
        br    x12
1:      str   xzr, [x0]                     // break
        dsb   ish
        tlbi  vaae1is, x2
        dsb   ish
        isb
        str   x1, [x0]                      // make
        dsb   ish
        isb
        adr   x12, 2f
        add   x12, x12, x11
        br    x12
2:      msr   TTBR0_EL1, x4
        isb
        tlbi  vmalle1
        dsb   nsh
        isb
        msr   TTBR0_EL1, x10
        isb
        msr   DAIF, x9
        ret
  `;
}
