// One translation that the TLB keeps, and which addresses it is good for (Arm ARM, "TLB matching").
//
// 1. An entry holds what its descriptor said when it was walked, MAIR_EL1's byte included. Whoever
//    changes tables or TCR_EL1 and does not invalidate goes on with what was.
// 2. Faults are not kept: neither an invalid descriptor nor one whose access flag is 0 makes an
//    entry.

import type { PhysAddr } from "../../base/word";
import type { LeafRights } from "./descriptor";
import type { Mapping } from "./walk";

/** A virtual page of 4 KiB: bits 55:12 of its addresses. A tag is no part of it, bit 55 is. */
export type VirtPage = number;

export interface TlbEntry extends LeafRights {
  /** The first of the pages it maps, and how many they are: 1 to 2^18. */
  readonly page: VirtPage;
  readonly pages: number;
  /** Whose it is; undefined: global, good for every address space. */
  readonly asid: number | undefined;
  /** Where it maps them to. */
  readonly address: PhysAddr;
  /** Of the descriptor: a permission fault reports it. */
  readonly level: number;
  /** A byte of MAIR_EL1 (memory-type.ts), and the descriptor's SH. */
  readonly attributes: number;
  readonly SH: number;
}

/** What a walk for `page` found, to be kept. */
export function entryOf(
  page: VirtPage, mapping: Mapping, asid: number, attributes: readonly number[],
): TlbEntry {
  const { address, bits, level, AttrIndx, SH, nG, AP, UXN, PXN } = mapping;
  const pages = 2 ** (bits - 12);
  return {
    page: page - (page % pages), pages, asid: nG ? asid : undefined,
    address, level, attributes: attributes[AttrIndx]!, SH, AP, UXN, PXN,
  };
}

/** Whether `entry` translates `page` while the current address space is `asid`. */
export function tlbMatches(entry: TlbEntry, page: VirtPage, asid: number): boolean {
  return page >= entry.page && page < entry.page + entry.pages
    && (entry.asid === undefined || entry.asid === asid);
}
