import { trapsFp as ours } from "../../../machine/sysregs/fp-access";
import type { SystemParts } from "../../../machine/sysregs/parts";
import type { Case, Trial } from "../exercise";
import { bits } from "../notation";

type TrapsFp = SystemParts["trapsFp"];

/** Whether QEMU 7.2 takes an exception with EC 0x07 for `fmov d0, d1`. */
const FROM_QEMU: readonly Case<TrapsFp>[] = [
  { args: [0b00, 0], want: true,  why: "as it is behind a reset" },
  { args: [0b00, 1], want: true,  why: "a kernel, too" },
  { args: [0b01, 0], want: true,  why: "the kernel wants to hear of a program's first vector instruction" },
  { args: [0b01, 1], want: false, why: "and may use vectors itself" },
  { args: [0b10, 0], want: true,  why: "10 is like 00" },
  { args: [0b10, 1], want: true,  why: "10 is like 00" },
  { args: [0b11, 0], want: false, why: "floating point for all" },
  { args: [0b11, 1], want: false, why: "floating point for all" },
];

export const fpTrap: Trial<TrapsFp> = {
  show: {
    call: (fpen, level) => `trapsFp(${bits(fpen, 2)}, ${level})`,
    answer: (answer) => String(answer),
  },
  properties: [
    { title: "traps what QEMU traps", cases: () => FROM_QEMU },
    {
      title: "agrees with the reference, asked in any order",
      cases: (draw) => draw.times(24, (): Case<TrapsFp> => {
        const args = [draw.bits(2), draw.pick([0, 1] as const)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
