// The parts of the exception model that can be replaced: what this chapter's exercises implement.
// Plain data goes in and comes out.

import type { VirtAddr } from "../../base/word";
import type { Cause } from "../cpu/exception";
import type { Hint } from "../cpu/operations";
import type { Level, Pstate } from "../sysregs/pstate";
import type { Fetch } from "./breakpoints";
import type { DebugControl } from "./debug-control";
import type { DebugUnit } from "./debug-registers";
import type { Returned } from "./exception-return";
import type { Interrupt, InterruptLines } from "./interrupts";
import type { StepState } from "./software-step";
import type { Syndrome } from "./syndrome";
import type { VectorKind } from "./vector";
import type { Waiting, WakeUp } from "./waiting";
import type { DataAccess } from "./watchpoints";

export interface ExceptionParts {
  /** ESR_EL1 and FAR_EL1 of an exception that was taken from `level`. */
  syndromeOf(cause: Cause, level: Level): Syndrome;
  /** Where the handler begins, of an exception that finds `pstate`. */
  vectorOf(vbar: bigint, pstate: Pstate, kind: VectorKind): VirtAddr;
  /** PSTATE at the handler's first instruction. `span` is SCTLR_EL1.SPAN. */
  stateAtEntry(pstate: Pstate, span: number): Pstate;
  /** ELR_EL1. `pc` is what could not be completed, or what would have been executed next. */
  preferredReturn(cause: Cause, pc: VirtAddr): VirtAddr;
  /** Whether SPSR_EL1 asks `level` for a state that it cannot return to. */
  isIllegalReturn(spsr: number, level: Level): boolean;
  /** What ERET makes of `pstate`, with `ss` for PSTATE.SS. */
  exceptionReturn(spsr: number, pstate: Pstate, ss: 0 | 1): Returned;
  /** The interrupt that is taken now, if any. */
  interruptTaken(lines: InterruptLines, pstate: Pstate): Interrupt | undefined;
  /** What a hint does, given the event register. */
  waits(hint: Hint, event: boolean, wakeUp: WakeUp): Waiting;
  /** Whether debug exceptions, but for BRK, can be taken from code that runs with `pstate`. */
  isDebugged(pstate: Pstate, control: DebugControl): boolean;
  /** Where code that runs with `pstate` stands in being stepped. */
  stepState(pstate: Pstate, control: DebugControl): StepState;
  /** PSTATE.SS behind an ERET that finds `pstate`. */
  stepBit(spsr: number, pstate: Pstate, control: DebugControl): 0 | 1;
  /** Whether breakpoint `n` of `units` stops the instruction. */
  breakpointMatches(n: number, units: readonly DebugUnit[], fetch: Fetch): boolean;
  /** The lowest byte of the access that `unit` watches, or undefined. */
  watchpointHit(
    unit: DebugUnit, breakpoints: readonly DebugUnit[], access: DataAccess,
  ): VirtAddr | undefined;
  /** What is taken, of the synchronous exceptions that one instruction asks for. */
  firstOf(causes: readonly Cause[]): Cause | undefined;
}
