// The exception model of one CPU: what comes between two instructions, and what happens when one
// cannot be completed. The decisions are the parts'; here they meet the registers.
//
// 1. Everything that the guest can see is in the machine's memory.
// 2. The CPU asks in this order: due(), before it fetches; fetched(), of the first instruction, or
//    of every one while isStepping; executed(), behind it; take(), of whatever one of them, or the
//    instruction, found.

import type { VirtAddr } from "../../base/word";
import { type Cause, GuestException } from "../cpu/exception";
import { EVENT, NZCV, PC } from "../cpu/layout";
import type { Hint } from "../cpu/operations";
import type { ExceptionModel } from "../cpu/system";
import { IL, levelOf, type Pstate, SS } from "../sysregs/pstate";
import { slotsOf } from "../sysregs/registers";
import { savedState } from "./entry";
import { type InterruptLines, isAsserted, NO_INTERRUPTS } from "./interrupts";
import type { ExceptionParts } from "./parts";
import type { ProcessState } from "./process-state";
import { SelfDebug } from "./self-debug";
import { STANDARD_EXCEPTION_PARTS } from "./standard-parts";
import { kindOf } from "./vector";

export interface ExceptionOptions {
  readonly process: ProcessState;
  /** Has the CPU go on at an address, as a branch does. */
  readonly branchTo: (address: VirtAddr) => void;
  readonly clearExclusive: () => void;
  readonly parts?: ExceptionParts;
  /** Asked whenever an interrupt could be taken. */
  readonly lines?: () => InterruptLines;
  /** Who answers HVC in a hypervisor's place: true if it has. */
  readonly conduit?: (imm16: number) => boolean;
  /** SEV: calls every CPU's signalEvent(). */
  readonly sendEvent?: () => void;
}

const EVENT_REGISTER = 1n;
/** SCTLR_EL1.SPAN */
const SPAN = 23n;

export class Exceptions implements ExceptionModel {
  readonly #debug: SelfDebug;
  readonly #process: ProcessState;
  readonly #parts: ExceptionParts;
  readonly #options: ExceptionOptions;
  readonly #lines: () => InterruptLines;
  readonly #slots = slotsOf(
    "SCTLR_EL1", "SPSR_EL1", "ELR_EL1", "ESR_EL1", "FAR_EL1", "VBAR_EL1",
  );

  constructor(options: ExceptionOptions) {
    const { process, parts = STANDARD_EXCEPTION_PARTS, lines = () => NO_INTERRUPTS } = options;
    this.#process = process;
    this.#parts = parts;
    this.#options = options;
    this.#lines = lines;
    this.#debug = new SelfDebug(process, parts);
  }

  /** Has the registers say what happened, and the CPU go on at the handler. */
  take(cause: Cause): void {
    if (this.#isAnswered(cause)) return;
    const process = this.#process;
    const parts = this.#parts;
    const { scalars, system } = process.state;
    const { SCTLR_EL1, SPSR_EL1, ELR_EL1, ESR_EL1, FAR_EL1, VBAR_EL1 } = this.#slots;
    const found = this.#stateFound(cause);
    const { esr, far } = parts.syndromeOf(cause, levelOf(found));
    const span = Number((system[SCTLR_EL1]! >> SPAN) & 1n);

    system[SPSR_EL1] = BigInt(savedState(found, Number(scalars[NZCV])));
    system[ELR_EL1] = parts.preferredReturn(cause, scalars[PC]!);
    if (esr !== undefined) system[ESR_EL1] = esr;
    if (far !== undefined) system[FAR_EL1] = far;
    process.pstate = parts.stateAtEntry(found, span);
    this.#debug.forgetStep();
    this.#options.branchTo(parts.vectorOf(system[VBAR_EL1]!, found, kindOf(cause)));
  }

  /** ERET. Returns where it goes on. */
  exceptionReturn(): VirtAddr {
    const process = this.#process;
    const { system, scalars } = process.state;
    const spsr = Number(BigInt.asUintN(32, system[this.#slots.SPSR_EL1]!));
    const ss = this.#debug.stepBit(spsr);
    const { pstate, nzcv } = this.#parts.exceptionReturn(spsr, process.pstate, ss);
    process.pstate = pstate;
    scalars[NZCV] = BigInt(nzcv);
    this.#options.clearExclusive();
    this.signalEvent();
    return system[this.#slots.ELR_EL1]!;
  }

  /** The end of a step, or an interrupt. */
  due(): Cause | undefined {
    return this.#debug.step() ?? this.#interrupt();
  }

  asks(): boolean {
    return isAsserted(this.#lines()) || this.#debug.isAsked;
  }

  fetched(word: number): void {
    const isIllegal = (this.#process.pstate & IL) !== 0;
    const causes: Cause[] = isIllegal ? [{ kind: "illegal state" }] : [];
    const breakpoint = this.#debug.breakpoint();
    if (breakpoint !== undefined) causes.push(breakpoint);
    const cause = causes.length === 0 ? undefined : this.#parts.firstOf(causes);
    if (cause !== undefined) throw new GuestException(cause);
    this.#debug.executes(word);
  }

  get isStepping(): boolean {
    return this.#debug.isStepping;
  }

  executed(): void {
    this.#debug.executed();
  }

  /** Debug registers were written, or put back to what they were once. */
  debugChanged(): void {
    this.#debug.changed();
  }

  /** Whether watched() wants to hear of loads and stores. */
  get isWatching(): boolean {
    return this.#debug.isWatching;
  }

  /** A load or store that is allowed, and about to happen: throws if it hits a watchpoint. */
  watched(address: VirtAddr, bytes: number, write: boolean, unprivileged: boolean): void {
    this.#debug.check(address, bytes, write, unprivileged);
  }

  /** Whether `hint` finds nothing to do. Whoever may wake the CPU asks again. */
  wouldWait(hint: Hint): boolean {
    const asserted = isAsserted(this.#lines());
    const unmasked = this.#interrupt() !== undefined;
    const { levels } = this.#process.state;
    const isSet = (levels[EVENT]! & EVENT_REGISTER) !== 0n;
    const { waits, event } = this.#parts.waits(hint, isSet, { asserted, unmasked });
    levels[EVENT] = (levels[EVENT]! & ~EVENT_REGISTER) | (event ? EVENT_REGISTER : 0n);
    if (hint === "SEV") this.#options.sendEvent?.();
    return waits;
  }

  watchEnded(): void {
    this.signalEvent();
  }

  /** Sets the event register: for some CPU's SEV, or a store to what this one's monitor watches. */
  signalEvent(): void {
    this.#process.state.levels[EVENT]! |= EVENT_REGISTER;
  }

  #interrupt(): Cause | undefined {
    const lines = this.#lines();
    if (!isAsserted(lines)) return undefined;
    const kind = this.#parts.interruptTaken(lines, this.#process.pstate);
    return kind === undefined ? undefined : { kind };
  }

  /** HVC from EL1: perhaps somebody plays the hypervisor. */
  #isAnswered(cause: Cause): boolean {
    if (cause.kind !== "HVC" || levelOf(this.#process.pstate) === 0) return false;
    return this.#options.conduit?.(cause.imm16) === true;
  }

  /** What an exception finds. An HVC that is Undefined was never executed, so never stepped. */
  #stateFound({ kind }: Cause): Pstate {
    const isUndone = kind === "HVC" && this.#debug.hasStepped;
    return isUndone ? this.#process.pstate | SS : this.#process.pstate;
  }
}
