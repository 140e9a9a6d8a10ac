import type { Draw } from "../draw";
import type { Case, Question } from "../exercise";
import { word as hex } from "../notation";
import { decodeForeignMask, fieldsOf, wordOf } from "./foreign-masks/decode";
import { exampleWords, explainWord, maskHandout, maskText, runFor } from "./foreign-masks/handout";
import { maskSolution } from "./foreign-masks/solution";
import { drawMaskVariant, fieldWidth, type MaskVariant } from "./foreign-masks/variant";
import type { DecoderQuestions } from "./questions";

type DecodeMask = DecoderQuestions["decodeMask"];

export const foreignMasks: Question<DecodeMask, MaskVariant> = {
  show: { call: (word) => `decodeMask(${hex(word)})`, answer: maskText },
  variant: drawMaskVariant,
  handout: maskHandout,
  solution: maskSolution,
  properties: [
    { title: "decodes the examples of the handout", cases: (_draw, variant) => casesOf(variant, exampleWords(variant)) },
    {
      title: "finds the size of every cell",
      cases: (draw, variant) => casesOf(variant, cellSizes(variant).map((cell) => drawWord(draw, variant, cell, 0))),
    },
    {
      title: "turns every cell, and the other bits of the word do not matter",
      cases: (draw, variant) => casesOf(variant, cellSizes(variant).flatMap((cell) =>
        draw.times(12, () => amongOtherBits(draw, variant, drawWord(draw, variant, cell, draw.below(cell)))))),
    },
    {
      title: "treats a turn beyond its cell as the handout says",
      cases: (draw, variant) => casesOf(variant, overturned(draw, variant)),
    },
    { title: "knows what is reserved", cases: (_draw, variant) => casesOf(variant, reservedWords(variant)) },
    { title: "agrees with the reference on random words", cases: (draw, variant) => casesOf(variant, draw.times(1000, () => draw.word())) },
  ],
};

const casesOf = (variant: MaskVariant, words: readonly number[]): Case<DecodeMask>[] =>
  words.map((word) => ({ args: [word], want: decodeForeignMask(variant, word), why: explainWord(variant, fieldsOf(variant, word)) }));

/** From the largest down. */
const cellSizes = ({ largest, smallest }: MaskVariant): number[] =>
  [64, 32, 16, 8, 4, 2].filter((cell) => cell <= largest && cell >= smallest);

/** A word with that cell, that is not full, and nothing in its other bits. */
function drawWord(draw: Draw, variant: MaskVariant, cell: number, turn: number): number {
  const length = draw.below(cell - 1);
  return cell === variant.largest
    ? wordOf(variant, { big: variant.bigMeans, turn, run: length })
    : wordOf(variant, { big: 1 - variant.bigMeans, turn, run: runFor(variant, cell, length) });
}

function amongOtherBits(draw: Draw, variant: MaskVariant, word: number): number {
  const all = 2 ** fieldWidth(variant) - 1;
  const ours = wordOf(variant, { big: 1, turn: all, run: all });
  return (word | (draw.word() & ~ours)) >>> 0;
}

function overturned(draw: Draw, variant: MaskVariant): number[] {
  const smaller = cellSizes(variant).slice(1);
  return smaller.flatMap((cell) => draw.times(4, () => drawWord(draw, variant, cell, draw.between(cell, variant.largest - 1))));
}

/** Full cells, and what `run` says of cells that are too small. */
function reservedWords(variant: MaskVariant): number[] {
  const { bigMeans, largest } = variant;
  const full = cellSizes(variant).slice(1).map((cell) => wordOf(variant, { big: 1 - bigMeans, turn: 1, run: runFor(variant, cell, cell - 1) }));
  const small = Array.from({ length: largest }, (_, run) => wordOf(variant, { big: 1 - bigMeans, turn: 0, run }))
    .filter((word) => decodeForeignMask(variant, word) === undefined && !full.includes(word));
  return [wordOf(variant, { big: bigMeans, turn: 1, run: largest - 1 }), ...full, ...small];
}
