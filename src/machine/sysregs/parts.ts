// The parts of this chapter that can be replaced. Plain data goes in and comes out, except that
// verdictOn() is given a question to ask.

import type { PstateField } from "../cpu/operations";
import type { Verdict, AccessRule } from "./access";
import type { Masks } from "./field";
import type { Level, Pstate } from "./pstate";
import type { PstateWritten } from "./pstate-write";
import type { Gate } from "./register";

export interface SystemParts {
  /** value<high:low>, of 64 bits. */
  fieldOf(value: bigint, high: number, low: number): bigint;
  /** `value` with the low bits of `field` in high:low. */
  withField(value: bigint, high: number, low: number, field: bigint): bigint;
  /** What a register that held `old` holds behind a write of `value`. */
  written(old: bigint, value: bigint, masks: Masks): bigint;
  /** Whether code at `level` may read or write. `isOpen` says how a gate stands. */
  verdictOn(
    rule: AccessRule, level: Level, direction: "read" | "write", isOpen: (gate: Gate) => boolean,
  ): Verdict;
  /** MSR (immediate). `uma` is SCTLR_EL1.UMA. */
  writePstate(pstate: Pstate, field: PstateField, imm: number, uma: number): PstateWritten;
  /** The exception level whose stack pointer is in use. */
  stackPointerOf(pstate: Pstate): Level;
  /** Whether CPACR_EL1.FPEN traps floating point at `level`. */
  trapsFp(fpen: number, level: Level): boolean;
}
