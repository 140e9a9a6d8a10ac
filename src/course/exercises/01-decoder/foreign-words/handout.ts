// The question as the student reads it, made from the variant alone.

import { word as hex } from "../../notation";
import { showPlain } from "../../plain";
import type { ForeignInstruction } from "../questions";
import { decodeForeignWord } from "./decode";
import { wordsOf } from "./words";
import type { ForeignOperand, ForeignRow, WordsVariant } from "./variant";

const SIGNED: Readonly<Record<WordsVariant["signedness"], readonly string[]>> = {
  "two's complement": ["In a signed operand the highest bit counts negative, as in A64: of 3 bits, 011 is 3, 100 is -4, 111 is -1."],
  excess: [
    "A signed operand is kept as its value plus half of what its bits can count: of 3 bits, 000 is -4, 100 is 0,",
    "111 is 3.",
  ],
  zigzag: [
    "A signed operand goes to and fro around zero: of 3 bits, 000 is 0, 001 is -1, 010 is 1, 011 is -2, and so on",
    "to 110, which is 3, and 111, which is -4.",
  ],
};

export function wordsHandout(variant: WordsVariant): string {
  const { computer, rows, signedness } = variant;
  const widest = Math.max(...rows.map(({ diagram }) => diagram.length));
  return [
    `The ${computer} is a computer that was never built. Its instructions have 32 bits, and these are all of them:`,
    "",
    ...rows.map((row) => `    ${row.name}   ${row.diagram.padEnd(widest)}   ${operandsText(row)}`),
    "",
    "The diagrams are written as in chapter 1, from bit 31 down: a run of 0s and 1s is fixed, a name is a field of one",
    "bit, a name:width a field of that many. Bits in parentheses should be so; a word that has them otherwise is the",
    "same instruction.",
    "",
    "1. Where two diagrams match a word, the one with more fixed bits has it.",
    "2. \"hi:lo\" is the two fields side by side, hi above lo. \"*4\" means that the operand is 4 times what its bits say.",
    ...SIGNED[signedness].map((line, i) => (i === 0 ? `3. ${line}` : `   ${line}`)),
    "4. A word is no instruction if no diagram matches it, or if the row that has it reserves it:",
    ...rows.flatMap(({ name, reserved }) => (reserved === undefined ? [] : [`   ${name} reserves ${reserved.field} = ${reserved.value}.`])),
    "",
    "Write `decodeForeign(word)`: the name of the instruction and its operands, by name; or undefined if the word is no",
    "instruction. For example:",
    "",
    ...exampleWords(variant).map((word) => `    decodeForeign(${hex(word)})   ${instructionText(decodeForeignWord(variant, word))}`),
  ].join("\n");
}

/** One word of each row, and one that is no instruction. */
export function exampleWords(variant: WordsVariant): number[] {
  const examples = variant.rows.map((row) => wordsOf(variant, row).example);
  return [...examples, wordsOf(variant, variant.rows.find(({ reserved }) => reserved !== undefined)!).reserved!];
}

/** { name: "tak", operands: { rd: 3, imm: -5 } } */
export const instructionText = (instruction: ForeignInstruction | undefined): string =>
  instruction === undefined ? "undefined" : showPlain(instruction);

const operandsText = ({ operands }: ForeignRow): string => operands.map(operandText).join(", ") || "no operands";

function operandText({ name, slice, signed, scale }: ForeignOperand): string {
  const from = name === slice ? name : `${name} = ${slice}`;
  return [from, ...(signed ? ["signed"] : []), ...(scale === 1 ? [] : [`*${scale}`])].join(" ");
}
