import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { BootParts } from "./parts";

type NextPiece = BootParts["nextPiece"];

const KIB_4 = 0x1000;
const MIB_2 = 0x20_0000;
const GIB = 0x4000_0000;
/** Arm ARM, "Translation table walks": what an entry of each level stands for, with a granule of 4 KiB. */
const SIZES = [GIB, MIB_2, KIB_4];

const caseOf = (offset: number, physical: number, bytes: number, want: number, why: string): Case<NextPiece> => ({ args: [offset, physical, bytes], want, why });

const TELLING: readonly Case<NextPiece>[] = [
  caseOf(0, 0, 2 * GIB, GIB, "two GiB from a multiple of 1 GiB"),
  caseOf(GIB, 3 * GIB, GIB, GIB, "exactly one GiB"),
  caseOf(GIB, GIB, GIB - KIB_4, MIB_2, "a page less than a GiB"),
  caseOf(0x20_0000, 0x4020_0000, 0x40_0000, MIB_2, "from a multiple of 2 MiB"),
  caseOf(0x20_0000, 0x4020_0000, MIB_2, MIB_2, "exactly 2 MiB"),
  caseOf(0x20_0000, 0x4020_0000, MIB_2 - KIB_4, KIB_4, "a page less than 2 MiB"),
  caseOf(0x1000, 0x4000_1000, 2 * GIB, KIB_4, "the range is long, but begins with a page"),
  caseOf(0x1f_f000, 0x1f_f000, GIB, KIB_4, "the last page before a multiple of 2 MiB"),
  caseOf(0x3fe0_0000, 0x3fe0_0000, 2 * GIB, MIB_2, "the last 2 MiB before a multiple of 1 GiB"),
  caseOf(0x1000, 0x1000, KIB_4, KIB_4, "a page"),
];

const UNLIKE: readonly Case<NextPiece>[] = [
  caseOf(GIB, 0x1000, 2 * GIB, KIB_4, "the virtual address would do for 1 GiB, the physical one for a page"),
  caseOf(0x1000, GIB, 2 * GIB, KIB_4, "and the other way round"),
  caseOf(GIB, MIB_2, 2 * GIB, MIB_2, "a block's descriptor has no room for bits 29:0 of its address"),
  caseOf(3 * MIB_2, GIB, 2 * GIB, MIB_2, "nor is an address in the middle of an entry"),
  caseOf(0x10_0000, 0x10_0000, GIB, KIB_4, "each of the two must be a multiple, not their sum"),
  caseOf(0x10_0000, 0x4010_0000, GIB, KIB_4, "nor their distance"),
  caseOf(0x1_0000, 0x1_0000, 0x1_0000, KIB_4, "64 KiB: with this granule there are no such pages"),
  caseOf(0x200_0000, 0x200_0000, 0x200_0000, MIB_2, "32 MiB: nor such blocks"),
  caseOf(0x60_0000_0000, 0x10_0000_0000, GIB, GIB, "addresses of more than 32 bits"),
  caseOf(0x60_0000_1000, 0x10_0000_1000, GIB, KIB_4, "and those are to be looked at whole"),
];

function drawn(draw: Draw): Case<NextPiece> {
  const address = (most: number): number => {
    const unit = draw.pick(SIZES);
    return unit * draw.below(most / unit);
  };
  const bytes = draw.pick(SIZES) * draw.between(1, 600) - draw.pick([0, 0, KIB_4]);
  const args = [address(0x80_0000_0000), address(0x1_0000_0000_0000 / 64), Math.max(bytes, KIB_4)] as const;
  return { args, want: reference(...args) };
}

/** By the lowest bit that is set in either address. */
function reference(offset: number, physical: number, bytes: number): number {
  const both = BigInt(offset) | BigInt(physical);
  const aligned = both === 0n ? GIB : Number(both & -both);
  return Math.max(...SIZES.filter((size) => size <= aligned && size <= bytes));
}

const hex = (value: number): string => (Number.isSafeInteger(value) && value >= 0 ? `0x${value.toString(16)}` : String(value));
const NAMES = new Map([[GIB, "1 GiB"], [MIB_2, "2 MiB"], [KIB_4, "4 KiB"]]);

export const nextPiece: Trial<NextPiece> = {
  show: {
    call: (offset, physical, bytes) => `nextPiece(${hex(offset)}, ${hex(physical)}, ${hex(bytes)})`,
    answer: (answer) => NAMES.get(answer) ?? hex(answer),
  },
  properties: [
    { title: "takes the largest that fits", cases: () => TELLING },
    { title: "looks at both addresses", cases: () => UNLIKE },
    { title: "agrees with the reference", cases: (draw) => draw.times(500, () => drawn(draw)) },
  ],
};
