// The picture of memory: 39 bits of address in each half. The upper half is the kernel's, and there
// physical memory stands as it is, devices and RAM; the lower half is for programs.
//
//   0xffff_ffff_ffff_ffff  +-------------------------+
//                          | physical address + UPPER_HALF
//   0xffff_ff80_0000_0000  +-------------------------+  TTBR1_EL1
//                          | no address              |
//   0x0000_007f_ffff_ffff  +-------------------------+  TTBR0_EL1
//                          | programs                |
//   0x0000_0000_0000_0000  +-------------------------+
//
// 1. A virtual address is a bigint, a physical address a number, so that neither is taken for the
//    other.

import { minus, plus } from "../metal/word";

export const UPPER_HALF = 0xffff_ff80_0000_0000n;

export const PAGE_BYTES = 4096;

/** Where the kernel sees a physical address. */
export function virtualOf(physical: number): bigint {
  return plus(UPPER_HALF, BigInt(physical));
}

/** Of an address in the upper half that stands for physical memory. */
export function physicalOf(virtual: bigint): number {
  return Number(minus(virtual, UPPER_HALF));
}

/** Where the kernel maps what it wants elsewhere: RAM and devices stand below. */
export const FREE_ADDRESSES = 0xffff_ffc0_0000_0000n;
/** RAM that is higher has no address. */
export const MOST_PHYSICAL = 0x40_0000_0000;
