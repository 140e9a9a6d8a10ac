import type { MmuParts } from "../../../machine/mmu/parts";
import { tlbMatches as ours } from "../../../machine/mmu/tlb-entry";
import type { Case, Trial } from "../exercise";
import { drawAsid, drawEntry, drawPageNear, entryAt } from "./entries";
import { entryText, hex } from "./notation";

type TlbMatches = MmuParts["tlbMatches"];

const LARGEST = 0xfff_ffff_ffff;

const PAGES: readonly Case<TlbMatches>[] = [
  { args: [entryAt(0x400, 1, 7), 0x400, 7], want: true,           why: "its page, its address space" },
  { args: [entryAt(0x400, 1, 7), 0x401, 7], want: false,          why: "the next page" },
  { args: [entryAt(0x400, 1, 7), 0x3ff, 7], want: false,          why: "the page before" },
  { args: [entryAt(0x400, 512, 7), 0x400, 7], want: true,         why: "the first page of a block of 2 MiB" },
  { args: [entryAt(0x400, 512, 7), 0x5ff, 7], want: true,         why: "its last page" },
  { args: [entryAt(0x400, 512, 7), 0x600, 7], want: false,        why: "the page behind it" },
  { args: [entryAt(0, 2 ** 18, 7), 0x3_ffff, 7], want: true,      why: "the last page of a block of 1 GiB" },
  { args: [entryAt(LARGEST, 1, 7), LARGEST, 7], want: true,       why: "the last page there is has 44 bits, and JavaScript's & has 32" },
  { args: [entryAt(0x1_0000_0400, 512, 7), 0x400, 7], want: false, why: "it differs in bit 32 of the page alone" },
];

const ADDRESS_SPACES: readonly Case<TlbMatches>[] = [
  { args: [entryAt(0x400, 1, 7), 0x400, 8], want: false,          why: "somebody else's page" },
  { args: [entryAt(0x400, 1, undefined), 0x400, 8], want: true,   why: "global: whoever asks" },
  { args: [entryAt(0x400, 1, undefined), 0x401, 8], want: false,  why: "global, and another page" },
  { args: [entryAt(0x400, 1, 0), 0x400, 0], want: true,           why: "ASID 0 is one like others" },
  { args: [entryAt(0x400, 1, 0), 0x400, 1], want: false,          why: "and it is not global" },
  { args: [entryAt(0x400, 1, 0x107), 0x400, 0x07], want: false,   why: "an ASID has sixteen bits here" },
];

export const tlbMatch: Trial<TlbMatches> = {
  show: { call: (entry, page, asid) => `tlbMatches({ ${entryText(entry)} }, page ${hex(page)}, ASID ${asid})`, answer: String },
  properties: [
    { title: "knows its pages", cases: () => PAGES },
    { title: "knows whose it is", cases: () => ADDRESS_SPACES },
    {
      title: "agrees with the reference",
      cases: (draw) => draw.times(500, (): Case<TlbMatches> => {
        const entry = drawEntry(draw);
        const args = [entry, drawPageNear(draw, entry), drawAsid(draw)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
