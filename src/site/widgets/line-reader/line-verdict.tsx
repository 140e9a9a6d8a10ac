/** What became of the line: its word, or the failure that is reported, and why it is that one. */
import type { ReactNode } from "react";
import { hexOf } from "../word/word-layout";
import { reportedTries, type LineReading } from "./line-reading";

export function LineVerdict({ reading }: { readonly reading: LineReading }): ReactNode {
  return (
    <p className="line-verdict">
      <b>{verdictOf(reading)}</b> {reasonOf(reading)}
    </p>
  );
}

/** Columns are counted from 1, as a person does. */
export function verdictOf({ answer }: LineReading): string {
  return typeof answer === "number" ? `${hexOf(BigInt(answer), 32)}.` : `Column ${answer.column + 1}: ${answer.message}.`;
}

export function reasonOf(reading: LineReading): string {
  const { tries, answer } = reading;
  if (typeof answer === "number") {
    const reader = tries.at(-1)?.row.name ?? "";
    if (tries.length === 1) return `${reader} is asked first and reads the whole line, so no other is asked.`;
    return `${reader} reads the whole line; the ${tries.length - 1 === 1 ? "one" : tries.length - 1} before it shook their heads, the rest are not asked.`;
  }
  if (tries.length === 0) return "No row has a template that begins so.";
  const reported = reportedTries(reading);
  const silent = tries.filter((tried) => tried.failedAt === answer.column && !reported.includes(tried));
  const names = [...new Set(reported.map(({ row }) => row.name))];
  const whose = `Of ${tries.length} templates, ${listedNames(names)} came furthest.`;
  if (silent.length === 0) return whose;
  const others = listedNames([...new Set(silent.map(({ row }) => row.name))]);
  return `${whose} ${others} came as far with a spelling that is read but never printed, and is not worth advertising.`;
}

function listedNames(names: readonly string[]): string {
  if (names.length > 3) return `${names[0]} and ${names.length - 1} others`;
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
