/** Judges an exercise in the page, with the tests and the verdict of the command line. */
import { Draw } from "../../../course/exercises/draw";
import type { ExerciseRow } from "../../../course/exercises/exercise";
import { loadTrial } from "../../../course/exercises/load";
import { judge, PUBLIC_SEED } from "../../../course/judge/core/judge";
import type { Verdict } from "../../../course/judge/core/verdict";
import { PageEngine } from "./page-engine";
import { currentWork } from "./work-store";

const engines = new Map<string, PageEngine>();

/** One engine a page, whatever the number of its exercises. */
export function engineAt(folder: string): PageEngine {
  const engine = engines.get(folder) ?? new PageEngine(folder);
  engines.set(folder, engine);
  return engine;
}

export async function checkExercise(row: ExerciseRow, text: string, folder: string): Promise<Verdict> {
  const trial = await loadTrial(row.id);
  const files = { ...currentWork().files, [row.file]: text };
  return judge({ row, trial, files, seed: PUBLIC_SEED }, engineAt(folder));
}

/** The question of a graded exercise, in its practice variant; undefined for a part. */
export async function handoutOf(row: ExerciseRow): Promise<string | undefined> {
  const trial = await loadTrial(row.id);
  const variant = trial.variant?.(new Draw(PUBLIC_SEED).for("variant"));
  return variant === undefined ? undefined : trial.handout?.(variant);
}
