// A verdict as lines of text, for a terminal.

import type { ExerciseRow } from "../exercises/exercise";
import { BOOTS } from "./core/boot-verdict";
import type { Verdict } from "./core/verdict";

/** "decoder/field   fail   0 of 5". */
export function verdictLine({ exercise, status, points, outOf }: Verdict): string {
  return `${exercise.padEnd(32)} ${status.padEnd(14)} ${String(points).padStart(3)} of ${outOf}`;
}

/** What is wrong, indented; of a pass, what it has booted, if anything. */
export function explainVerdict({ status, message, divergence, properties, printed }: Verdict, row: ExerciseRow): string[] {
  const lines: string[] = [];
  if (divergence !== undefined) {
    lines.push(
      `wrong at  "${divergence.property}"`,
      ...(divergence.why === undefined ? [] : [`case      ${divergence.why}`]),
      `call      ${divergence.call}`,
      `yours     ${divergence.theirs}`,
      ...(divergence.fault === undefined ? [] : [`fault     ${divergence.fault}`]),
      `right     ${divergence.ours}`,
    );
  } else if (message !== "") {
    lines.push(...message.split("\n"));
  }
  const boot = properties.find(({ title }) => title.startsWith(BOOTS));
  if (status === "pass" && boot !== undefined) lines.push(`kernel    ${boot.title}`);
  const held = properties.filter(({ state }) => state === "holds").length;
  if (status !== "pass" && properties.length > 0) lines.push(`holds     ${held} of ${properties.length} properties`);
  if (printed !== "") lines.push(...printed.trimEnd().split("\n").map((line) => `printed   ${line}`));
  if (status !== "pass") lines.push(`task      ${row.task}`, `read      ${sectionUrl(row)}`);
  return lines.map((line) => `  ${line}`);
}

/** The page, as `npm start` serves it: Docusaurus drops the numbers that order files. */
export function sectionUrl({ section }: ExerciseRow): string {
  return `http://localhost:3000/${section.split("/").map((step) => step.replace(/^\d+-/, "")).join("/")}`;
}
