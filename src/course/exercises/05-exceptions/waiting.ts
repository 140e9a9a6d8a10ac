import type { Hint } from "../../../machine/cpu/operations";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import { waits as ours } from "../../../machine/exceptions/waiting";
import type { Case, Trial } from "../exercise";

type Waits = ExceptionParts["waits"];

/** Arm ARM, "Wait for Interrupt". */
const WFI = [
  // hint    event  asserted unmasked  waits  event then
  ["WFI",    false, false,   false,    true,  false, "nothing has happened"],
  ["WFI",    true,  false,   false,    true,  true,  "an event is no interrupt, and is not lost"],
  ["WFI",    false, true,    false,    false, false, "a masked line wakes it, too"],
  ["WFI",    false, true,    true,     false, false, "an interrupt that will be taken"],
  ["WFI",    true,  true,    true,     false, true,  "the event is not touched"],
] as const;

/** Arm ARM, "Wait for Event mechanism and Send event". */
const WFE = [
  ["WFE",    false, false,   false,    true,  false, "nothing has happened"],
  ["WFE",    true,  false,   false,    false, false, "an event, which is used up"],
  ["WFE",    false, true,    false,    true,  false, "a masked line is nothing to it"],
  ["WFE",    false, true,    true,     false, false, "an interrupt that will be taken"],
  ["WFE",    true,  true,    true,     false, false, "both: the event is used up"],
] as const;

const OTHERS = [
  ["SEV",    false, false,   false,    false, true,  "for every processor, and this is one of them"],
  ["SEVL",   false, false,   false,    false, true,  "for this one only"],
  ["SEV",    true,  false,   false,    false, true,  "it remembers one event, not two"],
  ["NOP",    true,  false,   false,    false, true,  "it does nothing"],
  ["NOP",    false, false,   false,    false, false, "it does nothing"],
  ["YIELD",  true,  false,   false,    false, true,  "it does nothing, and says so"],
  ["YIELD",  false, true,    true,     false, false, "it does nothing, and says so"],
] as const;

const HINTS: readonly Hint[] = ["NOP", "YIELD", "WFE", "WFI", "SEV", "SEVL"];

export const waiting: Trial<Waits> = {
  show: {
    call: (hint, event, { asserted, unmasked }) => `waits("${hint}", ${event}, { asserted: ${asserted}, unmasked: ${unmasked} })`,
    answer: (answer) => `${answer.waits ? "waits" : "goes on"}, event register ${answer.event}`,
  },
  properties: [
    { title: "waits for an interrupt", cases: () => WFI.map(caseOf) },
    { title: "waits for an event", cases: () => WFE.map(caseOf) },
    { title: "knows what does not wait", cases: () => OTHERS.map(caseOf) },
    {
      title: "agrees with the reference, asked in any order",
      cases: (draw) => draw.times(100, (): Case<Waits> => {
        const asserted = draw.bits(1) === 1;
        const args = [draw.pick(HINTS), draw.bits(1) === 1, { asserted, unmasked: asserted && draw.bits(1) === 1 }] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

function caseOf([hint, event, asserted, unmasked, isWaiting, then, why]: readonly [Hint, boolean, boolean, boolean, boolean, boolean, string]): Case<Waits> {
  return { args: [hint, event, { asserted, unmasked }], want: { waits: isWaiting, event: then }, why };
}
