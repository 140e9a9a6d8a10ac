/**
 * Where the boxes of a word stand and what is written under them.
 *
 *     31 30 29 28 ...                      bit numbers
 *    [ 1][ 0][ 0][ 1] ...                  boxes
 *    |sf |                                 a field's name and value, under its boxes
 *
 * 1. A line has 32 boxes, in two halves of 16: on a phone the halves stand one under the other.
 * 2. Bits of no field are fixed bits; a run of them has no name.
 */
import type { Cube } from "../../../machine/decoder/cube";
import type { Role } from "./role";

export interface WordField {
  readonly name: string;
  /** The lowest bit. */
  readonly shift: number;
  readonly width: number;
  readonly role: Role;
  /** What to write under the boxes; the name if absent. */
  readonly label?: string;
  /** What to write under that; the field's value in decimal if absent. */
  readonly note?: string;
}

/** A field's boxes, or as much of them as stands on one line. */
export interface Piece {
  readonly field: WordField | undefined;
  readonly hi: number;
  readonly lo: number;
  /** The piece that bears the name: the widest one of its field on lines of this length. */
  readonly named: boolean;
}

export function bitOf(value: bigint, bit: number): 0 | 1 {
  return (value >> BigInt(bit)) & 1n ? 1 : 0;
}

export function withBit(value: bigint, bit: number, to: 0 | 1): bigint {
  const mask = 1n << BigInt(bit);
  return to ? value | mask : value & ~mask;
}

export function valueOf(value: bigint, { shift, width }: { readonly shift: number; readonly width: number }): bigint {
  return (value >> BigInt(shift)) & ((1n << BigInt(width)) - 1n);
}

export function fieldAt(fields: readonly WordField[], bit: number): WordField | undefined {
  return fields.find(({ shift, width }) => bit >= shift && bit < shift + width);
}

/** The pieces of bits hi..lo, from the left, on lines of `columns` boxes. */
export function piecesOf(fields: readonly WordField[], hi: number, lo: number, columns: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let top = hi; top >= lo; ) {
    const field = fieldAt(fields, top);
    const next = field ? field.shift : Math.max(-1, ...fields.map((f) => f.shift + f.width - 1).filter((end) => end < top)) + 1;
    const bottom = Math.max(next, lo);
    pieces.push({ field, hi: top, lo: bottom, named: field !== undefined && isWidest(field, top, columns) });
    top = bottom - 1;
  }
  return pieces;
}

/** Whether the piece of `field` that starts at bit `hi` is the widest (the leftmost of equals) of its pieces. */
function isWidest({ shift, width }: WordField, hi: number, columns: number): boolean {
  let widest = { hi: -1, width: 0 };
  for (let top = shift + width - 1; top >= shift; ) {
    const lineEnd = Math.floor(top / columns) * columns;
    const bottom = Math.max(shift, lineEnd);
    if (top - bottom + 1 > widest.width) widest = { hi: top, width: top - bottom + 1 };
    top = bottom - 1;
  }
  return widest.hi === hi;
}

/** The 32 bits of a set of words, an x where they differ. */
export function patternOf({ mask, value }: Cube): string {
  return Array.from({ length: 32 }, (_, i) => ((mask >>> (31 - i)) & 1 ? (value >>> (31 - i)) & 1 : "x")).join("");
}

/** "0x9200 8c41": hexadecimal with a thin gap every four digits. */
export function hexOf(value: bigint, width: number): string {
  return "0x" + value.toString(16).padStart(width / 4, "0");
}
