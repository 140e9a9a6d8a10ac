// TLBI: what software says is no longer so (Arm ARM, "TLB maintenance instructions"). Xt is
//
//   63     48 47  44 43                      0
//   ASID      RES0   VA[55:12]
//
// The forms for the last level only (VALE1, VAALE1) do what VAE1 and VAAE1 do: this TLB keeps
// nothing but last levels.

import { fieldOf } from "../sysregs/field";
import type { TlbEntry, VirtPage } from "./tlb-entry";

export type Invalidation =
  | { readonly kind: "all" }
  /** What belongs to one address space. */
  | { readonly kind: "ASID"; readonly asid: number }
  /** What maps a page, in one address space and globally. */
  | { readonly kind: "VA"; readonly page: VirtPage; readonly asid: number }
  /** What maps a page, in whichever address space. */
  | { readonly kind: "VA in all ASIDs"; readonly page: VirtPage };

const asidIn = (Xt: bigint): number => Number(fieldOf(Xt, 63, 48));
const pageIn = (Xt: bigint): VirtPage => Number(fieldOf(Xt, 43, 0));

const byAsid = (Xt: bigint): Invalidation => ({ kind: "ASID", asid: asidIn(Xt) });
const byVa = (Xt: bigint): Invalidation => ({ kind: "VA", page: pageIn(Xt), asid: asidIn(Xt) });
const byVaAlone = (Xt: bigint): Invalidation => ({ kind: "VA in all ASIDs", page: pageIn(Xt) });

/** On this CPU; with IS in their names, on all. */
export const INVALIDATIONS = {
  VMALLE1: (): Invalidation => ({ kind: "all" }),
  VAE1: byVa,
  ASIDE1: byAsid,
  VAAE1: byVaAlone,
  VALE1: byVa,
  VAALE1: byVaAlone,
} as const satisfies Readonly<Record<string, (Xt: bigint) => Invalidation>>;

/** Whether `invalidation` removes `entry`. */
export function isInvalidated(entry: TlbEntry, invalidation: Invalidation): boolean {
  const isHit = (page: VirtPage): boolean =>
    page >= entry.page && page < entry.page + entry.pages;
  switch (invalidation.kind) {
    case "all": return true;
    case "ASID": return entry.asid === invalidation.asid;
    case "VA":
      return isHit(invalidation.page)
        && (entry.asid === undefined || entry.asid === invalidation.asid);
    case "VA in all ASIDs": return isHit(invalidation.page);
  }
}
