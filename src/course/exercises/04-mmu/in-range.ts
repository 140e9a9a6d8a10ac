import type { MmuParts } from "../../../machine/mmu/parts";
import { isInRange as ours, type VaRange } from "../../../machine/mmu/regime";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { address } from "./notation";

type IsInRange = MmuParts["isInRange"];

/** Those of bit 55, with both ranges of 39 bits, to QEMU 7.2: whether AT gets further than level 0. */
const FROM_QEMU = [
  // va                       without TBI  with TBI
  [0x0000_007f_ffff_ffffn,    true,        true],
  [0x0000_0080_0000_0000n,    false,       false],
  [0x0008_0000_0000_4abcn,    false,       false],
  [0x0080_0000_0000_4abcn,    false,       false],
  [0x0100_0000_0000_4abcn,    false,       true],
  [0xa500_0000_0000_4abcn,    false,       true],
  [0xff00_0000_0000_4abcn,    false,       true],
  [0xff80_0080_0000_4abcn,    false,       false],
  [0xffff_ff80_0000_4abcn,    true,        true],
  [0xffff_ff92_3456_7890n,    true,        true],
  [0xffff_ff7f_ffff_ffffn,    false,       false],
  [0xffff_fe80_0000_4abcn,    false,       false],
  [0x5aff_ff80_0000_4abcn,    false,       true],
  [0x5a7f_ff80_0000_4abcn,    false,       false],
] as const;

const SIZES = [
  // va                       bits  is     why
  [0x0000_ffff_ffff_ffffn,    48,   true,  "the last address of 48 bits"],
  [0x0001_0000_0000_0000n,    48,   false, "one more"],
  [0xffff_0000_0000_0000n,    48,   true,  "the first address of the upper 48 bits"],
  [0xfffe_ffff_ffff_ffffn,    48,   false, "one less"],
  [0x0000_0000_01ff_ffffn,    25,   true,  "25 bits are the fewest"],
  [0x0000_0000_0200_0000n,    25,   false, "one more than 25 bits"],
  [0xffff_ffff_fe00_0000n,    25,   true,  "the upper 25 bits"],
  [0xffff_ffff_fdff_ffffn,    25,   false, "one less"],
] as const;

export const inRange: Trial<IsInRange> = {
  show: {
    call: (va, { half, inputBits, TBI }) => `isInRange(${address(va)}, the ${half} range of ${inputBits} bits, TBI ${TBI ? 1 : 0})`,
    answer: String,
  },
  properties: [
    {
      title: "says what QEMU says, without tags",
      cases: () => FROM_QEMU.map(([va, want]): Case<IsInRange> => ({ args: [va, rangeFor(va, 39, false)], want })),
    },
    {
      title: "says what QEMU says, with tags",
      cases: () => FROM_QEMU.map(([va, , want]): Case<IsInRange> => ({ args: [va, rangeFor(va, 39, true)], want, why: "bits 63:56 are a tag; bit 55 is not" })),
    },
    {
      title: "is right at the edges of other sizes",
      cases: () => SIZES.map(([va, bits, want, why]): Case<IsInRange> => ({ args: [va, rangeFor(va, bits, false)], want, why })),
    },
    {
      title: "agrees with the reference",
      cases: (draw) => draw.times(400, (): Case<IsInRange> => {
        const inputBits = draw.between(25, 48);
        const va = nearEdge(draw, inputBits);
        const args = [va, rangeFor(va, inputBits, draw.bits(1) === 1)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

/** The range that bit 55 chooses. */
function rangeFor(va: bigint, inputBits: number, TBI: boolean): VaRange {
  const half = (va & (1n << 55n)) === 0n ? "lower" : "upper";
  return { half, TBI, EPD: false, inputBits, isSizeLegal: true, granule: 12, startLevel: inputBits > 39 ? 0 : inputBits > 30 ? 1 : 2, table: 0x4100_0000 };
}

/** In one of the halves, or only just not; with a tag, sometimes. */
function nearEdge(draw: Draw, inputBits: number): bigint {
  const edge = 1n << BigInt(inputBits);
  const low = draw.pick([edge - 1n, edge, draw.bigBits(inputBits), edge | draw.bigBits(inputBits), draw.bigBits(55)]);
  const va = draw.bits(1) === 1 ? low : BigInt.asUintN(64, ~low);
  return draw.bits(1) === 1 ? va : BigInt.asUintN(56, va) | (draw.bigBits(8) << 56n);
}
