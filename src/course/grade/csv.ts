import type { ExerciseRow } from "../exercises/exercise";
import { printable } from "../judge/core/printable";
import type { StudentResult } from "./result";

/** One row a student, one column an exercise (its points) and one its status; RFC 4180, with a header. */
export function classCsv(results: readonly StudentResult[], rows: readonly ExerciseRow[]): string {
  const header = ["student", "points", "out of", ...rows.flatMap(({ id }) => [id, `${id} status`]), "notes"];
  const lines = results.map(({ student, points, outOf, verdicts, notes }) =>
    [student, points, outOf, ...verdicts.flatMap((verdict) => [verdict.points, verdict.status]), notes.join("; ")]);
  return [header, ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

/**
 * A spreadsheet takes a text that begins with = + - @, or with their wide forms, for a formula; an apostrophe in front
 * makes it a text. Some split cells at semicolons, tabs or line ends too, so that every such piece is a beginning.
 */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = value.replace(/(^|[;\t\r\n])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r])/g, "$1'");
  const shown = safe.replace(/[^\t\r\n]+/g, printable);
  return /[",;\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
