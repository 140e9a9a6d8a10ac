import { fieldOf as ours } from "../../../machine/sysregs/field";
import type { SystemParts } from "../../../machine/sysregs/parts";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import { hex } from "./notation";

type FieldOf = SystemParts["fieldOf"];

/** Values that QEMU 7.2 gives, and what the manual's drawings say of them. */
const FROM_QEMU: readonly Case<FieldOf>[] = [
  { args: [0x414f_d0c1n, 31, 24],              want: 0x41n,   why: "a Neoverse N1's MIDR_EL1: Implementer, which is Arm" },
  { args: [0x414f_d0c1n, 15, 4],               want: 0xd0cn,  why: "its PartNum" },
  { args: [0x414f_d0c1n, 3, 0],                want: 1n,      why: "its Revision" },
  { args: [0x1000_1021_1120n, 47, 44],         want: 1n,      why: "its ID_AA64ISAR0_EL1.DP: it has dot products" },
  { args: [0x1000_1021_1120n, 23, 20],         want: 2n,      why: "its ID_AA64ISAR0_EL1.Atomic: it has LSE" },
  { args: [0x1100_0000_1011_0012n, 63, 60],    want: 1n,      why: "its ID_AA64PFR0_EL1.CSV3, at the upper end" },
  { args: [0x8444_c004n, 31, 31],              want: 1n,      why: "bit 31 of its CTR_EL0 is RES1; there is no sign" },
  { args: [0x4n, 3, 2],                        want: 1n,      why: "CurrentEL at EL1" },
];

const WIDE: readonly Case<FieldOf>[] = [
  { args: [0xffff_ffff_ffff_ffffn, 63, 0],     want: 0xffff_ffff_ffff_ffffn, why: "all of it" },
  { args: [0xffff_ffff_ffff_ffffn, 63, 32],    want: 0xffff_ffffn,           why: "the upper half: more than 31 bits" },
  { args: [0x8000_0000_0000_0000n, 63, 63],    want: 1n,                     why: "the top bit alone" },
  { args: [0x1234_5678_9abc_def0n, 47, 1],     want: 0x2b3c_4d5e_6f78n,      why: "TTBR0_EL1.BADDR, which has 47 bits" },
  { args: [0xffff_ffff_0000_0000n, 31, 0],     want: 0n,                     why: "nothing of what is above" },
];

export const fieldOf: Trial<FieldOf> = {
  show: {
    call: (value, high, low) => `fieldOf(${register(value, 64)}, ${high}, ${low})`,
    answer: (answer) => hex(answer),
  },
  properties: [
    { title: "finds fields that are known", cases: () => FROM_QEMU },
    { title: "has room for 64 bits", cases: () => WIDE },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(300, (): Case<FieldOf> => {
        const low = draw.below(64);
        const args = [draw.bigBits(64), draw.between(low, 63), low] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
