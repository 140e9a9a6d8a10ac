// Judges one student's submission: every exercise, one after another.

import type { AnyTrial, ExerciseRow } from "../exercises/exercise";
import type { Engine } from "../judge/core/engine";
import { judge } from "../judge/core/judge";
import type { Verdict } from "../judge/core/verdict";
import type { StudentResult } from "./result";
import { seedFor, type SeedPolicy } from "./seed";
import type { Submission } from "./submission";

export interface GradeSetting {
  readonly rows: readonly ExerciseRow[];
  readonly trials: ReadonlyMap<string, AnyTrial>;
  readonly seeds: SeedPolicy;
  readonly sandbox: string;
  readonly tests: string;
  /** The engine for a chapter's exercises; a patient one gives the clock three times as long. */
  engineFor(row: ExerciseRow, patient: boolean): Engine;
}

export async function gradeStudent(submission: Submission, key: string, setting: GradeSetting): Promise<StudentResult> {
  const verdicts: Verdict[] = [];
  for (const row of setting.rows) verdicts.push(await verdictOn(row, submission, setting));
  return {
    student: submission.student,
    points: verdicts.reduce((sum, { points }) => sum + points, 0),
    outOf: verdicts.reduce((sum, { outOf }) => sum + outOf, 0),
    verdicts,
    notes: submission.notes,
    sandbox: setting.sandbox,
    tests: setting.tests,
    key,
  };
}

/** What depends on the machine (a fault of ours, the clock) gets a second try before it is believed. */
async function verdictOn(row: ExerciseRow, submission: Submission, setting: GradeSetting): Promise<Verdict> {
  const first = await judgeOnce(row, submission, setting, false);
  if (first.status !== "grader error" && first.status !== "timeout") return first;
  return judgeOnce(row, submission, setting, true);
}

async function judgeOnce(row: ExerciseRow, { student, files, unreadable }: Submission, setting: GradeSetting, patient: boolean): Promise<Verdict> {
  const { trials, seeds, engineFor } = setting;
  if (unreadable !== undefined) return graderError(row, unreadable);
  try {
    // Points are for what holds: a boot of each part would take seconds a student, and is for whoever wrote it to see.
    return await judge({ row, trial: trials.get(row.id)!, files, seed: seedFor(seeds, student, row.id), follow: "compiles" }, engineFor(row, patient));
  } catch (fault) {
    // A fault of ours is no student's zero, and no reason to leave the rest of the class ungraded.
    return graderError(row, `the grader failed: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

const graderError = ({ id, points }: ExerciseRow, message: string): Verdict =>
  ({ exercise: id, status: "grader error", points: 0, outOf: points, message, divergence: undefined, properties: [], printed: "" });
