// o2p grade: a class's submissions, each in its sandbox, into one report a student and one table.

import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Command } from "commander";
import { UserFault } from "../../base/fault";

interface SeedOptions {
  readonly seed?: string;
  readonly seedFile?: string;
}

interface ClassCommand extends SeedOptions {
  readonly out: string;
  readonly variants: boolean;
  readonly unsafe: boolean;
  readonly jobs?: string;
  readonly only?: readonly string[];
}

const MAX_JOBS = 64;

export function register(program: Command): void {
  const grade = program.command("grade").summary("grade a class").description("Grades other people's code, in a sandbox.");

  grade
    .command("class")
    .summary("grade every submission in a folder")
    .description(
      "Grades each folder and zip file in SUBMISSIONS. In REPORT: class.csv, one row a student, and for each student\n" +
      "report.md, report.html and result.json. A run that was interrupted goes on where it was.")
    .argument("<submissions>", "a folder that holds one folder or zip file a student")
    .requiredOption("--out <report>", "the folder to write to")
    .option("--seed <text>", "your secret: the tests are the public properties on inputs drawn from it")
    .option("--seed-file <file>", "a file that holds it, so that it stands on no command line")
    .option("--variants", "each student has inputs and graded questions of their own (needs a seed)", false)
    .option("--only <id...>", "grade these exercises, and no others")
    .option("--jobs <n>", "students at a time (default: one a processor)")
    .option("--unsafe", "grade without a sandbox where there is none", false)
    .action(gradeClassCommand);

  grade
    .command("handouts")
    .summary("write each student's graded questions")
    .description("For `grade class --variants`: one Markdown file for each student named in STUDENTS (one a line).")
    .argument("<students>", "a text file: one student a line, named as their submission will be")
    .requiredOption("--out <folder>", "the folder to write to")
    .option("--seed <text>", "your secret")
    .option("--seed-file <file>", "a file that holds it")
    .action(handoutsCommand);
}

async function gradeClassCommand(submissions: string, options: ClassCommand): Promise<void> {
  const { EXERCISES, exerciseCalled } = await import("../../course/exercises/manifest");
  const { chooseSandbox } = await import("../../course/sandbox/choose");
  const { gradeClass } = await import("../../course/grade/grade-class");
  const { Progress } = await import("../../course/grade/progress");
  const { skippedIn } = await import("../../course/grade/submission");
  const secret = await secretOf(options);
  if (options.variants && secret === undefined) throw new UserFault("--variants needs --seed or --seed-file: variants are drawn from your secret");
  checkReportFolder(options.out, submissions);
  const progress = new Progress(process.stderr);
  const { results, resumed, again } = await gradeClass({
    submissions, out: options.out, rows: options.only?.map(exerciseCalled) ?? EXERCISES, seeds: { secret, variants: options.variants },
    sandbox: chooseSandbox({ unsafe: options.unsafe }),
    jobs: jobsOf(options.jobs),
    progress: (done, of, result) => progress.show(done, of, result),
  });
  progress.end();
  for (const name of skippedIn(submissions)) console.error(`o2p: skipped ${JSON.stringify(name)}: neither a folder nor a .zip file`);
  console.log(`${results.length} students (${resumed} from an earlier run), in ${results[0]?.sandbox}: ${options.out}/class.csv`);
  if (again.length > 0) {
    console.error(`o2p: the grader failed on ${again.length}: run the same command again for ${again.join(", ")}`);
    process.exitCode = 1;
  }
}

/** A report among the submissions would be graded the next time. */
function checkReportFolder(out: string, submissions: string): void {
  if (!statSync(submissions, { throwIfNoEntry: false })?.isDirectory()) throw new UserFault(`${submissions}: no such folder`);
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory() === false) throw new UserFault(`${out}: is a file; --out names a folder`);
  if (!relative(resolve(submissions), resolve(out)).startsWith("..")) throw new UserFault(`${out}: lies in the submissions; choose a folder outside ${submissions}`);
}

async function handoutsCommand(students: string, { out, ...options }: SeedOptions & { readonly out: string }): Promise<void> {
  const { mkdirSync, writeFileSync } = await import("node:fs");
  const { join } = await import("node:path");
  const { handoutFor } = await import("../../course/grade/handouts");
  const { fileName } = await import("../../course/grade/report-folder");
  const { readInput, withReasons } = await import("../input");
  const secret = await secretOf(options);
  if (secret === undefined) throw new UserFault("handouts need --seed or --seed-file: variants are drawn from your secret");
  const names = new TextDecoder().decode(readInput(students)).split(/\r?\n/).map((name) => name.trim()).filter((name) => name !== "");
  withReasons(out, () => mkdirSync(out, { recursive: true }));
  for (const name of names) {
    const text = await handoutFor(name, { secret, variants: true });
    withReasons(out, () => writeFileSync(join(out, `${fileName(name)}.md`), text));
  }
  console.log(`${names.length} handouts: ${out}`);
}

async function secretOf({ seed, seedFile }: SeedOptions): Promise<string | undefined> {
  if (seedFile === undefined) return seed;
  const { readInput } = await import("../input");
  const text = new TextDecoder().decode(readInput(seedFile)).trim();
  if (text === "") throw new UserFault(`${seedFile}: the seed is empty`);
  return text;
}

function jobsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MAX_JOBS) throw new UserFault(`--jobs ${text}: a number from 1 to ${MAX_JOBS}`);
  return jobs;
}
