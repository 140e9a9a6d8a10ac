// Entries of a TLB, for the exercises of page 5: in them, pages and ASIDs often nearly meet.

import type { TlbEntry, VirtPage } from "../../../machine/mmu/tlb-entry";
import type { Draw } from "../draw";

export function entryAt(page: VirtPage, pages: number, asid: number | undefined): TlbEntry {
  const level = pages === 1 ? 3 : pages === 512 ? 2 : 1;
  return { page, pages, asid, address: 0x4000_0000, level, attributes: 0xff, SH: 3, AP: 1, UXN: false, PXN: false };
}

export const drawAsid = (draw: Draw): number => draw.pick([0, 1, 7, 0x107]);

export function drawEntry(draw: Draw): TlbEntry {
  const pages = draw.pick([1, 1, 16, 512, 2 ** 18]);
  const page = draw.pick([0x400, 0x1_0000_0400, 0x801_2345_6789, 0xfff_ffff_ffff]);
  return entryAt(page - (page % pages), pages, draw.below(3) === 0 ? undefined : drawAsid(draw));
}

/** In `entry`, just outside, or anywhere. */
export function drawPageNear(draw: Draw, { page, pages }: TlbEntry): VirtPage {
  const near = page + draw.pick([0, 0, pages - 1, pages, -1, draw.below(pages), pages + draw.below(pages)]);
  const folded = draw.below(6) === 0 ? near % 2 ** 32 : near;
  return Math.min(Math.max(folded, 0), 2 ** 44 - 1);
}
