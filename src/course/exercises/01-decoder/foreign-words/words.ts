// Words of a row: what the trial asks of it, and the examples of the handout.

import { type Diagram, parseDiagram } from "../../../../machine/decoder/diagram";
import { Draw } from "../../draw";
import { rowOf } from "./decode";
import type { ForeignRow, WordsVariant } from "./variant";

export interface WordsOfRow {
  /** An instruction, its bits in parentheses as they should be. */
  readonly example: number;
  /** One that the row reserves. */
  readonly reserved: number | undefined;
}

/** Always the same words: they are part of the question. */
export function wordsOf(variant: WordsVariant, row: ForeignRow): WordsOfRow {
  const draw = new Draw(`${row.name} ${row.diagram}`);
  const diagram = parseDiagram(row.diagram);
  const isExample = (word: number): boolean => rowOf(variant.rows, word) === row && !isReserved(row, diagram, word);
  let example = drawWord(draw, diagram);
  while (!isExample(example)) example = drawWord(draw, diagram);
  return { example, reserved: row.reserved === undefined ? undefined : withReserved(row, diagram, example) };
}

/** A word of the diagram, all that should be so as it should. */
export const drawWord = (draw: Draw, { mask, value, should, shouldValue }: Diagram): number =>
  ((draw.word() & ~(mask | should)) | value | shouldValue) >>> 0;

/** `word` with each of the diagram's fields at `ends`: all zeros, only the lowest bit, only the highest, all ones. */
export function withFieldAtItsEnds({ fields }: Diagram, word: number): number[] {
  return fields.flatMap(({ shift, width }) => {
    const all = 2 ** width - 1;
    return [0, 1, 2 ** (width - 1), all].map((bits) => ((word & ~(all * 2 ** shift)) | (bits * 2 ** shift)) >>> 0);
  });
}

function isReserved({ reserved }: ForeignRow, diagram: Diagram, word: number): boolean {
  return reserved !== undefined && word === put(diagram, word, reserved.field, reserved.value);
}

export const withReserved = ({ reserved }: ForeignRow, diagram: Diagram, word: number): number =>
  reserved === undefined ? word : put(diagram, word, reserved.field, reserved.value);

function put({ fields }: Diagram, word: number, name: string, bits: number): number {
  const { shift, width } = fields.find((field) => field.name === name)!;
  return ((word & ~((2 ** width - 1) * 2 ** shift)) | (bits * 2 ** shift)) >>> 0;
}
