// The cycle counter (Arm ARM, "The Performance Monitors Extension"), worked out from the clock.
//
// 1. The count is not stored while it counts: PMCCNTR_EL0's slot is what it was when it was last
//    settled, and the slot of PMCNTENCLR_EL0, which itself only mirrors, is the cycle of that.
// 2. Whatever decides whether it counts changes inside changingWhatCounts.

import { CYCLES_A_TICK } from "../clock";
import { levelOf } from "../pstate";
import type { SystemView } from "../view";
import { NEVER } from "./timer";

/** The cycle counter's bit in the registers that have one for each counter. */
const C = 1n << 31n;
const PMCR_E = 1n << 0n;
/** PMCCFILTR_EL0.U and P: do not count at EL0, at EL1. */
const FILTERS = [1n << 30n, 1n << 31n] as const;

function counts(view: SystemView): boolean {
  const isEnabled = (view.stored("PMCR_EL0") & PMCR_E) !== 0n
    && (view.stored("PMCNTENSET_EL0") & C) !== 0n;
  return isEnabled && (view.stored("PMCCFILTR_EL0") & FILTERS[levelOf(view.pstate)]) === 0n;
}

/** The count, and beyond 64 bits whether it has overflowed since it was settled. */
function countOf(view: SystemView): bigint {
  const count = view.stored("PMCCNTR_EL0");
  return counts(view) ? count + view.clock.cycles - view.stored("PMCNTENCLR_EL0") : count;
}

export const cycleCount = (view: SystemView): bigint => BigInt.asUintN(64, countOf(view));

/** PMOVSSET_EL0 as it is now. */
export const overflowOf = (view: SystemView): bigint =>
  view.stored("PMOVSSET_EL0") | (countOf(view) >> 64n === 0n ? 0n : C);

/**
 * Settles the count, so that `change` may decide anew whether to count: by a register, or by
 * another exception level.
 */
export function changingWhatCounts(view: SystemView, change: () => void): void {
  const count = countOf(view);
  view.store("PMOVSSET_EL0", overflowOf(view));
  view.store("PMCCNTR_EL0", BigInt.asUintN(64, count));
  view.store("PMCNTENCLR_EL0", view.clock.cycles);
  change();
}

/** What may ask for an interrupt: counters that are on, and told to say so. */
const mayAsk = (view: SystemView): bigint =>
  ((view.stored("PMCR_EL0") & PMCR_E) === 0n ? 0n : view.stored("PMINTENSET_EL1"));

/** Whether the cycle counter asks for an interrupt: it overflowed, and was told to say so. */
export const monitorsAsk = (view: SystemView): boolean => (mayAsk(view) & overflowOf(view)) !== 0n;

/**
 * The generic timer's count when it will ask; NEVER if it does ask, or will not. It may be later,
 * since it does not count at every level. A CPU that `sleeps` stays at its own.
 */
export function overflowDue(view: SystemView, sleeps: boolean): bigint {
  const willAsk = mayAsk(view) & view.stored("PMCNTENSET_EL0") & ~overflowOf(view);
  if (willAsk === 0n || (sleeps && !counts(view))) return NEVER;
  return (view.clock.cycles + (1n << 64n) - countOf(view)) / CYCLES_A_TICK;
}
