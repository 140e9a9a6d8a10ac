// Interrupts: what comes from outside, between two instructions (Arm ARM, "Asynchronous exception
// types, routing, masking and priorities"). A line is asserted as long as the device wants
// something; PSTATE.A, I and F keep it waiting, at EL0 as at EL1.

import { A, F, I, type Pstate } from "../sysregs/pstate";

/** What the CPU's pins say. */
export interface InterruptLines {
  readonly IRQ: boolean;
  readonly FIQ: boolean;
  readonly SError: boolean;
}

export type Interrupt = keyof InterruptLines;

export const NO_INTERRUPTS: InterruptLines = { IRQ: false, FIQ: false, SError: false };

/** The architecture leaves the order open; ours puts what is worse, or more urgent, first. */
const ORDER = [["SError", A], ["FIQ", F], ["IRQ", I]] as const;

/** The interrupt that is taken now, if any. */
export function interruptTaken(lines: InterruptLines, pstate: Pstate): Interrupt | undefined {
  return ORDER.find(([name, mask]) => lines[name] && (pstate & mask) === 0)?.[0];
}

/** Whether any line is asserted, masked or not: what WFI waits for. */
export const isAsserted = ({ IRQ, FIQ, SError }: InterruptLines): boolean => IRQ || FIQ || SError;

/** ISR_EL1: which lines are asserted, each where PSTATE has its mask. */
export const interruptStatus = ({ IRQ, FIQ, SError }: InterruptLines): number =>
  (SError ? A : 0) | (IRQ ? I : 0) | (FIQ ? F : 0);
