// The instruction that a word is, by the table of a variant: the reference.

import { parseDiagram } from "../../../../machine/decoder/diagram";
import { field } from "../../../../machine/decoder/field";
import type { ForeignInstruction } from "../questions";
import type { ForeignOperand, ForeignRow, Signedness, WordsVariant } from "./variant";

export function decodeForeignWord({ rows, signedness }: WordsVariant, word: number): ForeignInstruction | undefined {
  const row = rowOf(rows, word);
  if (row === undefined) return undefined;
  if (row.reserved !== undefined && sliceOf(row, word, row.reserved.field) === row.reserved.value) return undefined;
  return { name: row.name, operands: Object.fromEntries(row.operands.map((operand) => [operand.name, valueOf(row, word, operand, signedness)])) };
}

/** The row whose word it is, reserved or not: of those that match, the one with most fixed bits. */
export function rowOf(rows: readonly ForeignRow[], word: number): ForeignRow | undefined {
  const matching = rows.filter(({ diagram }) => {
    const { mask, value } = parseDiagram(diagram);
    return (word & mask) >>> 0 === value;
  });
  return matching.sort((a, b) => fixedBits(b) - fixedBits(a))[0];
}

export const fixedBits = ({ diagram }: ForeignRow): number =>
  diagram.split(" ").filter((token) => /^[01]+$/.test(token)).join("").length;

function valueOf(row: ForeignRow, word: number, { slice, width, signed, scale }: ForeignOperand, signedness: Signedness): number {
  const bits = sliceOf(row, word, slice);
  return scale * (signed ? signedValue(bits, width, signedness) : bits);
}

/** The fields of `slice` side by side, the first one highest. */
export function sliceOf(row: ForeignRow, word: number, slice: string): number {
  const { fields } = parseDiagram(row.diagram);
  return slice.split(":").reduce((high, name) => {
    const { shift, width } = fields.find((each) => each.name === name)!;
    return high * 2 ** width + field(word, shift + width - 1, shift);
  }, 0);
}

function signedValue(bits: number, width: number, signedness: Signedness): number {
  switch (signedness) {
    case "two's complement": return bits >= 2 ** (width - 1) ? bits - 2 ** width : bits;
    case "excess":           return bits - 2 ** (width - 1);
    case "zigzag":           return bits % 2 === 0 ? bits / 2 : -(bits + 1) / 2;
  }
}
