// Self-hosted debug: a kernel that steps, stops and watches a program, or itself, by the debug
// registers (Arm ARM, "AArch64 Self-hosted Debug"). The decisions are the parts'; here they meet
// the registers.
//
// 1. Whether the last instruction was stepped is in the machine's memory, beside the event
//    register: set behind the instruction, cleared when the next exception is taken.
// 2. While MDSCR_EL1 asks for nothing, which is nearly always, all of this costs one comparison.

import type { VirtAddr } from "../../base/word";
import { type Cause, GuestException } from "../cpu/exception";
import { EVENT, PC } from "../cpu/layout";
import { levelOf, SS } from "../sysregs/pstate";
import { MDSCR_MDE, MDSCR_SS } from "./debug-control";
import { isEnabled } from "./debug-registers";
import { breakpointsOf, debugControlOf, watchpointsOf } from "./debug-view";
import type { ExceptionParts } from "./parts";
import type { ProcessState } from "./process-state";
import { isLoadExclusive, type StepState } from "./software-step";

const STEPPED = 2n;
const STEPPED_EXCLUSIVE = 4n;

export class SelfDebug {
  readonly #process: ProcessState;
  readonly #parts: ExceptionParts;
  #isAsked = false;
  /** The instruction that is being stepped, until its end. */
  #stepped: number | undefined;

  constructor(process: ProcessState, parts: ExceptionParts) {
    this.#process = process;
    this.#parts = parts;
    this.changed();
  }

  /** MDSCR_EL1 was written, or put back to what it was once. */
  changed(): void {
    this.#isAsked = (debugControlOf(this.#process).mdscr & (MDSCR_SS | MDSCR_MDE)) !== 0;
  }

  /** Whether MDSCR_EL1 asks for anything. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** Whether every instruction is to be looked at. */
  get isStepping(): boolean {
    if (!this.#isAsked) return false;
    const isStoppable = this.#isMonitored && breakpointsOf(this.#process).some(isEnabled);
    return isStoppable || this.#stepState === "active, not pending";
  }

  /** The exception behind a step; `exclusive` is undefined if no instruction was stepped. */
  step(): Cause | undefined {
    if (this.#stepState !== "active, pending") return undefined;
    const events = this.#process.state.levels[EVENT]!;
    const exclusive = this.hasStepped ? (events & STEPPED_EXCLUSIVE) !== 0n : undefined;
    return { kind: "software step", exclusive };
  }

  /** Whether the next instruction, which has been fetched, has a breakpoint. */
  breakpoint(): Cause | undefined {
    if (!this.#isMonitored) return undefined;
    const process = this.#process;
    const units = breakpointsOf(process);
    const pc = process.state.scalars[PC]!;
    const context = process.stored("CONTEXTIDR_EL1");
    const fetch = { pc, level: levelOf(process.pstate), context };
    const isAt = units.some((_, n) => this.#parts.breakpointMatches(n, units, fetch));
    return isAt ? { kind: "breakpoint", address: pc } : undefined;
  }

  /** `word` is about to be executed. */
  executes(word: number): void {
    this.#stepped = this.#stepState === "active, not pending" ? word : undefined;
  }

  /** It has been. */
  executed(): void {
    const word = this.#stepped;
    if (word === undefined) return;
    this.#stepped = undefined;
    this.#process.pstate &= ~SS;
    if (this.#stepState !== "active, pending") return;
    const exclusive = isLoadExclusive(word) ? STEPPED_EXCLUSIVE : 0n;
    this.#process.state.levels[EVENT]! |= STEPPED | exclusive;
  }

  /** PSTATE.SS behind an ERET, of what SPSR_EL1 says. */
  stepBit(spsr: number): 0 | 1 {
    if (!this.#isAsked) return 0;
    return this.#parts.stepBit(spsr, this.#process.pstate, debugControlOf(this.#process));
  }

  /** Whether the last instruction was stepped. */
  get hasStepped(): boolean {
    return (this.#process.state.levels[EVENT]! & STEPPED) !== 0n;
  }

  /** An exception is taken: what was stepped is of no interest any more. */
  forgetStep(): void {
    if (this.hasStepped) this.#process.state.levels[EVENT]! &= ~(STEPPED | STEPPED_EXCLUSIVE);
  }

  /** Whether loads and stores are to be looked at, by check(). */
  get isWatching(): boolean {
    const isOn = (debugControlOf(this.#process).mdscr & MDSCR_MDE) !== 0;
    return isOn && watchpointsOf(this.#process).some(isEnabled);
  }

  /** A load or store that is allowed, and about to happen: throws if it hits a watchpoint. */
  check(address: VirtAddr, bytes: number, write: boolean, unprivileged: boolean): void {
    if (!this.#isMonitored) return;
    const process = this.#process;
    const level = unprivileged ? 0 : 1;
    const context = process.stored("CONTEXTIDR_EL1");
    const breakpoints = breakpointsOf(process);
    for (const unit of watchpointsOf(process)) {
      const access = { address, bytes, write, level, context } as const;
      const hit = this.#parts.watchpointHit(unit, breakpoints, access);
      if (hit !== undefined) throw new GuestException({ kind: "watchpoint", address: hit, write });
    }
  }

  get #stepState(): StepState {
    if (!this.#isAsked) return "inactive";
    return this.#parts.stepState(this.#process.pstate, debugControlOf(this.#process));
  }

  /** Whether breakpoints and watchpoints count for what runs now. */
  get #isMonitored(): boolean {
    if (!this.#isAsked) return false;
    const control = debugControlOf(this.#process);
    const isOn = (control.mdscr & MDSCR_MDE) !== 0;
    return isOn && this.#parts.isDebugged(this.#process.pstate, control);
  }
}
