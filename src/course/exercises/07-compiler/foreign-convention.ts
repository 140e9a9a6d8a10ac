import type { Case, Question } from "../exercise";
import { showPlain } from "../plain";
import { drawBytes, drawMany, drawPairs, drawParameters } from "./foreign-convention/calls";
import { placesOf } from "./foreign-convention/decide";
import { conventionHandout, exampleLists } from "./foreign-convention/handout";
import { conventionSolution } from "./foreign-convention/solution";
import { type ConventionVariant, drawConventionVariant } from "./foreign-convention/variant";
import type { CompilerQuestions, ParameterType } from "./questions";

type Passed = CompilerQuestions["passed"];

export const foreignConvention: Question<Passed, ConventionVariant> = {
  show: {
    call: (parameters) => `passed([${parameters.join(", ")}])`,
    answer: (answer) => (Array.isArray(answer) ? answer.join(", ") : showPlain(answer)),
  },
  variant: drawConventionVariant,
  handout: conventionHandout,
  solution: conventionSolution,
  properties: [
    { title: "does what the handout shows", cases: (_draw, variant) => casesOf(variant, exampleLists(variant)) },
    { title: "passes a few", cases: (draw, variant) => casesOf(variant, draw.times(100, () => drawParameters(draw, draw.between(1, 6)))) },
    { title: "passes pairs", cases: (draw, variant) => casesOf(variant, draw.times(150, () => drawPairs(draw))) },
    { title: "passes more than there is room for", cases: (draw, variant) => casesOf(variant, draw.times(150, () => drawMany(draw))) },
    { title: "passes bytes on the stack", cases: (draw, variant) => casesOf(variant, draw.times(100, () => drawBytes(draw))) },
  ],
};

const casesOf = (variant: ConventionVariant, lists: readonly (readonly ParameterType[])[]): Case<Passed>[] =>
  lists.map((parameters) => ({ args: [parameters], want: placesOf(variant, parameters) }));
