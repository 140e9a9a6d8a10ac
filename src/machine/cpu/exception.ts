// What can end an instruction before its time, or come between two. In this chapter whoever runs
// the CPU gets the cause; chapter 5 makes a syndrome of it and takes the exception.

import { hex, hex32, type VirtAddr } from "../../base/word";

/** Why an address cannot be used. Chapter 4's walk adds a level to most. */
export type Fault =
  | {
      readonly kind: "translation" | "access flag" | "permission" | "address size";
      readonly level: number;
    }
  | { readonly kind: "alignment" }
  | { readonly kind: "external"; readonly level?: number };

export type Cause =
  | { readonly kind: "undefined"; readonly word: number }
  | { readonly kind: "SVC" | "HVC" | "SMC" | "BRK" | "HLT"; readonly imm16: number }
  | {
      readonly kind: "data abort";
      readonly address: VirtAddr;
      readonly write: boolean;
      readonly fault: Fault;
      /** A cache or address-translation instruction asked: ESR_EL1's CM. */
      readonly maintenance?: boolean;
    }
  | { readonly kind: "instruction abort"; readonly address: VirtAddr; readonly fault: Fault }
  | { readonly kind: "PC alignment"; readonly address: VirtAddr }
  | { readonly kind: "SP alignment" }
  /** Chapter 3's: a control of EL1's forbids what the instruction asks for. */
  | { readonly kind: "trapped access" | "trapped FP" | "trapped wait"; readonly word: number }
  /** Chapter 5's: PSTATE.IL is set, so no instruction may be executed. */
  | { readonly kind: "illegal state" }
  | { readonly kind: "IRQ" | "FIQ" | "SError" }
  | { readonly kind: "breakpoint"; readonly address: VirtAddr }
  | { readonly kind: "watchpoint"; readonly address: VirtAddr; readonly write: boolean;
      readonly maintenance?: boolean }
  /** `exclusive`: what was stepped was a load-exclusive; undefined: nothing was. */
  | { readonly kind: "software step"; readonly exclusive: boolean | undefined };

/**
 * The guest's fault inside an instruction. Semantics let it pass; only the CPU's loop catches it.
 * It is no Error: for the host it is nothing unusual, and Error would write down the host's stack,
 * which takes longer than all the rest of a page fault.
 */
export class GuestException {
  readonly cause: Cause;

  constructor(cause: Cause) {
    this.cause = cause;
  }

  get message(): string {
    return causeText(this.cause);
  }
}

/** One line: "data abort: no translation at 0x10". */
export function causeText(cause: Cause): string {
  switch (cause.kind) {
    case "undefined": return `undefined instruction ${hex32(cause.word)}`;
    case "SVC": case "HVC": case "SMC": case "BRK": case "HLT":
      return `${cause.kind} #${hex(cause.imm16)}`;
    case "data abort":
      return `data abort: ${cause.write ? "write" : "read"}, ${faultText(cause.fault)} `
        + `at ${hex(cause.address)}`;
    case "instruction abort":
      return `instruction abort: ${faultText(cause.fault)} at ${hex(cause.address)}`;
    case "PC alignment": return `PC alignment: ${hex(cause.address)}`;
    case "trapped access": case "trapped FP": case "trapped wait":
      return `${cause.kind} ${hex32(cause.word)}`;
    case "breakpoint": return `breakpoint at ${hex(cause.address)}`;
    case "watchpoint":
      return `watchpoint: ${cause.write ? "write" : "read"} at ${hex(cause.address)}`;
    case "SP alignment": case "illegal state": case "software step":
    case "IRQ": case "FIQ": case "SError":
      return cause.kind;
  }
}

const faultText = (fault: Fault): string => `${fault.kind} fault`;
