import type { Draw } from "../draw";
import type { Case, Question } from "../exercise";
import { type Call, drawEntry, drawReturn } from "./foreign-entry/calls";
import { decideEntry, fieldCalled, valueOf } from "./foreign-entry/decide";
import { answerText, callText, entryHandout, exampleCalls } from "./foreign-entry/handout";
import { entrySolution } from "./foreign-entry/solution";
import { drawEntryVariant, type EntryVariant } from "./foreign-entry/variant";
import type { ExceptionQuestions } from "./questions";

type ForeignExceptionOf = ExceptionQuestions["foreignException"];

export const foreignEntry: Question<ForeignExceptionOf, EntryVariant> = {
  show: { call: callText, answer: answerText },
  variant: drawEntryVariant,
  handout: entryHandout,
  solution: entrySolution,
  properties: [
    { title: "does what the handout shows", cases: (_draw, variant) => casesOf(variant, exampleCalls(variant)) },
    { title: "takes calls and faults", cases: (draw, variant) => entries(draw, variant, 150, (kind) => kind !== "interrupt") },
    { title: "takes interrupts, or has them wait", cases: (draw, variant) => entries(draw, variant, 200, (kind) => kind === "interrupt") },
    {
      title: "returns",
      cases: (draw, variant) => returns(draw, variant, 150, () => {
        const from = draw.between(1, variant.levels - 1);
        return [from, draw.below(from + 1)];
      }),
    },
    {
      title: "knows a wrong return",
      cases: (draw, variant) => returns(draw, variant, 120, () => {
        const from = draw.below(variant.levels);
        return from === 0 || from === 3 ? [0, draw.below(variant.levels)] : [from, draw.between(from + 1, 3)];
      }),
    },
  ],
};

const entries = (draw: Draw, variant: EntryVariant, count: number, belongs: (kind: string) => boolean): Case<ForeignExceptionOf>[] => {
  const exceptions = variant.exceptions.filter(({ kind }) => belongs(kind));
  return casesOf(variant, draw.times(count, () => drawEntry(draw, variant, draw.pick(exceptions))));
};

const returns = (draw: Draw, variant: EntryVariant, count: number, levels: () => readonly [from: number, to: number]): Case<ForeignExceptionOf>[] =>
  casesOf(variant, draw.times(count, () => drawReturn(draw, variant, ...levels())));

const casesOf = (variant: EntryVariant, calls: readonly Call[]): Case<ForeignExceptionOf>[] =>
  calls.map((args) => ({ args, want: decideEntry(variant, ...args), why: whatItIs(variant, args) }));

function whatItIs(variant: EntryVariant, [{ status, saved }, event]: Call): string {
  const level = fieldCalled(variant, "LEVEL");
  const from = valueOf(level, status);
  const to = saved[from - 1];
  if (event.kind === "return") return `at level ${from}${to === undefined ? "" : `, to level ${valueOf(level, to.status)}`}`;
  return `"${variant.exceptions.find(({ number }) => number === event.number)!.name}" at level ${from}`;
}
