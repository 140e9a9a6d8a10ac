import type { SystemParts } from "../../../machine/sysregs/parts";
import { stackPointerOf as ours } from "../../../machine/sysregs/pstate";
import type { Case, Trial } from "../exercise";
import { pstateText } from "./notation";
import { drawPstate, EL0T, EL1H, EL1T } from "./pstates";

type StackPointerOf = SystemParts["stackPointerOf"];

/** Which of SP_EL0 and SP_EL1 `mov x0, sp` gives on QEMU 7.2. */
const FROM_QEMU: readonly Case<StackPointerOf>[] = [
  { args: [0x3c0], want: 0, why: "EL0: it has only its own" },
  { args: [0x3c4], want: 0, why: "EL1, and SP is 0: EL1t" },
  { args: [0x3c5], want: 1, why: "EL1, and SP is 1: EL1h" },
];

const AMONG_OTHERS: readonly Case<StackPointerOf>[] = [
  { args: [EL0T],      want: 0, why: "EL0, and nothing is masked" },
  { args: [EL1T],      want: 0 },
  { args: [EL1H],      want: 1 },
  { args: [0xc0_0005], want: 1, why: "EL1h, with UAO and PAN" },
  { args: [0xf0_03c4], want: 0, why: "EL1t, with everything else" },
  { args: [0xf0_03c0], want: 0, why: "EL0, with everything else" },
  { args: [0x1],       want: 0, why: "EL0 with SP = 1 cannot be; if it were, EL0 would still have only its own" },
];

export const stackPointer: Trial<StackPointerOf> = {
  show: {
    call: (pstate) => `stackPointerOf(${pstateText(pstate)})`,
    answer: (answer) => `SP_EL${String(answer)}`,
  },
  properties: [
    { title: "knows the three modes", cases: () => FROM_QEMU },
    { title: "finds them among the other bits", cases: () => AMONG_OTHERS },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(100, (): Case<StackPointerOf> => {
        const pstate = drawPstate(draw);
        return { args: [pstate], want: ours(pstate) };
      }),
    },
  ],
};
