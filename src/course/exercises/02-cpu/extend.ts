import { extend as ours } from "../../../machine/cpu/extend";
import type { Size } from "../../../machine/cpu/operations";
import type { CpuParts } from "../../../machine/cpu/parts";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";

type Extend = CpuParts["extend"];

/** What QEMU 7.2 leaves in the register. */
const FROM_QEMU: readonly Case<Extend>[] = [
  { args: [true, 8, 64, 0x1_2380n],                  want: 0xffff_ffff_ffff_ff80n, why: "sxtb x0, w1: bit 7 is the sign" },
  { args: [true, 8, 32, 0x1_2380n],                  want: 0xffff_ff80n,           why: "sxtb w0, w1: to 32 bits, and no further" },
  { args: [true, 16, 64, 0xffff_7fffn],              want: 0x7fffn,                why: "sxth x0, w1: bit 15 is clear, whatever stands above it" },
  { args: [true, 32, 64, 0xdead_beef_8000_0000n],    want: 0xffff_ffff_8000_0000n, why: "sxtw x0, w1" },
  { args: [false, 8, 32, 0xf_ffff_ff80n],            want: 0x80n,                  why: "uxtb w0, w1: the rest is cleared" },
  { args: [false, 16, 32, 0x1234_8765n],             want: 0x8765n,                why: "uxth w0, w1" },
  { args: [true, 5, 64, 0xfff0n],                    want: 0xffff_ffff_ffff_fff0n, why: "sbfx x0, x1, #0, #5: any number of bits" },
  { args: [true, 33, 64, 0x1_ffff_ffffn],            want: 0xffff_ffff_ffff_ffffn, why: "sbfx x0, x1, #0, #33" },
];

const ENDS: readonly Case<Extend>[] = [
  { args: [true, 1, 64, 3n],                         want: 0xffff_ffff_ffff_ffffn, why: "QEMU: sbfx x0, x1, #0, #1: of one bit, the one bit is the sign" },
  { args: [false, 1, 64, 3n],                        want: 1n,                     why: "QEMU: ubfx x0, x1, #0, #1" },
  { args: [true, 64, 64, 0x8000_0000_0000_0000n],    want: 0x8000_0000_0000_0000n, why: "nothing to extend: the same bits, not a negative bigint" },
  { args: [true, 64, 128, 0x8000_0000_0000_0000n],   want: 0xffff_ffff_ffff_ffff_8000_0000_0000_0000n, why: "a lane of 64 bits, in 128" },
  { args: [false, 64, 128, 0x8000_0000_0000_0000n],  want: 0x8000_0000_0000_0000n },
  { args: [true, 8, 8, 0xff80n],                     want: 0x80n },
];

const SIZES: readonly Size[] = [8, 16, 32, 64, 128];

export const extend: Trial<Extend> = {
  show: {
    call: (signed, from, to, x) => `extend(${signed}, ${from}, ${to}, 0x${x.toString(16)})`,
    answer: (answer, _signed, _from, to) => register(answer, to),
  },
  properties: [
    { title: "does what QEMU does", cases: () => FROM_QEMU },
    { title: "extends one bit, and all of them", cases: () => ENDS },
    {
      title: "agrees with the reference from any width",
      cases: (draw) => SIZES.flatMap((to) => draw.times(80, (): Case<Extend> => {
        const args = [draw.bits(1) === 1, draw.between(1, Math.min(to, 64)), to, draw.bigBits(128)] as const;
        return { args, want: ours(...args) };
      })),
    },
  ],
};
