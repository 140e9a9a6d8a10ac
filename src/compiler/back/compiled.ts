// What the back end makes of a function: words of code with holes that the linker fills, and what
// the tables beside the code say of it.

import type { Place } from "../ir/function";

/** How the word at `offset` takes in the address of `symbol`, by the Arm ELF ABI's names. */
export type CodeRelocationKind =
  | "CALL26"               // bl, b: a signed 26-bit count of words from here
  | "ADR_PREL_PG_HI21"     // adrp: the page
  | "ADD_ABS_LO12_NC"      // add: the offset in the page
  | "ADR_PREL_LO21"        // adr: a signed count of bytes from here
  | "LD_PREL_LO19";        // ldr: a signed 19-bit count of words from here

export interface CodeRelocation {
  /** In bytes from the function's start. */
  readonly offset: number;
  readonly kind: CodeRelocationKind;
  readonly symbol: string;
}

/** A return address, and where an exception goes on that comes back through it; in bytes. */
export interface Handler {
  readonly returnsTo: number;
  readonly handler: number;
}

export interface CompiledFunction {
  readonly symbol: string;
  readonly title: string;
  /** Where it stands in the source. What its first instruction comes from may have been inlined. */
  readonly at: Place;
  readonly words: Uint32Array;
  readonly relocations: readonly CodeRelocation[];
  /** From `offset` bytes on, until the next, code is of this place. The first is at 0. */
  readonly lines: readonly { readonly offset: number; readonly at: Place }[];
  /**
   * Bytes that the prologue takes off SP, FP and LR among them; FP points to the pair, at SP behind
   * the prologue. 0: a leaf without a frame.
   */
  readonly frameBytes: number;
  /** The prologue's end, in bytes: there FP is set. */
  readonly prologueBytes: number;
  /** Where callee-saved registers are in the frame: register number, and offset from FP. */
  readonly saved: readonly { readonly register: number; readonly offset: number }[];
  readonly handlers: readonly Handler[];
  /**
   * Code that raises a trap where there is no frame: its first instruction puts FP and LR onto the
   * stack. In bytes; in order.
   */
  readonly stubs?: readonly { readonly begin: number; readonly end: number }[];
  /** Nobody calls it: a backtrace ends here. */
  readonly isOutermost?: boolean;
}
