// A student's report as one HTML file: no script, nothing fetched, every text escaped.

import type { Status, Verdict } from "../judge/core/verdict";
import { printable } from "../judge/core/printable";
import type { StudentResult } from "./result";

const STYLE = `
body { font: 17px/1.5 Georgia, serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; color: #1a1a1a; background: #fdfcf9; }
h1, h2 { font-weight: 600; line-height: 1.2; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #d9d4c7; }
td:last-child, th:last-child { text-align: right; }
code, pre, dd { font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; background: #f3f0e8; padding: .7rem; }
dl { display: grid; grid-template-columns: 4rem 1fr; gap: .2rem .8rem; }
dd { margin: 0; }
.pass { color: #1c6b3c; } .other { color: #9c2b1b; } .again { color: #7a5b00; }
footer { margin-top: 3rem; color: #5c574c; font-size: 15px; }
@media (prefers-color-scheme: dark) {
  body { color: #e8e4da; background: #1b1a18; } td, th { border-color: #46423a; } pre { background: #26241f; }
  .pass { color: #7fce9c; } .other { color: #f0907f; } .again { color: #e3c163; } footer { color: #a9a395; }
}`;

export function htmlReport({ student, points, outOf, verdicts, notes, sandbox, tests }: StudentResult): string {
  const rows = verdicts.map((v) =>
    `<tr><td>${text(v.exercise)}</td><td class="${colourOf(v.status)}">${v.status}</td><td>${v.points} of ${v.outOf}</td></tr>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(student)}: ${points} of ${outOf}</title>
<style>${STYLE}</style>
<h1>${text(student)}</h1>
<p><strong>${points} of ${outOf} points</strong></p>
<table>
<tr><th>exercise</th><th>status</th><th>points</th></tr>
${rows.join("\n")}
</table>
${notes.length === 0 ? "" : `<h2>The submission</h2>\n<ul>\n${notes.map((note) => `<li><code>${text(note)}</code></li>`).join("\n")}\n</ul>`}
${verdicts.filter(({ status }) => status !== "pass").map(section).join("\n")}
<footer>Judged in: ${text(sandbox)}. Tests: ${text(tests)}.</footer>
</html>
`;
}

function section({ exercise, status, message, divergence, properties, printed }: Verdict): string {
  const { property, why, call, theirs, ours, fault } = divergence ?? {};
  return [
    `<h2>${text(exercise)}: ${status}</h2>`,
    divergence === undefined ? message === "" ? "" : `<pre>${text(message)}</pre>` : [
      `<p>The first answer that is wrong: it ${text(property ?? "")}.</p>`,
      "<dl>",
      why === undefined ? "" : `<dt>case</dt><dd>${text(why)}</dd>`,
      `<dt>call</dt><dd>${text(call ?? "")}</dd>`,
      `<dt>yours</dt><dd>${text(theirs ?? "")}</dd>`,
      fault === undefined ? "" : `<dt>fault</dt><dd>${text(fault)}</dd>`,
      `<dt>right</dt><dd>${text(ours ?? "")}</dd>`,
      "</dl>",
    ].join("\n"),
    properties.length === 0 ? "" : `<ul>\n${properties.map(({ title, state }) => `<li>${state}: it ${text(title)}</li>`).join("\n")}\n</ul>`,
    printed === "" ? "" : `<p>It printed:</p>\n<pre>${text(printed)}</pre>`,
  ].filter((part) => part !== "").join("\n");
}

const colourOf = (status: Status): string => (status === "pass" ? "pass" : status === "grader error" ? "again" : "other");

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const text = (raw: string): string => printable(raw).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
