// What the interrupt controllers of QEMU and of our machine are asked, step by step. Behind each step stands what was
// read, and what the CPU that asked finds in ISR_EL1: whether it is being interrupted.

import type { SystemRegisterName } from "../../../../src/machine/decoder/tables/system-registers";

/** A line that software can have go up and down: two of the CPU's own, and two that all CPUs share. */
export const LINES = ["CNTV", "CNTP", "PL011", "PL031"] as const;
export type LineName = (typeof LINES)[number];

export type Step =
  | { readonly kind: "read"; readonly bytes: 1 | 2 | 4 | 8; readonly address: number }
  | { readonly kind: "write"; readonly bytes: 1 | 2 | 4 | 8; readonly address: number; readonly value: bigint }
  | { readonly kind: "mrs"; readonly register: SystemRegisterName }
  | { readonly kind: "msr"; readonly register: SystemRegisterName; readonly value: bigint }
  | { readonly kind: "line"; readonly line: LineName; readonly isHigh: boolean }
  | { readonly kind: "look" };

export interface Operation {
  readonly cpu: number;
  readonly step: Step;
}

export interface Answer {
  /** What was read; 0 of a write; REFUSED where an exception was taken. */
  readonly value: bigint;
  /** ISR_EL1: bit 7 is IRQ, bit 6 FIQ. */
  readonly pins: number;
}

export const REFUSED = 0xdead_dead_dead_deadn;

export type Script = readonly Operation[];

export interface Asked {
  readonly version: 2 | 3;
  readonly cpus: 1 | 2;
  readonly script: Script;
}

const hex = (value: bigint | number): string => `0x${value.toString(16)}`;

/** In words, for a difference's report. */
export function describe({ cpu, step }: Operation): string {
  switch (step.kind) {
    case "read": return `CPU ${cpu} reads ${step.bytes} at ${hex(step.address)}`;
    case "write": return `CPU ${cpu} writes ${step.bytes} at ${hex(step.address)}: ${hex(step.value)}`;
    case "mrs": return `CPU ${cpu} reads ${step.register}`;
    case "msr": return `CPU ${cpu} writes ${step.register}: ${hex(step.value)}`;
    case "line": return `CPU ${cpu} has ${step.line} go ${step.isHigh ? "up" : "down"}`;
    case "look": return `CPU ${cpu} looks`;
  }
}
