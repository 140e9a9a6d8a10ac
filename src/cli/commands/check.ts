// o2p check: what the judge says of the working copy.

import type { Command } from "commander";
import { UserFault } from "../../base/fault";
import type { ExerciseRow } from "../../course/exercises/exercise";

interface Options {
  readonly json: boolean;
  readonly list: boolean;
  readonly hint?: string;
}

export function register(program: Command): void {
  program
    .command("check")
    .summary("judge the exercises in work/")
    .description("Judges the exercises in work/, or those named. Exits with status 1 if one does not pass.")
    .argument("[id...]", "exercises: decoder/field, or field")
    .option("--json", "one array of verdicts", false)
    .option("--list", "name the exercises, and judge nothing", false)
    .option("--hint <n>", "show hint 1, 2 or 3 of the exercise named")
    .action(async (ids: readonly string[], options: Options) => {
      const { EXERCISES, exerciseCalled } = await import("../../course/exercises/manifest");
      const rows = ids.length === 0 ? EXERCISES : ids.map(exerciseCalled);
      if (options.list) list(rows);
      else if (options.hint !== undefined) hint(rows, ids, options.hint);
      else await check(rows, options.json);
    });
}

type Rows = readonly ExerciseRow[];

function list(rows: Rows): void {
  for (const { id, points, kind, title } of rows) {
    console.log(`${id.padEnd(32)} ${String(points).padStart(3)} points   ${kind.padEnd(16)} ${title}`);
  }
}

function hint([row]: Rows, ids: readonly string[], number: string): void {
  const text = row?.hints[Number(number) - 1];
  if (ids.length !== 1 || row === undefined) throw new UserFault("--hint goes with one exercise: o2p check field --hint 1");
  if (text === undefined) throw new UserFault(`there is no hint ${number}: an exercise has hints 1, 2 and 3`);
  console.log(text);
}

async function check(rows: Rows, json: boolean): Promise<void> {
  const { WORK, workFolder } = await import("../../course/root");
  const { WorkingCopy } = await import("../../course/exercises/working-copy");
  const { Checker } = await import("../../course/judge/node/check");
  const { explainVerdict, verdictLine } = await import("../../course/judge/show-verdict");

  const work = new WorkingCopy(workFolder());
  if (!work.exists) throw new UserFault(`there is no ${WORK}/ yet: run npx o2p start`);
  const files = work.read();
  const checker = new Checker();
  const verdicts = [];
  try {
    for (const row of rows) {
      const verdict = await checker.check(row, files);
      verdicts.push(verdict);
      if (!json) console.log([verdictLine(verdict), ...explainVerdict(verdict, row)].join("\n"));
    }
  } finally {
    await checker.close();
  }
  const points = verdicts.reduce((sum, verdict) => sum + verdict.points, 0);
  if (json) console.log(JSON.stringify(verdicts, undefined, 2));
  else console.log(`\n${points} of ${verdicts.reduce((sum, { outOf }) => sum + outOf, 0)} points`);
  if (verdicts.some(({ status }) => status !== "pass")) process.exitCode = 1;
}
