import type { Case, Question } from "../exercise";
import { showPlain } from "../plain";
import { codeOf } from "./foreign-stack/decide";
import { bytesText, exampleTrees, stackHandout, treeText } from "./foreign-stack/handout";
import { stackSolution } from "./foreign-stack/solution";
import { borders, drawTree, numbers, single, variables } from "./foreign-stack/trees";
import { drawStackVariant, type StackVariant } from "./foreign-stack/variant";
import type { ForeignTree, SpeedQuestions } from "./questions";

type ForeignStack = SpeedQuestions["foreignStack"];

const isByte = (it: unknown): boolean => typeof it === "number" && Number.isInteger(it) && it >= 0 && it < 256;

export const foreignStack: Question<ForeignStack, StackVariant> = {
  show: {
    call: (tree) => `foreignStack(${treeText(tree)})`,
    answer: (answer) => (Array.isArray(answer) && answer.every(isByte) ? bytesText(answer) : showPlain(answer)),
  },
  variant: drawStackVariant,
  handout: stackHandout,
  solution: stackSolution,
  properties: [
    { title: "does what the handout shows", cases: (_draw, variant) => casesOf(variant, exampleTrees(variant)) },
    { title: "knows which numbers are in an instruction", cases: (_draw, variant) => casesOf(variant, borders(variant)) },
    { title: "writes numbers as the machine reads them", cases: (_draw, variant) => casesOf(variant, [...numbers(), ...variables()]) },
    { title: "puts operands on the stack in the machine's order", cases: (_draw, variant) => casesOf(variant, single(variant)) },
    { title: "writes whole trees", cases: (draw, variant) => casesOf(variant, draw.times(200, () => drawTree(draw, variant, 4))) },
  ],
};

const casesOf = (variant: StackVariant, trees: readonly ForeignTree[]): Case<ForeignStack>[] =>
  trees.map((tree) => ({ args: [tree], want: codeOf(variant, tree) }));
