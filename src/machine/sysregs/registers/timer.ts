// The generic timer (Arm ARM, "The Generic Timer in AArch64 state"): a counter that every CPU reads
// alike, and two timers of each CPU's own that wait for it to reach a value. Without EL2 virtual
// time is physical time.
//
// 1. A timer's condition is never stored: ISTATUS and TVAL are worked out when they are read.

import { TIMER_HZ } from "../clock";
import type { Gate, RegisterRow, RegisterTable } from "../register";
import type { SystemView } from "../view";

type Control = "CNTP_CTL_EL0" | "CNTV_CTL_EL0";
type Value = "CNTP_CVAL_EL0" | "CNTV_CVAL_EL0";

const ENABLE = 1n << 0n;
const IMASK = 1n << 1n;
const ISTATUS = 1n << 2n;

/** CNTKCTL_EL1's. */
const EVNTEN = 1n << 2n;
const EVNTDIR = 1n << 3n;
const EVNTI = 4n;

/** Later than any count that is reached. */
export const NEVER = 0xffff_ffff_ffff_ffffn;

const low = (value: bigint): bigint => BigInt.asUintN(32, value);

/** ENABLE and IMASK as they are stored, and ISTATUS: a timer that is off has not fired. */
function statusOf(view: SystemView, control: Control, value: Value): bigint {
  const stored = view.stored(control);
  const isReached = view.clock.count >= view.stored(value);
  return (stored & ENABLE) !== 0n && isReached ? stored | ISTATUS : stored;
}

/** Whether a timer asks for an interrupt. */
export const timerAsks = (view: SystemView, timer: "CNTP" | "CNTV"): boolean =>
  (statusOf(view, `${timer}_CTL_EL0`, `${timer}_CVAL_EL0`) & (ISTATUS | IMASK)) === ISTATUS;

/**
 * The count at which a timer will fire, given its CTL and CVAL; NEVER if it has by `count`, or is
 * off or masked.
 */
export function timerDue(control: bigint, value: bigint, count: bigint): bigint {
  return (control & (ENABLE | IMASK)) === ENABLE && value > count ? value : NEVER;
}

/** Events come at each count that, with `phase` added, is a multiple of `period`. */
export interface EventStream {
  readonly period: bigint;
  readonly phase: bigint;
}

/** What CNTKCTL_EL1 makes of the count; undefined if the event stream is off. */
export function eventStream(view: SystemView): EventStream | undefined {
  const control = view.stored("CNTKCTL_EL1");
  if ((control & EVNTEN) === 0n) return undefined;
  const period = 2n << ((control >> EVNTI) & 15n); // The bit rises once, and falls once.
  return { period, phase: (control & EVNTDIR) === 0n ? period / 2n : 0n };
}

const from = (gate: Gate): NonNullable<RegisterRow["el0"]> => ({ read: [gate], write: [gate] });
const PHYSICAL = from(["CNTKCTL_EL1", "EL0PTEN", 1]);
const VIRTUAL = from(["CNTKCTL_EL1", "EL0VTEN", 1]);
const TRAP = { "0": "trapped to EL1", "1": "allowed" } as const;

const control = (
  name: Control, value: Value,
): Omit<RegisterRow, "title" | "el0"> => ({
  purpose: "Switches the timer on, and tells whether it has fired.",
  tells: "timer",
  readOnly: ["ISTATUS"],
  fields: [
    ["2", "ISTATUS", "Whether the timer has fired", {
      "0": "the count is below CVAL",
      "1": "the count has reached CVAL",
    }],
    ["1", "IMASK", "Whether its interrupt is kept from the CPU", { "0": "no", "1": "yes" }],
    ["0", "ENABLE", "Whether the timer is on", { "0": "off", "1": "on" }],
  ],
  read: (view) => statusOf(view, name, value),
});

const compareValue = {
  purpose: "The count at which the timer fires. It stays fired from then on.",
  tells: "timer",
  fields: [["63:0", "CompareValue", "The count"]],
} as const satisfies Omit<RegisterRow, "title" | "el0">;

/** CVAL by another name: a signed distance from now. */
const timerValue = (value: Value): Omit<RegisterRow, "title" | "el0"> => ({
  purpose: "How many ticks are left until the timer fires; negative behind that.",
  tells: "timer",
  fields: [["31:0", "TimerValue", "The distance from the count to CVAL, signed"]],
  read: (view) => low(view.stored(value) - view.clock.count),
  write: (view, distance) => {
    view.store(value, BigInt.asUintN(64, view.clock.count + BigInt.asIntN(32, distance)));
  },
});

export const TIMER_REGISTERS = {
  CNTFRQ_EL0: {
    title: "Counter-timer Frequency register",
    purpose: "How many times a second the counter counts. The firmware writes it; it is a note to "
      + "software and changes nothing.",
    el0: {
      read: [["CNTKCTL_EL1", "EL0PCTEN", 1], ["CNTKCTL_EL1", "EL0VCTEN", 1]],
      write: "never",
    },
    reset: BigInt(TIMER_HZ),
    fields: [["31:0", "ClockFrequency", "The frequency, in Hz"]],
  },
  CNTKCTL_EL1: {
    title: "Counter-timer Kernel Control register",
    purpose: "What EL0 may read and set, and how often a waiting CPU is woken.",
    tells: "timer",
    fields: [
      ["9", "EL0PTEN", "EL0's use of the physical timer", TRAP],
      ["8", "EL0VTEN", "EL0's use of the virtual timer", TRAP],
      ["7:4", "EVNTI", "The bit of the virtual count that makes events, which end WFE"],
      ["3", "EVNTDIR", "Which change of that bit makes an event", { "0": "0 to 1", "1": "1 to 0" }],
      ["2", "EVNTEN", "Whether events are made", { "0": "no", "1": "yes" }],
      ["1", "EL0VCTEN", "EL0's reading of the virtual count", TRAP],
      ["0", "EL0PCTEN", "EL0's reading of the physical count", TRAP],
    ],
  },
  CNTPCT_EL0: {
    title: "Counter-timer Physical Count register",
    purpose: "The time since the machine was switched on, in ticks.",
    el0: { read: [["CNTKCTL_EL1", "EL0PCTEN", 1]], write: "never" },
    fields: [["63:0", "PhysicalCount", "The count"]],
    read: (view) => view.clock.count,
  },
  CNTVCT_EL0: {
    title: "Counter-timer Virtual Count register",
    purpose: "The time that a virtual machine sees; here, the physical count.",
    el0: { read: [["CNTKCTL_EL1", "EL0VCTEN", 1]], write: "never" },
    fields: [["63:0", "VirtualCount", "The count"]],
    read: (view) => view.clock.count,
  },
  CNTP_CTL_EL0: {
    title: "Counter-timer Physical Timer Control register",
    el0: PHYSICAL, ...control("CNTP_CTL_EL0", "CNTP_CVAL_EL0"),
  },
  CNTP_CVAL_EL0: {
    title: "Counter-timer Physical Timer CompareValue register",
    el0: PHYSICAL, ...compareValue,
  },
  CNTP_TVAL_EL0: {
    title: "Counter-timer Physical Timer TimerValue register",
    el0: PHYSICAL, ...timerValue("CNTP_CVAL_EL0"),
  },
  CNTV_CTL_EL0: {
    title: "Counter-timer Virtual Timer Control register",
    el0: VIRTUAL, ...control("CNTV_CTL_EL0", "CNTV_CVAL_EL0"),
  },
  CNTV_CVAL_EL0: {
    title: "Counter-timer Virtual Timer CompareValue register",
    el0: VIRTUAL, ...compareValue,
  },
  CNTV_TVAL_EL0: {
    title: "Counter-timer Virtual Timer TimerValue register",
    el0: VIRTUAL, ...timerValue("CNTV_CVAL_EL0"),
  },
} as const satisfies RegisterTable;
