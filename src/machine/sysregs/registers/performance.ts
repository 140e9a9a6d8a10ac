// The performance monitors, of which this machine has the one that matters most: a counter of
// cycles (Arm ARM, "The Performance Monitors Extension"). PMCR_EL0.N = 0: there are no counters of
// other events, so what names one of them reads as zero and ignores writes.

import type { Permission, RegisterRow, RegisterTable } from "../register";
import type { SystemView } from "../view";
import { changingWhatCounts, cycleCount, overflowOf } from "./cycle-counter";

/** PMCR_EL0.C and P, which reset counters and are not kept. */
const PMCR_C = 1n << 2n;
const PMCR_P = 1n << 1n;
/** PMSELR_EL0.SEL, where it means the cycle counter. */
const CYCLE_COUNTER = 31n;

function control(view: SystemView, value: bigint): void {
  changingWhatCounts(view, () => {
    if ((value & PMCR_C) !== 0n) view.store("PMCCNTR_EL0", 0n);
    view.store("PMCR_EL0", value & ~(PMCR_C | PMCR_P));
  });
}

type Name = "PMCNTENSET_EL0" | "PMOVSSET_EL0" | "PMINTENSET_EL1";
type Bits = Pick<RegisterRow, "tells" | "read" | "write" | "fields">;

/** Registers in pairs: what is written as 1 is set in `name` by one, and cleared by the other. */
const bits = (
  name: Name, meaning: string, change: (old: bigint, ones: bigint) => bigint,
): Bits => ({
  tells: "timer",
  fields: [["31", "C", meaning, { "0": "no", "1": "yes" }]],
  read: (view) => (name === "PMOVSSET_EL0" ? overflowOf(view) : view.stored(name)),
  write: (view, ones) => {
    changingWhatCounts(view, () => view.store(name, change(view.stored(name), ones)));
  },
});
const set = (name: Name, meaning: string): Bits => bits(name, meaning, (old, ones) => old | ones);
const clear = (name: Name, meaning: string): Bits =>
  bits(name, meaning, (old, ones) => old & ~ones);

const COUNTS = "Whether the cycle counter counts";
const OVERFLOWED = "Whether the cycle counter has overflowed";
const INTERRUPTS = "Whether the cycle counter's overflow asks for an interrupt";

const EN: Permission = [["PMUSERENR_EL0", "EN", 1]];
const OPEN = { read: EN, write: EN } as const;
const OPEN_TO_READ = { read: EN, write: "never" } as const;
const EVENT_READ: Permission = [["PMUSERENR_EL0", "ER", 1], ...EN];
const ALLOW = { "0": "trapped to EL1", "1": "allowed" } as const;

const FILTER_FIELDS = [
  ["31", "P", "Cycles at EL1", { "0": "are counted", "1": "are not" }],
  ["30", "U", "Cycles at EL0", { "0": "are counted", "1": "are not" }],
] as const satisfies RegisterRow["fields"];

const filter = (view: SystemView, value: bigint): void => {
  changingWhatCounts(view, () => view.store("PMCCFILTR_EL0", value));
};
const isCycleCounterSelected = (view: SystemView): boolean =>
  view.stored("PMSELR_EL0") === CYCLE_COUNTER;

export const PERFORMANCE_REGISTERS = {
  PMCR_EL0: {
    title: "Performance Monitors Control Register",
    purpose: "Switches all counters on and off, and says how many there are.",
    el0: OPEN,
    tells: "timer",
    readOnly: ["IMP", "IDCODE", "N"],
    fields: [
      ["31:24", "IMP", "Who made it; 0: ask MIDR_EL1"],
      ["23:16", "IDCODE", "The maker's number of it"],
      ["15:11", "N", "How many event counters there are, beside the cycle counter"],
      ["6", "RES1", "LC: the cycle counter overflows at 64 bits"],
      ["2", "C", "Written 1, the cycle counter is 0; reads as 0"],
      ["1", "P", "Written 1, all event counters are 0; reads as 0"],
      ["0", "E", "Whether any counter counts", {
        "0": "none does",
        "1": "those in PMCNTENSET_EL0",
      }],
    ],
    write: control,
  },
  PMCNTENSET_EL0: {
    title: "Performance Monitors Count Enable Set register",
    purpose: "Which counters count. Ones that are written start theirs.",
    el0: OPEN, ...set("PMCNTENSET_EL0", COUNTS),
  },
  PMCNTENCLR_EL0: {
    title: "Performance Monitors Count Enable Clear register",
    purpose: "Which counters count. Ones that are written stop theirs.",
    el0: OPEN, ...clear("PMCNTENSET_EL0", COUNTS),
  },
  PMOVSSET_EL0: {
    title: "Performance Monitors Overflow Flag Status Set register",
    purpose: "Which counters have overflowed. Ones that are written pretend so.",
    el0: OPEN, ...set("PMOVSSET_EL0", OVERFLOWED),
  },
  PMOVSCLR_EL0: {
    title: "Performance Monitors Overflow Flag Status Clear Register",
    purpose: "Which counters have overflowed. Ones that are written clear it.",
    el0: OPEN, ...clear("PMOVSSET_EL0", OVERFLOWED),
  },
  PMINTENSET_EL1: {
    title: "Performance Monitors Interrupt Enable Set register",
    purpose: "Which counters ask for an interrupt when they overflow. Ones that are written allow "
      + "it.",
    ...set("PMINTENSET_EL1", INTERRUPTS),
  },
  PMINTENCLR_EL1: {
    title: "Performance Monitors Interrupt Enable Clear register",
    purpose: "Which counters ask for an interrupt when they overflow. Ones that are written forbid "
      + "it.",
    ...clear("PMINTENSET_EL1", INTERRUPTS),
  },
  PMCCNTR_EL0: {
    title: "Performance Monitors Cycle Count Register",
    purpose: "The cycles that were counted.",
    el0: { read: [["PMUSERENR_EL0", "CR", 1], ...EN], write: EN },
    tells: "timer",
    fields: [["63:0", "CCNT", "The count"]],
    read: cycleCount,
    write: (view, value) => {
      changingWhatCounts(view, () => view.store("PMCCNTR_EL0", value));
    },
  },
  PMCCFILTR_EL0: {
    title: "Performance Monitors Cycle Count Filter Register",
    purpose: "At which exception levels cycles are counted.",
    el0: OPEN,
    fields: FILTER_FIELDS,
    write: filter,
  },
  PMSELR_EL0: {
    title: "Performance Monitors Event Counter Selection Register",
    purpose: "Chooses the counter that PMXEVTYPER_EL0 and PMXEVCNTR_EL0 are of.",
    el0: { read: EVENT_READ, write: EVENT_READ },
    fields: [["4:0", "SEL", "The counter's number; 31: the cycle counter"]],
  },
  PMXEVTYPER_EL0: {
    title: "Performance Monitors Selected Event Type Register",
    purpose: "What the chosen counter counts; of the cycle counter, PMCCFILTR_EL0.",
    el0: OPEN,
    fields: FILTER_FIELDS,
    read: (view) => (isCycleCounterSelected(view) ? view.stored("PMCCFILTR_EL0") : 0n),
    write: (view, value) => { if (isCycleCounterSelected(view)) filter(view, value); },
  },
  PMXEVCNTR_EL0: {
    title: "Performance Monitors Selected Event Count Register",
    purpose: "What the chosen event counter has counted; there is none.",
    el0: { read: EVENT_READ, write: EN },
    fields: [],
  },
  PMSWINC_EL0: {
    title: "Performance Monitors Software Increment register",
    purpose: "Lets software count events of its own, in event counters; there is none.",
    el0: { read: "never", write: [["PMUSERENR_EL0", "SW", 1], ...EN] },
    fields: [],
  },
  PMCEID0_EL0: {
    title: "Performance Monitors Common Event Identification register 0",
    purpose: "Which of the events 0 to 31 can be counted.",
    el0: OPEN_TO_READ,
    reset: 1n << 17n,
    fields: [["17", "ID17", "CPU_CYCLES, event 0x11: by the cycle counter"]],
  },
  PMCEID1_EL0: {
    title: "Performance Monitors Common Event Identification register 1",
    purpose: "Which of the events 32 to 63 can be counted: none.",
    el0: OPEN_TO_READ,
    fields: [],
  },
  PMUSERENR_EL0: {
    title: "Performance Monitors User Enable Register",
    purpose: "What EL0 may do with the performance monitors.",
    el0: { read: "always", write: "never" },
    fields: [
      ["3", "ER", "EL0's reading of event counters, and choosing one", ALLOW],
      ["2", "CR", "EL0's reading of the cycle counter", ALLOW],
      ["1", "SW", "EL0's counting of events of its own", ALLOW],
      ["0", "EN", "EL0's use of all of them", ALLOW],
    ],
  },
} as const satisfies RegisterTable;
