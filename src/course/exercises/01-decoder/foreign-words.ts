import { type Diagram, parseDiagram } from "../../../machine/decoder/diagram";
import type { Case, Question } from "../exercise";
import { word as hex } from "../notation";
import { decodeForeignWord, rowOf } from "./foreign-words/decode";
import { drawWordsVariant } from "./foreign-words/draw";
import { exampleWords, instructionText, wordsHandout } from "./foreign-words/handout";
import { wordsSolution } from "./foreign-words/solution";
import type { ForeignRow, WordsVariant } from "./foreign-words/variant";
import { drawWord, withFieldAtItsEnds, withReserved } from "./foreign-words/words";
import type { DecoderQuestions } from "./questions";

type DecodeForeign = DecoderQuestions["decodeForeign"];

export const foreignWords: Question<DecodeForeign, WordsVariant> = {
  show: { call: (word) => `decodeForeign(${hex(word)})`, answer: instructionText },
  variant: drawWordsVariant,
  handout: wordsHandout,
  solution: wordsSolution,
  properties: [
    { title: "decodes the examples of the handout", cases: (_draw, variant) => casesOf(variant, exampleWords(variant)) },
    {
      title: "reads every field, at both of its ends",
      cases: (draw, variant) => ofEachRow(variant, (_row, diagram) => withFieldAtItsEnds(diagram, drawWord(draw, diagram))),
    },
    {
      title: "does not mind bits that should be otherwise",
      cases: (draw, variant) => ofEachRow(variant, (_row, diagram) =>
        draw.times(4, () => (drawWord(draw, diagram) ^ (draw.word() & diagram.should)) >>> 0)),
    },
    {
      title: "knows what is reserved, and what only looks like it",
      cases: (draw, variant) => ofEachRow(variant, (row, diagram) => draw.times(4, () => withReserved(row, diagram, drawWord(draw, diagram)))),
    },
    {
      title: "knows what is no instruction",
      cases: (draw, variant) => ofEachRow(variant, (_row, diagram) => eachFixedBitChanged(diagram, drawWord(draw, diagram))),
    },
    {
      title: "agrees with the reference on random words",
      cases: (draw, variant) => [
        ...ofEachRow(variant, (_row, diagram) => draw.times(40, () => drawWord(draw, diagram))),
        ...casesOf(variant, draw.times(200, () => draw.word())),
      ],
    },
  ],
};

const ofEachRow = (variant: WordsVariant, words: (row: ForeignRow, diagram: Diagram) => readonly number[]): Case<DecodeForeign>[] =>
  variant.rows.flatMap((row) => casesOf(variant, words(row, parseDiagram(row.diagram))));

const casesOf = (variant: WordsVariant, words: readonly number[]): Case<DecodeForeign>[] =>
  words.map((word) => ({ args: [word], want: decodeForeignWord(variant, word), why: explain(variant, word) }));

function eachFixedBitChanged({ mask }: Diagram, word: number): number[] {
  return Array.from({ length: 32 }, (_, bit) => 2 ** bit).filter((bit) => (mask & bit) !== 0).map((bit) => (word ^ bit) >>> 0);
}

/** Whose word it is, for the student who has come to another conclusion. */
function explain({ rows }: WordsVariant, word: number): string {
  const row = rowOf(rows, word);
  if (row === undefined) return "no diagram matches";
  const wider = rows.filter((other) => other !== row && rowOf([other], word) === other).map(({ name }) => name);
  return `${row.name}: ${row.diagram}${wider.length === 0 ? "" : `, though ${wider.join(" and ")} ${wider.length === 1 ? "matches" : "match"} too`}`;
}
