import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * Whether `entry` translates `page` (bits 55:12 of an address, as a number of up to 44 bits) while the address space is `asid`.
 * The entry is good for entry.pages pages from entry.page on, and for address space entry.asid; if that is undefined, it is
 * global, and good for all.
 */
export const tlbMatches: MmuParts["tlbMatches"] = (entry, page, asid) => {
  throw new Error(`Return whether the entry for ${entry.pages} pages from ${entry.page} on translates page ${page} for address space ${asid}.`);
};
