import type { ExerciseRow } from "../exercises/exercise";
import type { StudentResult } from "./result";

/** One row a student, one column an exercise (its points) and one its status; RFC 4180, with a header. */
export function classCsv(results: readonly StudentResult[], rows: readonly ExerciseRow[]): string {
  const header = ["student", "points", "out of", ...rows.flatMap(({ id }) => [id, `${id} status`]), "notes"];
  const lines = results.map(({ student, points, outOf, verdicts, notes }) =>
    [student, points, outOf, ...verdicts.flatMap((verdict) => [verdict.points, verdict.status]), notes.join("; ")]);
  return [header, ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

/** A spreadsheet takes a text that begins with = + - @ for a formula; an apostrophe in front makes it a text. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
