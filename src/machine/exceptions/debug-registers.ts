// What breakpoints and watchpoints have in common (Arm ARM, "DBGBCR<n>_EL1", "DBGWCR<n>_EL1",
// "AArch64.StateMatch"): a value, and a control register that says when it counts.
//
//   28:24  23:20  20   19:16  15:14  13   12:5  4:3   2:1        0
//          BT          LBN    SSC    HMC  BAS         PMC        E    DBGBCR<n>_EL1
//   MASK          WT   LBN    SSC    HMC  BAS   LSC   PAC        E    DBGWCR<n>_EL1

import type { Level } from "../sysregs/pstate";

/** One breakpoint or watchpoint: DBGBVR<n>_EL1 and DBGBCR<n>_EL1, or DBGWVR and DBGWCR. */
export interface DebugUnit {
  readonly value: bigint;
  readonly control: number;
}

/** How many of each there are, as ID_AA64DFR0_EL1 says; the last two breakpoints know contexts. */
export const BREAKPOINTS = 6;
export const WATCHPOINTS = 4;
export const CONTEXT_AWARE = 2;

/** A field of a control register. */
export const controlField = (control: number, high: number, low: number): number =>
  (control >>> low) & ((1 << (high - low + 1)) - 1);

export const isEnabled = ({ control }: DebugUnit): boolean => (control & 1) === 1;

export const linkedTo = ({ control }: DebugUnit): number => controlField(control, 19, 16);

/**
 * PMC or PAC: bit 0 for EL1, bit 1 for EL0. HMC and SSC tell security states and levels apart that
 * this machine does not have: anything but 0 there is reserved, and ours then never match.
 */
export function matchesLevel({ control }: DebugUnit, level: Level): boolean {
  if (controlField(control, 15, 13) !== 0) return false;
  return ((controlField(control, 2, 1) >> (level === 0 ? 1 : 0)) & 1) === 1;
}

/** Virtual addresses have 49 bits that count: the upper 15 are copies of bit 48, or a tag. */
export const significant = (address: bigint): bigint => BigInt.asUintN(49, address);
