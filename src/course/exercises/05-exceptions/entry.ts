import { stateAtEntry as ours } from "../../../machine/exceptions/entry";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import { pstateText } from "../03-system-registers/notation";
import { drawPstate } from "../03-system-registers/pstates";
import type { Case, Trial } from "../exercise";

type StateAtEntry = ExceptionParts["stateAtEntry"];

/** What CurrentEL, SPSel, DAIF, PAN and UAO are in the handler on QEMU 7.2. */
const FROM_QEMU: readonly Case<StateAtEntry>[] = [
  { args: [0x3c5, 1],     want: 0x3c5,     why: "from EL1h, with everything masked" },
  { args: [0x3c4, 1],     want: 0x3c5,     why: "from EL1t: the handler is on SP_EL1" },
  { args: [0x005, 1],     want: 0x3c5,     why: "from EL1h, with nothing masked" },
  { args: [0x000, 1],     want: 0x3c5,     why: "from EL0, with nothing masked" },
  { args: [0x140, 1],     want: 0x3c5,     why: "from EL0, with A and F masked" },
];

const FROM_QEMU_TOO: readonly Case<StateAtEntry>[] = [
  { args: [0x40_0005, 1], want: 0x40_03c5, why: "PAN stays" },
  { args: [0x40_0000, 1], want: 0x40_03c5, why: "PAN stays, from EL0" },
  { args: [0x00_0000, 0], want: 0x40_03c5, why: "SPAN is 0: PAN is set" },
  { args: [0x00_0005, 0], want: 0x40_03c5, why: "SPAN is 0: PAN is set, from EL1 too" },
  { args: [0x40_0000, 0], want: 0x40_03c5, why: "SPAN is 0, and PAN was set already" },
  { args: [0x80_0005, 1], want: 0x00_03c5, why: "UAO is cleared" },
  { args: [0xc0_0004, 1], want: 0x40_03c5, why: "UAO is cleared, PAN stays" },
];

/** Arm ARM, "AArch64.TakeException". */
const CLEARED: readonly Case<StateAtEntry>[] = [
  { args: [0x10_03c5, 1], want: 0x00_03c5, why: "IL is cleared: the handler must be executed" },
  { args: [0x20_0000, 1], want: 0x00_03c5, why: "SS is cleared: the handler is not what is stepped" },
  { args: [0xb0_0000, 0], want: 0x40_03c5, why: "UAO, SS and IL are cleared, and PAN is set" },
];

export const entry: Trial<StateAtEntry> = {
  show: {
    call: (pstate, span) => `stateAtEntry(${pstateText(pstate)}, ${span})`,
    answer: (answer) => pstateText(answer),
  },
  properties: [
    { title: "begins where QEMU's handlers begin", cases: () => FROM_QEMU },
    { title: "does with PAN and UAO what QEMU does", cases: () => FROM_QEMU_TOO },
    { title: "leaves behind what is not the handler's", cases: () => CLEARED },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(200, (): Case<StateAtEntry> => {
        const args = [drawPstate(draw) | (draw.bits(2) << 20), draw.bits(1)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
