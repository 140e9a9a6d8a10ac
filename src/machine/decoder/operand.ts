// An operand of an assembler template: bits of the word on one side, text on the other.

import type { Cube } from "./cube";
import type { Scanner } from "./scanner";

/** Where an instruction stands, for the operands that depend on it. */
export interface Site {
  /** The instruction's address; undefined for a word on its own, whose labels print as offsets. */
  readonly pc: bigint | undefined;
  /** What to print behind an address, e.g. "<main+0x10>". */
  readonly symbolise?: (target: bigint) => string | undefined;
  /** The value of a symbol, for the assembler. Undefined: no such symbol. */
  readonly lookup?: (name: string) => bigint | undefined;
}

export const NOWHERE: Site = { pc: undefined };

export interface Operand {
  /** The bits of the word that it decides. */
  readonly mask: number;
  /** The operand's text; undefined where the bits are reserved. */
  print(word: number, site: Site): string | undefined;
  /**
   * Reads the operand's text; `soFar` holds what the operands to its left have decided. Fails
   * through text.fail().
   */
  parse(text: Scanner, soFar: Cube, site: Site): Cube | undefined;
  /** What the bits are when an optional operand is left out. */
  readonly whenAbsent?: Cube;
}
