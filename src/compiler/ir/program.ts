// A whole program as the front end hands it on: what is reached from its start, and nothing else.
// The optimizer makes other functions of its functions; the interpreter runs the initializers,
// which fills the data; the back end and the linker make an image of the rest.

import type { Shape } from "../../formats/objects/layout";
import type { IrFunction, Place } from "./function";

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
  /** Whether it may be thrown, so that somebody may want its name. */
  readonly isThrown?: boolean;
  /** For each word, whether nothing writes to it but what makes an instance. */
  readonly fixed?: readonly boolean[];
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

/** A function of assembly text. */
export interface AssemblyFunction {
  readonly symbol: string;
  readonly title: string;
  readonly text: string;
  /** What the text calls it, to the symbol that it means. */
  readonly uses: Readonly<Record<string, string>>;
  readonly at: Place;
  /** The line of the source in which the text begins, if it is of a source. */
  readonly textLine?: number;
  /** Of its first byte, if more than a function needs: a power of 2. */
  readonly alignment?: number;
  /** Nobody calls it: a backtrace ends here. */
  readonly isOutermost?: boolean;
}

export interface Program {
  readonly functions: readonly IrFunction[];
  /** Functions whose bodies are assembly. */
  readonly assembly: readonly AssemblyFunction[];
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

