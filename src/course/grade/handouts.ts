// The graded questions as each student reads them: one Markdown file a student, drawn from the instructor's seed.

import { Draw } from "../exercises/draw";
import { loadTrial } from "../exercises/load";
import { EXERCISES } from "../exercises/manifest";
import { seedFor, type SeedPolicy } from "./seed";

/** The handout of `student`: all graded questions of the course, in order. */
export async function handoutFor(student: string, seeds: SeedPolicy): Promise<string> {
  const questions: string[] = [];
  for (const row of EXERCISES.filter(({ kind }) => kind === "graded question")) {
    const { variant, handout } = await loadTrial(row.id);
    if (variant === undefined || handout === undefined) continue;
    const text = handout(variant(new Draw(seedFor(seeds, student, row.id)).for("variant")));
    questions.push(`## ${row.title} (${row.points} points)\n\nHand in \`${row.file}\`.\n\n${text.trim()}\n`);
  }
  return [`# Questions for ${student}\n`, ...questions].join("\n");
}
