import type { Case, Question } from "../exercise";
import type { BootQuestions } from "./questions";
import { planOf } from "./reading-an-entry/decide";
import { drawEntry, type Entry } from "./reading-an-entry/entries";
import { entryHandout, entryText, exampleEntries, planText } from "./reading-an-entry/handout";
import { entrySolution } from "./reading-an-entry/solution";
import { drawEntryVariant, type EntryVariant } from "./reading-an-entry/variant";

type PlanEntry = BootQuestions["planEntry"];

export const readingAnEntry: Question<PlanEntry, EntryVariant> = {
  show: { call: entryText, answer: planText },
  variant: drawEntryVariant,
  handout: entryHandout,
  solution: entrySolution,
  properties: [
    { title: "does what the handout shows", cases: (_draw, variant) => casesOf(variant, exampleEntries(variant)) },
    { title: "sees where it is at EL1", cases: (draw, variant) => casesOf(variant, draw.times(80, () => drawEntry(draw, variant, 1, 0))) },
    { title: "goes down from EL2", cases: (draw, variant) => casesOf(variant, draw.times(200, () => drawEntry(draw, variant, 2, 0))) },
    { title: "refuses, and goes on where it does not ask", cases: (draw, variant) => casesOf(variant, draw.times(150, () => drawEntry(draw, variant, pick(draw), 1))) },
    { title: "says of several things the first", cases: (draw, variant) => casesOf(variant, draw.times(150, () => drawEntry(draw, variant, pick(draw), draw.between(2, 5)))) },
  ],
};

const pick = (draw: { pick<T>(from: readonly T[]): T }): 1 | 2 => draw.pick([1, 2] as const);

const casesOf = (variant: EntryVariant, entries: readonly Entry[]): Case<PlanEntry>[] =>
  entries.map((entry) => ({ args: entry, want: planOf(variant, ...entry) }));
