// `npm run weave`: holds the text against the code. Exit status 1 if they part.
//   --update   record anew what the text's commands print
//   --quick    everything but running the commands
// In CI (the environment variable CI is set) a command that needs a missing program is a fault, not a remark.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { UserFault } from "../base/fault";
import { HOUSE } from "../course/house";
import { checkCourse } from "../course/weave/check";
import { coverageFaults, coverageOf } from "../course/weave/coverage";
import { coverageReport } from "../course/weave/report";
import { runTranscripts } from "../course/weave/run-transcripts";
import { courseVocabulary } from "../site/vocabulary";

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== "--update" && arg !== "--quick");
  if (unknown !== undefined) throw new UserFault(`npm run weave has no option ${unknown}; it has --update and --quick`);
  const course = { root: join(__dirname, "../.."), house: HOUSE };
  const vocabulary = courseVocabulary();
  let check = checkCourse(course, vocabulary);

  if (!args.includes("--quick")) {
    const update = args.includes("--update");
    const outcome = await runTranscripts(course, check.runs, { update, strict: process.env["CI"] !== undefined });
    if (update) {
      const left = check.faults.filter((fault) => /\/transcripts\/[^/]*\.txt$/.test(fault.file));
      for (const { file } of left) rmSync(join(course.root, file));
      check = checkCourse(course, vocabulary);
    }
    const { ran, unchanged, recorded, lacking, faults } = outcome;
    process.stdout.write(`transcripts: ${ran} run, ${unchanged} unchanged since their last run, ${recorded} recorded\n`);
    for (const { command, program } of lacking) process.stdout.write(`  not run, for want of ${program}: ${command}\n`);
    check = { ...check, faults: [...check.faults.filter((f) => !faults.some((g) => g.file === f.file && g.line === f.line)), ...faults] };
  }

  const coverage = coverageOf(course, check.quotes);
  process.stdout.write(`\n${coverageReport(coverage)}\n`);
  const faults = [...check.faults, ...coverageFaults(course, coverage)];
  for (const fault of faults) process.stderr.write(`${fault.message}\n`);
  if (faults.length > 0) process.stderr.write(`${faults.length} ${faults.length === 1 ? "fault" : "faults"}\n`);
  return faults.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (status) => { process.exitCode = status; },
  (fault: unknown) => {
    if (!(fault instanceof UserFault)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 2;
  },
);
