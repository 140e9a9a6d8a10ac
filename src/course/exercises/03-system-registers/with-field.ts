import { withField as ours } from "../../../machine/sysregs/field";
import type { SystemParts } from "../../../machine/sysregs/parts";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import { hex } from "./notation";

type WithField = SystemParts["withField"];

/** By the drawings of the Arm ARM, "AArch64 System register descriptions". */
const BY_DRAWING: readonly Case<WithField>[] = [
  { args: [0n, 21, 20, 3n],                           want: 0x30_0000n,             why: "CPACR_EL1.FPEN = 11: floating point for all" },
  { args: [0x30d0_0800n, 0, 0, 1n],                   want: 0x30d0_0801n,           why: "SCTLR_EL1.M = 1: the MMU is on" },
  { args: [0x30d0_0801n, 0, 0, 0n],                   want: 0x30d0_0800n,           why: "and off again" },
  { args: [0x3c5n, 3, 2, 0n],                         want: 0x3c1n,                 why: "a field of two bits is cleared" },
  { args: [0x0012_0000_4000_1000n, 63, 48, 0x34n],    want: 0x0034_0000_4000_1000n, why: "TTBR0_EL1.ASID: what was there is gone" },
  { args: [0xffff_ffff_ffff_ffffn, 47, 1, 0n],        want: 0xffff_0000_0000_0001n, why: "its neighbours stay" },
];

const TOO_WIDE: readonly Case<WithField>[] = [
  { args: [0n, 3, 2, 0b111n],                              want: 0b1100n,                why: "of three bits, two fit" },
  { args: [0n, 7, 4, 0xffn],                               want: 0xf0n,                  why: "the neighbour above hears of nothing" },
  { args: [0xffff_ffff_ffff_ffffn, 15, 8, 0x100n],         want: 0xffff_ffff_ffff_00ffn, why: "the low eight bits of 0x100 are zero" },
  { args: [0n, 63, 60, 0xffn],                             want: 0xf000_0000_0000_0000n, why: "and at the top there is nowhere to spill to" },
  { args: [0x1234n, 63, 0, 0x1_ffff_ffff_ffff_fffen],      want: 0xffff_ffff_ffff_fffen, why: "a field may be all of it" },
];

export const withField: Trial<WithField> = {
  show: {
    call: (value, high, low, field) => `withField(${register(value, 64)}, ${high}, ${low}, ${hex(field)})`,
    answer: (answer) => register(answer, 64),
  },
  properties: [
    { title: "sets and clears fields that are known", cases: () => BY_DRAWING },
    { title: "does not spill", cases: () => TOO_WIDE },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(300, (): Case<WithField> => {
        const low = draw.below(64);
        const high = draw.between(low, 63);
        const args = [draw.bigBits(64), high, low, draw.bigBits(draw.pick([high - low + 1, 64]))] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
