// A linked program: every section at its address, every symbol with a value. The writers of the ELF
// file and of the flat image read this.

import type { CompiledFunction } from "../back/compiled";

export interface LinkedSection {
  readonly name: ".text" | ".rodata" | ".data" | ".bss";
  readonly address: bigint;
  /** Of .bss, as many as it has bytes, all zero. */
  readonly bytes: Uint8Array;
}

export interface LinkedSymbol {
  readonly name: string;
  readonly address: bigint;
  readonly size: number;
  readonly section: LinkedSection["name"] | undefined;
  readonly isFunction: boolean;
}

/** Who starts moves it away, before it clears. */
export interface Overlay {
  /** From the image's first byte. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export interface PlacedFunction {
  readonly address: bigint;
  readonly compiled: CompiledFunction;
}

export interface Linked {
  /** Where the image's first byte goes; execution starts there. */
  readonly base: bigint;
  readonly sections: readonly LinkedSection[];
  /** What stands in the image file where nothing of the program is, or .bss will be. */
  readonly overlay: readonly Overlay[];
  readonly symbols: readonly LinkedSymbol[];
  /** In the order of their addresses. */
  readonly functions: readonly PlacedFunction[];
  /** The end of what the program needs of memory: stack and heap are behind .bss. */
  readonly end: bigint;
}
