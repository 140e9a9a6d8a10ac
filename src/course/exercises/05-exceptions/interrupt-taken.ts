import { type InterruptLines, interruptTaken as ours } from "../../../machine/exceptions/interrupts";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import { pstateText } from "../03-system-registers/notation";
import { drawPstate } from "../03-system-registers/pstates";
import type { Case, Trial } from "../exercise";

type InterruptTaken = ExceptionParts["interruptTaken"];

/** "AIF", by the letters of their masks. */
const lines = (text: string): InterruptLines => ({ IRQ: text.includes("I"), FIQ: text.includes("F"), SError: text.includes("A") });

const caseOf = ([asserted, pstate, want, why]: readonly [string, number, ReturnType<InterruptTaken>, string?]): Case<InterruptTaken> =>
  ({ args: [lines(asserted), pstate], want, ...(why === undefined ? {} : { why }) });

/** Arm ARM, "Asynchronous exception types, routing, masking and priorities"; IRQ and FIQ are also as on QEMU 7.2. */
const ONE_LINE = [
  ["",  0x000, undefined, "no line is asserted"],
  ["I", 0x000, "IRQ"],
  ["F", 0x000, "FIQ"],
  ["A", 0x000, "SError"],
  ["I", 0x080, undefined, "masked, at EL0 as at EL1"],
  ["F", 0x040, undefined],
  ["A", 0x100, undefined],
  ["I", 0x345, "IRQ",     "D, A and F are the masks of others"],
  ["F", 0x385, "FIQ",     "D, A and I are the masks of others"],
  ["A", 0x2c5, "SError",  "D, I and F are the masks of others"],
] as const;

const SEVERAL = [
  ["AIF", 0x005, "SError"],
  ["AIF", 0x105, "FIQ",     "SError is masked, and does not keep the others waiting"],
  ["AIF", 0x145, "IRQ"],
  ["AIF", 0x1c0, undefined],
  ["IF",  0x005, "FIQ"],
  ["IF",  0x045, "IRQ"],
  ["AI",  0x004, "SError"],
  ["AI",  0x184, undefined],
] as const;

export const interruptTaken: Trial<InterruptTaken> = {
  show: {
    call: (all, pstate) => `interruptTaken(${Object.entries(all).filter(([, is]) => is).map(([name]) => name).join(", ") || "no line"}), PSTATE ${pstateText(pstate)}`,
    answer: (answer) => answer ?? "none",
  },
  properties: [
    { title: "looks at the mask of the line", cases: () => ONE_LINE.map(caseOf) },
    { title: "chooses among several", cases: () => SEVERAL.map(caseOf) },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(200, (): Case<InterruptTaken> => {
        const args = [lines(["A", "I", "F"].filter(() => draw.bits(1) === 1).join("")), drawPstate(draw)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
