// A slice is a number made of some of a word's bits: a field, part of a field (imm5[4:1]), or
// several, the most significant first (immhi:immlo). Operands read slices to print, and write them
// to assemble.

import { bug } from "../../base/bug";
import type { Cube } from "./cube";
import type { Field } from "./diagram";
import type { DecoderParts } from "./parts";

export interface Slice {
  readonly width: number;
  /** The bits of the word that it is made of. */
  readonly mask: number;
  /** The slice of `word`, unsigned. */
  get(word: number): number;
  /** The words whose slice is the low `width` bits of `number`. */
  put(number: number): Cube;
}

interface Piece {
  readonly hi: number;
  readonly lo: number;
}

/** The slice called `text`: names of `fields`, perhaps with [bit] or [hi:lo], joined by colons. */
export function parseSlice(text: string, fields: readonly Field[], parts: DecoderParts): Slice {
  const pieces = [...text.matchAll(/(?:^|:)(\w+)(?:\[(\d+)(?::(\d+))?\])?/g)];
  if (pieces.map(([piece]) => piece).join("") !== text || text === "") bug(`not a slice: ${text}`);
  return sliceOf(pieces.map(([, name, hi, lo]) => pieceOf(text, fields, name!, hi, lo)), parts);
}

/** `text` is the whole slice; `lo` is missing from name[bit], and `hi` too from a bare name. */
function pieceOf(
  text: string, fields: readonly Field[], name: string, hi?: string, lo = hi,
): Piece {
  const field = fields.find((f) => f.name === name) ?? bug(`no field ${name} for ${text}`);
  const [top, bottom] = hi === undefined ? [field.width - 1, 0] : [Number(hi), Number(lo)];
  if (top >= field.width || bottom > top) bug(`${text} is wider than its field`);
  return { hi: field.shift + top, lo: field.shift + bottom };
}

function sliceOf(pieces: readonly Piece[], parts: DecoderParts): Slice {
  const widthOf = ({ hi, lo }: Piece): number => hi - lo + 1;
  const width = pieces.reduce((sum, piece) => sum + widthOf(piece), 0);
  const maskOf = (piece: Piece): number => ((2 ** widthOf(piece) - 1) * 2 ** piece.lo) >>> 0;
  const mask = pieces.reduce((all, piece) => all | maskOf(piece), 0) >>> 0;
  const [first, ...others] = pieces;
  const append = (word: number, number: number, piece: Piece): number =>
    (number << widthOf(piece)) | parts.field(word, piece.hi, piece.lo);
  return {
    width,
    mask,
    // Nearly all slices are a single piece, and read without a loop.
    get: first !== undefined && others.length === 0
      ? (word) => parts.field(word, first.hi, first.lo)
      : (word) => pieces.reduce((number, piece) => append(word, number, piece), 0) >>> 0,
    put(number) {
      let value = 0;
      let left = number;
      for (const piece of [...pieces].reverse()) {
        value = (value | (((left & (2 ** widthOf(piece) - 1)) << piece.lo) >>> 0)) >>> 0;
        left = Math.floor(left / 2 ** widthOf(piece));
      }
      return { mask, value };
    },
  };
}

/** The words whose slice has the bits of `pattern`, where x stands for either. */
export function cubeOf(slice: Slice, pattern: string): Cube {
  const fixed = pattern.replace(/[01]/g, "1").replace(/x/g, "0");
  const ones = pattern.replace(/x/g, "0");
  const wordOf = (bits: string): number => slice.put(Number.parseInt(bits, 2)).value;
  return { mask: wordOf(fixed), value: wordOf(ones) };
}
