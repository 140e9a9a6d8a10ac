// A whole program as the front end hands it on: what is reached from its start, and nothing else.
// The optimizer makes other functions of its functions; the interpreter runs the initializers,
// which fills the data; the back end and the linker make an image of the rest.

import type { Shape } from "../../formats/objects/layout";
import type { IrFunction } from "./function";

/** A class, in the order of its number; a class's heirs follow it. */
export interface ClassInfo {
  readonly name: string;
  readonly shape: Shape;
  /** Bytes of an instance, header and all. */
  readonly size: number;
  /** The number of the last class derived from it; its own if there is none. */
  readonly lastHeir: number;
  /** Of an instance, for each word from its start, whether it is a reference. */
  readonly references: readonly boolean[];
}

/** A variable of a module. */
export interface Global {
  readonly symbol: string;
  readonly isReference: boolean;
  /** Whether anything but its initializer writes to it. */
  readonly isConstant: boolean;
}

/** Bytes with a symbol, before they have an address. */
export interface Datum {
  readonly symbol: string;
  readonly section: ".rodata" | ".data" | ".bss";
  /** A power of 2. */
  readonly alignment: number;
  /** Of .bss, its size alone counts. */
  readonly bytes: Uint8Array;
  readonly relocations: readonly DataRelocation[];
}

/** The word at `offset` is the address of `symbol` and `addend`. */
export interface DataRelocation {
  readonly offset: number;
  readonly symbol: string;
  readonly addend: number;
}

export interface Program {
  readonly functions: readonly IrFunction[];
  /**
   * In the order in which they run, at compile time; each is also among `functions`. They take and
   * give nothing.
   */
  readonly initializers: readonly string[];
  readonly globals: readonly Global[];
  readonly classes: readonly ClassInfo[];
  /** String literals, dispatch tables: known without running anything. */
  readonly data: readonly Datum[];
  /** The program's `start`. */
  readonly start: string;
  /** The sources, for the size report and the listing: path to text. */
  readonly sources: ReadonlyMap<string, string>;
}

