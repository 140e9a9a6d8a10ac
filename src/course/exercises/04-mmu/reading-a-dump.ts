import type { Case, Question } from "../exercise";
import { faultText, address } from "./notation";
import type { MmuQuestions } from "./questions";
import { dumpHandout } from "./reading-a-dump/handout";
import { dumpSolution } from "./reading-a-dump/solution";
import { answerTo, drawDumpVariant, type DumpQuestion, type DumpVariant } from "./reading-a-dump/variant";

type ReadDump = MmuQuestions["readDump"];

export const readingADump: Question<ReadDump, DumpVariant> = {
  show: {
    call: (va, purpose, level) => `readDump(${address(va)}, "${purpose}", "${level}")`,
    answer: (answer) => (typeof answer === "number" ? address(answer) : faultText(answer)),
  },
  variant: drawDumpVariant,
  handout: dumpHandout,
  solution: dumpSolution,
  properties: [
    { title: "says where the addresses lead", cases: (_draw, variant) => casesOf(variant, (answer) => typeof answer === "number") },
    { title: "says which faults there are", cases: (_draw, variant) => casesOf(variant, (answer) => typeof answer !== "number") },
  ],
};

const casesOf = (variant: DumpVariant, belongs: (answer: ReturnType<ReadDump>) => boolean): Case<ReadDump>[] =>
  variant.questions.map(caseOf(variant)).filter(({ want }) => belongs(want));

const caseOf = (variant: DumpVariant) => (question: DumpQuestion): Case<ReadDump> =>
  ({ args: [question.va, question.purpose, question.level], want: answerTo(variant, question) });
