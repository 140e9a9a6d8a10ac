import { decodeDescriptor as ours, type LeafDescriptor, type TableDescriptor } from "../../../machine/mmu/descriptor";
import { type Granule, startLevel } from "../../../machine/mmu/granule";
import type { MmuParts } from "../../../machine/mmu/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { address, descriptorText, granuleText } from "./notation";

type DecodeDescriptor = MmuParts["decodeDescriptor"];

const leaf = (kind: "block" | "page", at: number, fields: Partial<LeafDescriptor> = {}): LeafDescriptor =>
  ({ kind, address: at, AttrIndx: 0, AP: 0, SH: 0, AF: true, nG: false, PXN: false, UXN: false, ...fields });

const table = (at: number, limits: Partial<TableDescriptor> = {}): TableDescriptor =>
  ({ kind: "table", address: at, APTable: 0, UXNTable: false, PXNTable: false, ...limits });

const INVALID = { kind: "invalid" } as const;

/** Arm ARM, "VMSAv8-64 translation table format descriptors"; in a 48-bit address space without FEAT_LPA2. */
const KINDS: readonly Case<DecodeDescriptor>[] = [
  { args: [0n, 1, 12], want: INVALID,                                                       why: "bit 0 is 0" },
  { args: [0x4000_0402n, 2, 12], want: INVALID,                                             why: "bit 0 is 0, whatever else is there" },
  { args: [0x4100_1003n, 1, 12], want: table(0x4100_1000),                                  why: "11 above level 3" },
  { args: [0x4100_1003n, 0, 12], want: table(0x4100_1000),                                  why: "11 at level 0" },
  { args: [0x4100_1403n, 3, 12], want: leaf("page", 0x4100_1000),                           why: "11 at level 3: the same two bits, and no table" },
  { args: [0x4100_1401n, 3, 12], want: INVALID,                                             why: "01 at level 3 is reserved" },
  { args: [0x4020_0401n, 2, 12], want: leaf("block", 0x4020_0000),                          why: "01 at level 2: 2 MiB" },
  { args: [0x4000_0401n, 1, 12], want: leaf("block", 0x4000_0000),                          why: "01 at level 1: 1 GiB" },
  { args: [0x401n, 0, 12], want: INVALID,                                                   why: "there are no blocks of 512 GiB" },
  { args: [0x4200_0401n, 2, 14], want: leaf("block", 0x4200_0000),                          why: "16 KiB: blocks of 32 MiB at level 2" },
  { args: [0x401n, 1, 14], want: INVALID,                                                   why: "16 KiB: and at level 2 alone" },
  { args: [0x6000_0401n, 2, 16], want: leaf("block", 0x6000_0000),                          why: "64 KiB: blocks of 512 MiB at level 2" },
  { args: [0x401n, 1, 16], want: INVALID,                                                   why: "64 KiB: and at level 2 alone" },
];

const ADDRESSES: readonly Case<DecodeDescriptor>[] = [
  { args: [0xffff_ffff_f003n, 1, 12], want: table(0xffff_ffff_f000),                        why: "48 bits of address, and JavaScript's shifts have 32" },
  { args: [0x8000_4003n, 2, 14], want: table(0x8000_4000),                                  why: "16 KiB: a table is aligned to 16 KiB" },
  { args: [0x8000_ffffn, 2, 14], want: table(0x8000_c000),                                  why: "16 KiB: bits 13:2 of a table descriptor are no part of an address" },
  { args: [0x8001_ffffn, 2, 16], want: table(0x8001_0000),                                  why: "64 KiB: nor are bits 15:2" },
  { args: [0x413f_f401n, 2, 12], want: leaf("block", 0x4120_0000),                          why: "a block of 2 MiB is where bits 47:21 say; what is below is RES0" },
  { args: [0x7fff_f401n, 1, 12], want: leaf("block", 0x4000_0000),                          why: "of 1 GiB: bits 47:30" },
  { args: [0x8003_c403n, 3, 16], want: leaf("page", 0x8003_0000),                           why: "a page of 64 KiB" },
];

const FIELDS: readonly Case<DecodeDescriptor>[] = [
  { args: [0xa000_0000_4100_1003n | (1n << 62n), 1, 12], want: table(0x4100_1000, { APTable: 0b11 }), why: "APTable is bits 62:61; bit 63 is none of it" },
  { args: [0x2000_0000_4100_1003n, 1, 12], want: table(0x4100_1000, { APTable: 0b01 }),     why: "bit 61: not for EL0" },
  { args: [0x1000_0000_4100_1003n, 1, 12], want: table(0x4100_1000, { UXNTable: true }),    why: "bit 60" },
  { args: [0x0800_0000_4100_1003n, 1, 12], want: table(0x4100_1000, { PXNTable: true }),    why: "bit 59" },
  { args: [0x0060_0000_4100_1003n, 1, 12], want: table(0x4100_1000),                        why: "bits 54:53 of a table are nobody's" },
  { args: [0x0040_0000_4100_1403n, 3, 12], want: leaf("page", 0x4100_1000, { UXN: true }),  why: "bit 54" },
  { args: [0x0020_0000_4100_1403n, 3, 12], want: leaf("page", 0x4100_1000, { PXN: true }),  why: "bit 53" },
  { args: [0x4100_1c03n, 3, 12], want: leaf("page", 0x4100_1000, { nG: true }),             why: "bit 11" },
  { args: [0x4100_1003n, 3, 12], want: leaf("page", 0x4100_1000, { AF: false }),            why: "bit 10 is 0" },
  { args: [0x4100_1703n, 3, 12], want: leaf("page", 0x4100_1000, { SH: 0b11 }),             why: "bits 9:8" },
  { args: [0x4100_1443n, 3, 12], want: leaf("page", 0x4100_1000, { AP: 0b01 }),             why: "AP[2:1] is bits 7:6; bit 6 is its lower one" },
  { args: [0x4100_1483n, 3, 12], want: leaf("page", 0x4100_1000, { AP: 0b10 }),             why: "bit 7" },
  { args: [0x4100_1417n, 3, 12], want: leaf("page", 0x4100_1000, { AttrIndx: 5 }),          why: "bits 4:2" },
  { args: [0xff98_0000_4100_1423n, 3, 12], want: leaf("page", 0x4100_1000),                 why: "bits 63:55, 52, 51 and 5 are not looked at" },
];

export const descriptor: Trial<DecodeDescriptor> = {
  show: {
    call: (bits, level, granule) => `decodeDescriptor(${address(bits)}, ${level}, ${granule}): at level ${level}, pages of ${granuleText(granule)}`,
    answer: descriptorText,
  },
  properties: [
    { title: "knows what each of the four patterns is at each level", cases: () => KINDS },
    { title: "finds the address", cases: () => ADDRESSES },
    { title: "finds what else it says", cases: () => FIELDS },
    {
      title: "agrees with the reference",
      cases: (draw) => draw.times(500, (): Case<DecodeDescriptor> => {
        const granule = draw.pick([12, 14, 16] as const);
        const args = [draw.bigBits(64), drawLevel(draw, granule), granule] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

const drawLevel = (draw: Draw, granule: Granule): number => draw.between(startLevel(48, granule), 3);
