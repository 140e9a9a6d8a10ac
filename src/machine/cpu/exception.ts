// What can end an instruction before its time. In this chapter whoever runs the CPU gets the cause;
// chapter 5 makes a syndrome of it and takes the exception.

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
    }
  | { readonly kind: "instruction abort"; readonly address: VirtAddr; readonly fault: Fault }
  | { readonly kind: "PC alignment"; readonly address: VirtAddr }
  | { readonly kind: "SP alignment" };

/**
 * The guest's fault inside an instruction. Semantics let it pass; only the CPU's loop catches it.
 */
export class GuestException extends Error {
  override readonly name = "GuestException";
  override readonly cause: Cause;

  constructor(cause: Cause) {
    super(causeText(cause));
    this.cause = cause;
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
    case "SP alignment": return "SP alignment";
  }
}

const faultText = (fault: Fault): string => `${fault.kind} fault`;
