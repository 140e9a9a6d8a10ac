// What the exercises of chapter 3 ask for that is no part of the machine: practice, and graded questions.

import type { Level, Pstate } from "../../../machine/sysregs/pstate";

/** The stack pointer in use, and SP_EL0 and SP_EL1 while they are not. */
export interface Stacks {
  readonly sp: bigint;
  readonly bank: readonly [SP_EL0: bigint, SP_EL1: bigint];
}

/** What a processor is to ERET. */
export interface Processor {
  readonly pc: bigint;
  readonly pstate: Pstate;
  /** N in bit 3. */
  readonly nzcv: number;
  readonly sp: bigint;
  readonly SP_EL0: bigint;
  readonly SP_EL1: bigint;
  readonly SPSR_EL1: bigint;
  readonly ELR_EL1: bigint;
}

/** A feature, and the four bits of an ID register that say whether it is there. */
export interface ClaimRow {
  readonly feature: string;
  readonly register: string;
  readonly low: number;
  readonly atLeast: number;
  readonly signed: boolean;
}

export interface Timer {
  readonly cval: bigint;
  readonly enable: 0 | 1;
  readonly imask: 0 | 1;
}

export type TimerRegister = "CVAL" | "TVAL" | "CTL";

export type TimerAccess =
  | { readonly kind: "read"; readonly register: TimerRegister }
  | { readonly kind: "write"; readonly register: TimerRegister; readonly value: bigint };

export interface TimerAfter {
  readonly timer: Timer;
  readonly read: bigint | undefined;
  readonly interrupt: boolean;
}

export interface ForeignRequest {
  readonly level: Level;
  readonly direction: "read" | "write";
  readonly number: number;
  /** What is to be written; 0 in a read. */
  readonly value: bigint;
}

export interface ForeignRegisters {
  /** What the register holds that the request is about; 0 if there is none. */
  readonly held: bigint;
  /** What the control register holds. */
  readonly control: bigint;
}

export interface ForeignAnswer {
  /** 0: it was done. */
  readonly syndrome: number;
  /** What was read, or what the register holds behind the write; 0 if it was not done. */
  readonly value: bigint;
}

export interface SystemQuestions {
  /** The word of MRS or MSR, or undefined if `register` is no name such as "S3_0_C15_C2_0". */
  systemWord(instruction: "MRS" | "MSR", register: string, Rt: number): number | undefined;
  /** The stack pointers behind a change of PSTATE. */
  switchStacks(stacks: Stacks, from: Pstate, to: Pstate): Stacks;
  /** An access to a register of the processor of your question. */
  foreignAccess(request: ForeignRequest, registers: ForeignRegisters): ForeignAnswer;
  /** The features of `rows` that the ID registers claim, in the order of the rows. */
  claims(registers: Readonly<Record<string, bigint>>, rows: readonly ClaimRow[]): readonly string[];
  /** What the processor of your question has, by its ID register. */
  foreignClaims(id: bigint): readonly string[];
  /** An access to a timer's registers, while the counter is at `count`. */
  accessTimer(timer: Timer, count: bigint, access: TimerAccess): TimerAfter;
  /** What ERET makes of a processor. */
  eret(before: Processor): Processor | "undefined";
}
