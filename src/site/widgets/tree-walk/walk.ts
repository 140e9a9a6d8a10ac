/**
 * How a word comes down the decode tree, said in full: each question with the rows that every answer would
 * leave, and each row of the leaf with its reason. Pure: a figure draws it, a test reads it.
 */
import { holds, overlap, type Cube } from "../../../machine/decoder/cube";
import type { Question } from "../../../machine/decoder/decode-tree";
import type { Decoder } from "../../../machine/decoder/decoder";
import type { Row } from "../../../machine/decoder/row";
import { fieldNames, inFields } from "../bit-field/fields";

export interface Step {
  /** "bits 31 to 24" */
  readonly name: string;
  readonly shift: number;
  readonly width: number;
  /** What the word has there. */
  readonly number: number;
  /** How many rows were candidates before. */
  readonly before: number;
  /** How many are left after each answer, the word's own at [number]. */
  readonly leaves: readonly number[];
}

/** A row of the leaf: whose word it is, and why not. They are asked in order, up to the one that has it. */
export type Trial =
  | { readonly row: Row; readonly fate: "claims" | "not asked" }
  /** Fixed bits of its diagram, a one for each, that the word has otherwise. */
  | { readonly row: Row; readonly fate: "differs"; readonly bits: number }
  /** Its diagram matches, and an `elsewhere` gives the word away. */
  | { readonly row: Row; readonly fate: "elsewhere"; readonly given: Cube; readonly because: string };

export interface Walk {
  readonly steps: readonly Step[];
  readonly trials: readonly Trial[];
}

export function walkOf(decoder: Decoder, word: number): Walk {
  const { questions, leaf } = decoder.path(word);
  return { steps: questions.map((question) => stepOf(question, word)), trials: trialsOf(leaf, word) };
}

/** `word` with another answer to the question of `step`. */
export function answered(word: number, { shift, width }: Step, number: number): number {
  const mask = (2 ** width - 1) * 2 ** shift;
  return ((word & ~mask) | (number * 2 ** shift)) >>> 0;
}

function stepOf(question: Question, word: number): Step {
  const { shift, mask, rows } = question;
  const width = 32 - Math.clz32(mask);
  const name = width === 1 ? `bit ${shift}` : `bits ${shift + width - 1} to ${shift}`;
  return { name, shift, width, number: (word >>> shift) & mask, before: rows.length, leaves: leavesOf(question) };
}

const counted = new WeakMap<Question, readonly number[]>();

/** For each answer, the rows that stay possible: those with a word that has it. */
function leavesOf(question: Question): readonly number[] {
  const { shift, mask, rows } = question;
  const known = counted.get(question);
  if (known) return known;
  const window = (mask << shift) >>> 0;
  const counts = Array.from({ length: mask + 1 }, (_, number) => {
    const answer = { mask: window, value: (number << shift) >>> 0 };
    return rows.filter((row) => overlap(row, answer)).length;
  });
  counted.set(question, counts);
  return counts;
}

function trialsOf(leaf: readonly Row[], word: number): readonly Trial[] {
  let isTaken = false;
  return leaf.map((row): Trial => {
    if (isTaken) return { row, fate: "not asked" };
    if (!holds(row, word)) return { row, fate: "differs", bits: ((word ^ row.value) & row.mask) >>> 0 };
    const other = row.elsewhere.find((cube) => holds(cube, word));
    if (other) return { row, fate: "elsewhere", given: other, because: inFields(row, other, fieldNames(row, other.mask)).join(" ") };
    isTaken = true;
    return { row, fate: "claims" };
  });
}

/** The bits of `mask` by number, from the left. */
export function bitsOf(mask: number): readonly number[] {
  return Array.from({ length: 32 }, (_, i) => 31 - i).filter((bit) => (mask >>> bit) & 1);
}
