import type { Case, Question } from "../exercise";
import { showPlain } from "../plain";
import { spoiledBy } from "./foreign-vector/decide";
import { drawException, oneByOne, withoutChanges } from "./foreign-vector/exceptions";
import { exampleExceptions, exceptionText, listText, vectorHandout } from "./foreign-vector/handout";
import { vectorSolution } from "./foreign-vector/solution";
import { drawVectorVariant, type VectorVariant } from "./foreign-vector/variant";
import type { BootQuestions, ForeignException } from "./questions";

type ForeignVector = BootQuestions["foreignVector"];

export const foreignVector: Question<ForeignVector, VectorVariant> = {
  show: {
    call: exceptionText,
    answer: (answer) => (Array.isArray(answer) && answer.every((name) => typeof name === "string") ? listText(answer) : showPlain(answer)),
  },
  variant: drawVectorVariant,
  handout: vectorHandout,
  solution: vectorSolution,
  properties: [
    { title: "does what the handout shows", cases: (_draw, variant) => casesOf(variant, exampleExceptions(variant)) },
    { title: "knows what a handler need not do anything for", cases: (_draw, variant) => casesOf(variant, withoutChanges(variant, false)) },
    { title: "knows what is lost when exceptions nest", cases: (_draw, variant) => casesOf(variant, withoutChanges(variant, true)) },
    { title: "knows what becomes of each register", cases: (_draw, variant) => casesOf(variant, oneByOne(variant)) },
    { title: "knows what is wrong, whatever a handler does", cases: (draw, variant) => casesOf(variant, draw.times(200, () => drawException(draw, variant))) },
  ],
};

const casesOf = (variant: VectorVariant, exceptions: readonly ForeignException[]): Case<ForeignVector>[] =>
  exceptions.map((exception) => ({ args: [exception], want: spoiledBy(variant, exception) }));
