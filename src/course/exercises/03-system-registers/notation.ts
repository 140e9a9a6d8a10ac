// How this chapter's calls and answers are written.

import type { Pstate } from "../../../machine/sysregs/pstate";
import { showPlain } from "../plain";

/** 0x30d00800, without leading zeros; what is no unsigned number is shown as it is. */
export const hex = (value: bigint | number): string =>
  (typeof value === "bigint" && value >= 0n) || (Number.isInteger(value) && Number(value) >= 0) ? `0x${value.toString(16)}` : showPlain(value);

const PARTS = [[23, "UAO"], [22, "PAN"], [21, "SS"], [20, "IL"], [9, "D"], [8, "A"], [7, "I"], [6, "F"]] as const;
/** The level in bits 3:2, SP in bit 0. */
const LEVELS: Readonly<Record<number, string>> = { 0b0000: "EL0", 0b0100: "EL1, SP_EL0", 0b0101: "EL1, SP_EL1" };

/** "0x3c5 (EL1, SP_EL1; D A I F)" */
export function pstateText(pstate: Pstate): string {
  const level = LEVELS[pstate & 0b1101];
  if (!Number.isInteger(pstate) || pstate < 0 || level === undefined) return hex(pstate);
  const set = PARTS.filter(([bit]) => (pstate >> bit) & 1).map(([, name]) => name);
  return `${hex(pstate)} (${[level, ...(set.length === 0 ? [] : [set.join(" ")])].join("; ")})`;
}
