// What a system register is: a row of the tables in registers/. Its number and whether it is RO, WO
// or RW at all are the decoder's (decoder/tables/system-registers.ts); a row says the rest.
//
// 1. A bit that no field names is RES0.
// 2. A register without `read` is what it was written, or reset to, in the machine's memory.

import type { SystemRegisterName } from "../decoder/tables/system-registers";
import type { SystemView } from "./view";

/**
 * A field: "21" or "15:8"; the manual's name for it, or RES1, or RES0 where it is part of a
 * drawing; one sentence without a full stop; what its values mean, in binary or decimal as the
 * manual has them.
 */
export type FieldRow = readonly [
  bits: string, name: string, meaning: string, values?: Readonly<Record<string, string>>,
];

/** A field that must have this value, or EL0's access is trapped to EL1. */
export type Gate = readonly [register: SystemRegisterName, field: string, value: 0 | 1];

/** "never": Undefined. Gates: it is trapped unless one of them is open. */
export type Permission = "never" | "always" | readonly Gate[];

/**
 * What depends on a register, beside who reads it, and is told of each write. "translation" is also
 * whatever SCTLR_EL1 controls, "levels" what CPACR_EL1 does.
 */
export type Dependant = "translation" | "levels" | "debug" | "timer" | "interrupts";

export interface RegisterRow {
  /** The manual's: "System Control Register (EL1)". */
  readonly title: string;
  /** What it is for: a sentence or two. */
  readonly purpose: string;
  /** Without it, EL0 may neither read nor write. */
  readonly el0?: { readonly read: Permission; readonly write: Permission };
  /** What the machine must have; without it, there is no such register. */
  readonly needs?: "interrupt interface";
  /** Access needs floating point to be enabled (CPACR_EL1.FPEN). */
  readonly isFp?: boolean;
  /** Behind a cold reset. The manual leaves many UNKNOWN; ours are then 0. */
  readonly reset?: bigint;
  readonly fields: readonly FieldRow[];
  /** Fields that writing does not change, beside those of a register that is RO: "ISTATUS". */
  readonly readOnly?: readonly string[];
  /** In the place of what is stored. */
  readonly read?: (view: SystemView) => bigint;
  /** In the place of storing; `value` has RES0 and RES1 bits as they must be. */
  readonly write?: (view: SystemView, value: bigint) => void;
  /** Whom a write concerns. */
  readonly tells?: Dependant;
}

export type RegisterTable = Readonly<Partial<Record<SystemRegisterName, RegisterRow>>>;
