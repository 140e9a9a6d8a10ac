// o2p start: copies starters to work/. o2p update: does so again for a newer course.

import type { Command } from "commander";
import { UserFault } from "../../base/fault";
import type { ExerciseRow } from "../../course/exercises/exercise";

export function register(program: Command): void {
  program
    .command("start")
    .summary("copy a chapter's exercises to work/")
    .description("Copies the starters of chapter NN (or of all chapters) to work/, which git ignores. A file that is there is left alone.")
    .argument("[NN]", "a chapter's number: 01")
    .action(async (chapter: string | undefined) => {
      const { chaptersWithExercises, EXERCISES, exercisesOf } = await import("../../course/exercises/manifest");
      const rows = chapter === undefined ? EXERCISES : exercisesOf(chapter.padStart(2, "0"));
      if (rows.length === 0) throw new UserFault(`chapter ${chapter} has no exercises; those that have: ${chaptersWithExercises().join(", ")}`);
      await copy(rows, false);
      console.log("\nNow: npx o2p learn");
    });

  program
    .command("update")
    .summary("bring work/ up to a newer course")
    .description(
      "After `git pull` (and `npm ci`): copies the starters that are new, and replaces those that you have not touched.\n" +
      "What you have written stays as it is.")
    .action(async () => {
      const { EXERCISES } = await import("../../course/exercises/manifest");
      await copy(EXERCISES, true);
    });
}

async function copy(rows: readonly ExerciseRow[], refresh: boolean): Promise<void> {
  const { WORK, workFolder } = await import("../../course/root");
  const { WorkingCopy } = await import("../../course/exercises/working-copy");
  for (const [row, what] of new WorkingCopy(workFolder()).start(rows, { refresh })) {
    console.log(`${`${WORK}/${row.file}`.padEnd(40)} ${what}`);
  }
}
