import { isIllegalReturn as ours } from "../../../machine/exceptions/exception-return";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import type { Case, Trial } from "../exercise";
import { hex } from "../03-system-registers/notation";

type IsIllegalReturn = ExceptionParts["isIllegalReturn"];

/** Whether ERET at EL1 sets PSTATE.IL on QEMU 7.2, whose only exception levels are EL0 and EL1. */
const FROM_QEMU: readonly Case<IsIllegalReturn>[] = [
  { args: [0x0000_0000, 1], want: false, why: "EL0" },
  { args: [0x0000_03c4, 1], want: false, why: "EL1t" },
  { args: [0xb0c0_03c5, 1], want: false, why: "EL1h, with flags, PAN and UAO" },
  { args: [0x0000_03c1, 1], want: true,  why: "EL0 with SP = 1" },
  { args: [0x0000_03c8, 1], want: true,  why: "EL2t: there is no EL2" },
  { args: [0x0000_03c9, 1], want: true,  why: "EL2h: there is no EL2" },
  { args: [0x0000_03cd, 1], want: true,  why: "EL3h: there is no EL3" },
  { args: [0x0000_03c6, 1], want: true,  why: "EL1, but bit 1 is set" },
  { args: [0x0010_0000, 1], want: false, why: "IL in SPSR_EL1 is illegal, but not the return" },
];

/** M from 0 to 31, by the manual, for a machine with EL0, EL1 and AArch64 only. */
const LEGAL_AT_EL1 = [0b00000, 0b00100, 0b00101];

const ALL_MODES: readonly Case<IsIllegalReturn>[] = Array.from({ length: 32 }, (_, m) => ({
  args: [0x3c0 | m, 1], want: !LEGAL_AT_EL1.includes(m), why: m >= 16 ? "AArch32" : `level ${m >> 2}, and ${m & 3} in the low bits`,
}));

const UP: readonly Case<IsIllegalReturn>[] = [
  { args: [0x3c5, 0], want: true,  why: "from EL0 to EL1" },
  { args: [0x3c4, 0], want: true,  why: "from EL0 to EL1" },
  { args: [0x3c0, 0], want: false, why: "from EL0 to EL0" },
];

export const illegalReturn: Trial<IsIllegalReturn> = {
  show: {
    call: (spsr, level) => `isIllegalReturn(${hex(spsr)}, ${level}), M being 0b${(spsr & 31).toString(2).padStart(5, "0")}`,
    answer: (answer) => String(answer),
  },
  properties: [
    { title: "agrees with QEMU", cases: () => FROM_QEMU },
    { title: "knows every value of M", cases: () => ALL_MODES },
    { title: "does not let anybody go up", cases: () => UP },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(200, (): Case<IsIllegalReturn> => {
        const m = draw.pick([0b00000, 0b00100, 0b00101, draw.bits(4), draw.bits(5)]);
        const args = [((draw.word() & ~31) | m) >>> 0, draw.pick([0, 1, 1] as const)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
