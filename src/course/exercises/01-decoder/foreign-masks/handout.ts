// The question as the student reads it, made from the variant alone.

import { bits, register, word as hex } from "../../notation";
import { cellOf, decodeForeignMask, type MaskFields, wordOf } from "./decode";
import { fieldWidth, type MaskVariant } from "./variant";

/** The words that the handout decodes as examples: one of each larger cell, one reserved. */
export function exampleWords(variant: MaskVariant): number[] {
  const { bigMeans, largest } = variant;
  const examples: MaskFields[] = [
    { big: bigMeans, turn: 3, run: 6 },
    { big: 1 - bigMeans, turn: 1, run: runFor(variant, largest / 2, 4) },
    { big: 1 - bigMeans, turn: 2, run: runFor(variant, 8, 2) },
    { big: 1 - bigMeans, turn: 0, run: runFor(variant, 8, 7) },
  ];
  return examples.map((fields) => wordOf(variant, fields));
}

/** The `run` of a cell that is not the largest, and of a length less one. */
export function runFor(variant: MaskVariant, cell: number, length: number): number {
  const markers = Math.log2(variant.largest / cell) - 1;
  const size = markersText(variant, markers).padEnd(fieldWidth(variant), "0").slice(0, fieldWidth(variant));
  return Number.parseInt(size, 2) + length;
}

/** What stands in front of the length: markers, and the bit that ends them. */
const markersText = ({ marker }: MaskVariant, markers: number): string => `${String(marker).repeat(markers)}${1 - marker}`;

export function maskHandout(variant: MaskVariant): string {
  const { computer, counts, end, direction, overturned } = variant;
  const opposite = direction === "left" ? "right" : "left";
  const other = counts === "ones" ? "zeros" : "ones";
  return [
    `The ${computer} is a computer that was never built. Its registers have 64 bits, its instructions 32, and some of`,
    "them carry a mask: a cell of bits, copied until the register is full. Three fields of the word say which:",
    "",
    ...indented(fieldRows(variant)),
    "",
    "No other bit of the word has to do with the mask. `big` and the first bits of `run` give the size of the cell:",
    "",
    ...indented(sizeRows(variant)),
    "",
    "Everything else is reserved.",
    "",
    `1. The x's of \`run\`, read as a number, plus one, are how many ${counts} the cell has. The others are ${other}.`,
    `   A cell of nothing but ${counts} is reserved.`,
    `2. The ones stand side by side, at the ${end} end of the cell.`,
    `3. Then the cell is turned to the ${direction} by \`turn\` places: what leaves it on the ${direction} comes in on the ${opposite}.`,
    overturned === "reserved" ? "   A `turn` as large as the cell, or larger, is reserved."
      : "   A `turn` as large as the cell, or larger, goes around more than once; it is allowed.",
    "",
    "Write `decodeMask(word)`: the mask as a bigint of 64 bits, or undefined where it is reserved. For example:",
    "",
    ...indented(exampleWords(variant).map((word) => `decodeMask(${hex(word)})   ${maskText(decodeForeignMask(variant, word))}`)),
  ].join("\n");
}

export const maskText = (mask: bigint | undefined): string => (mask === undefined ? "undefined (reserved)" : register(mask, 64));

/** "big=0 turn=00011 run=01110: a cell of 8": what the student is told of a word. */
export function explainWord(variant: MaskVariant, fields: MaskFields): string {
  const width = fieldWidth(variant);
  const binary = (value: number, wide: number): string => bits(value, wide).slice(2);
  const cell = cellOf(variant, fields);
  return `big=${fields.big} turn=${binary(fields.turn, width)} run=${binary(fields.run, width)}: `
    + (cell < variant.smallest ? "no cell" : `a cell of ${cell}`);
}

function fieldRows(variant: MaskVariant): string[] {
  const width = fieldWidth(variant);
  const rows = [
    { at: variant.bigAt, text: `word<${variant.bigAt}>`, name: "big" },
    { at: variant.turnAt, text: `word<${variant.turnAt + width - 1}:${variant.turnAt}>`, name: "turn" },
    { at: variant.runAt, text: `word<${variant.runAt + width - 1}:${variant.runAt}>`, name: "run" },
  ];
  return rows.sort((a, b) => b.at - a.at).map(({ text, name }) => `${text.padEnd(14)}${name}`);
}

function sizeRows(variant: MaskVariant): string[] {
  const { largest, smallest, bigMeans } = variant;
  const width = fieldWidth(variant);
  const rows = [`${bigMeans}    ${"x".repeat(width)}     ${String(largest).padStart(2)}`];
  for (let cell = largest / 2, markers = 0; cell >= smallest; cell /= 2, markers++) {
    rows.push(`${1 - bigMeans}    ${markersText(variant, markers).padEnd(width, "x")}     ${String(cell).padStart(2)}`);
  }
  return [`big  ${"run".padEnd(width)}   cell`, ...rows];
}

/** Four spaces: code, in Markdown and to the eye. */
const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
