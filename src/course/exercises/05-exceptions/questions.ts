// What the exercises of chapter 5 ask for that is no part of the machine: graded questions.

/** What a microkernel sends to the port of a server. */
export interface Message {
  readonly port: number;
  /** 64 bits. */
  readonly word: bigint;
}

/** What a level saves of what it has interrupted. */
export interface ForeignSaved {
  readonly pc: number;
  readonly status: number;
}

/** The processor of your question, as far as exceptions concern it. */
export interface ForeignCpu {
  readonly pc: number;
  readonly status: number;
  readonly cause: number;
  /** The pairs of level 1, level 2, and so on. */
  readonly saved: readonly ForeignSaved[];
}

export type ForeignEvent =
  | { readonly kind: "exception"; readonly number: number }
  | { readonly kind: "return" };

export interface ExceptionQuestions {
  /** The message that the microkernel of your question makes of a syndrome, and of FAR_EL1. */
  passOn(esr: bigint, far: bigint): Message;
  /** The processor behind an event, or undefined if it is masked and has to wait. */
  foreignException(cpu: ForeignCpu, event: ForeignEvent): ForeignCpu | undefined;
}
