// A student's report as Markdown. Everything a student can have written stands in code spans or indented code, where
// it is text and nothing else.

import type { Verdict } from "../judge/core/verdict";
import { printable } from "../judge/core/printable";
import type { StudentResult } from "./result";

export function markdownReport(result: StudentResult): string {
  const { student, points, outOf, verdicts, notes, sandbox, tests } = result;
  const rows = verdicts.map(({ exercise, status, points: got, outOf: of }) => `| ${exercise} | ${status} | ${got} of ${of} |`);
  return [
    `# ${span(student)}`, "",
    `**${points} of ${outOf} points**`, "",
    "| exercise | status | points |", "|---|---|---|", ...rows, "",
    ...(notes.length === 0 ? [] : ["## The submission", "", ...notes.map((note) => `- ${span(note)}`), ""]),
    ...verdicts.filter(({ status }) => status !== "pass").flatMap(section),
    `Judged in: ${sandbox}. Tests: ${tests}.`, "",
  ].join("\n");
}

function section({ exercise, status, message, divergence, properties, printed }: Verdict): string[] {
  const lines = [`## ${exercise}: ${status}`, ""];
  if (divergence !== undefined) {
    lines.push(
      `The first answer that is wrong: "it ${divergence.property}".`, "",
      ...(divergence.why === undefined ? [] : [`- case: ${span(divergence.why)}`]),
      `- call: ${span(divergence.call)}`, `- yours: ${span(divergence.theirs)}`,
      ...(divergence.fault === undefined ? [] : [`- fault: ${span(divergence.fault)}`]),
      `- right: ${span(divergence.ours)}`, "",
    );
  } else if (message !== "") {
    lines.push(...indented(message), "");
  }
  for (const { title, state } of properties) lines.push(`- ${state}: it ${title}`);
  if (properties.length > 0) lines.push("");
  if (printed !== "") lines.push("It printed:", "", ...indented(printed), "");
  return lines;
}

const indented = (text: string): string[] => text.trimEnd().split("\n").map((line) => `    ${line}`);

/** `text` in a code span: fenced by one backtick more than it has in a row. */
function span(text: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const line = printable(text).replace(/\s+/g, " ");
  return line.startsWith("`") || line.endsWith("`") || line === "" ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}
