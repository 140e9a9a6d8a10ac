import type { MmuParts } from "../../../machine/mmu/parts";
import type { TlbEntry } from "../../../machine/mmu/tlb-entry";
import { type Invalidation, isInvalidated as ours } from "../../../machine/mmu/tlb-invalidation";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { drawAsid, drawEntry, drawPageNear, entryAt } from "./entries";
import { entryText, hex } from "./notation";

type IsInvalidated = MmuParts["isInvalidated"];

/** Arm ARM, "TLB maintenance instructions". */
const BY_ADDRESS: readonly Case<IsInvalidated>[] = [
  { args: [entryAt(0x400, 1, 7), { kind: "VA", page: 0x400, asid: 7 }], want: true,                   why: "TLBI VAE1: this page, this address space" },
  { args: [entryAt(0x400, 1, 7), { kind: "VA", page: 0x401, asid: 7 }], want: false,                  why: "TLBI VAE1: another page" },
  { args: [entryAt(0x400, 1, 7), { kind: "VA", page: 0x400, asid: 8 }], want: false,                  why: "TLBI VAE1: another address space" },
  { args: [entryAt(0x400, 1, undefined), { kind: "VA", page: 0x400, asid: 8 }], want: true,           why: "TLBI VAE1 removes a global entry, whatever the ASID" },
  { args: [entryAt(0x400, 512, 7), { kind: "VA", page: 0x4ff, asid: 7 }], want: true,                 why: "TLBI VAE1: a page in the middle of a block takes the block away" },
  { args: [entryAt(0x400, 512, 7), { kind: "VA", page: 0x600, asid: 7 }], want: false,                why: "TLBI VAE1: the page behind the block" },
  { args: [entryAt(0x400, 1, 7), { kind: "VA in all ASIDs", page: 0x400 }], want: true,               why: "TLBI VAAE1: whoever's" },
  { args: [entryAt(0x400, 1, undefined), { kind: "VA in all ASIDs", page: 0x400 }], want: true,       why: "TLBI VAAE1: everybody's" },
  { args: [entryAt(0x400, 1, 7), { kind: "VA in all ASIDs", page: 0x3ff }], want: false,              why: "TLBI VAAE1: another page" },
];

const BY_ADDRESS_SPACE: readonly Case<IsInvalidated>[] = [
  { args: [entryAt(0x400, 1, 7), { kind: "ASID", asid: 7 }], want: true,                              why: "TLBI ASIDE1: all that is of this address space" },
  { args: [entryAt(0x400, 1, 7), { kind: "ASID", asid: 8 }], want: false,                             why: "TLBI ASIDE1: another address space" },
  { args: [entryAt(0x400, 1, undefined), { kind: "ASID", asid: 7 }], want: false,                     why: "TLBI ASIDE1 leaves global entries: they are of none" },
  { args: [entryAt(0x400, 1, undefined), { kind: "ASID", asid: 0 }], want: false,                     why: "nor are they of address space 0" },
  { args: [entryAt(0x400, 1, 0), { kind: "ASID", asid: 0 }], want: true,                              why: "TLBI ASIDE1: ASID 0 is one like others" },
  { args: [entryAt(0x400, 1, 7), { kind: "all" }], want: true,                                        why: "TLBI VMALLE1" },
  { args: [entryAt(0x400, 512, undefined), { kind: "all" }], want: true,                              why: "TLBI VMALLE1: global entries, too" },
];

export const tlbi: Trial<IsInvalidated> = {
  show: { call: (entry, invalidation) => `isInvalidated({ ${entryText(entry)} }, ${invalidationText(invalidation)})`, answer: String },
  properties: [
    { title: "removes what maps a page", cases: () => BY_ADDRESS },
    { title: "removes an address space, or all", cases: () => BY_ADDRESS_SPACE },
    {
      title: "agrees with the reference",
      cases: (draw) => draw.times(600, (): Case<IsInvalidated> => {
        const entry = drawEntry(draw);
        const args = [entry, drawInvalidation(draw, entry)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

function drawInvalidation(draw: Draw, entry: TlbEntry): Invalidation {
  const [page, asid] = [drawPageNear(draw, entry), drawAsid(draw)];
  return draw.pick([{ kind: "VA", page, asid }, { kind: "VA", page, asid }, { kind: "VA in all ASIDs", page }, { kind: "ASID", asid }, { kind: "all" }] as const);
}

export function invalidationText(invalidation: Invalidation): string {
  switch (invalidation.kind) {
    case "all": return "all";
    case "ASID": return `ASID ${invalidation.asid}`;
    case "VA": return `page ${hex(invalidation.page)}, ASID ${invalidation.asid}`;
    case "VA in all ASIDs": return `page ${hex(invalidation.page)}, all ASIDs`;
  }
}
