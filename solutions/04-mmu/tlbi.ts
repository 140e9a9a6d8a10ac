import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * Whether a TLBI removes `entry`, which is good for entry.pages pages from entry.page on, in address space entry.asid
 * (undefined: it is global, and of none).
 *
 *   { kind: "all" }                        VMALLE1   everything
 *   { kind: "ASID", asid }                 ASIDE1    what belongs to that address space; global entries stay
 *   { kind: "VA", page, asid }             VAE1      what maps the page in that address space, and what maps it globally
 *   { kind: "VA in all ASIDs", page }      VAAE1     what maps the page, whoever's it is
 */
export const isInvalidated: MmuParts["isInvalidated"] = (entry, invalidation) => {
  const maps = (page: number): boolean => page >= entry.page && page < entry.page + entry.pages;
  switch (invalidation.kind) {
    case "all": return true;
    case "ASID": return entry.asid === invalidation.asid;
    case "VA": return maps(invalidation.page) && (entry.asid === undefined || entry.asid === invalidation.asid);
    case "VA in all ASIDs": return maps(invalidation.page);
  }
};
