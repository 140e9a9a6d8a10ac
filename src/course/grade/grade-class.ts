// Grades a class: every submission in a folder, several at a time, each student's report written as it is done.

import { createHash } from "node:crypto";
import { cpus } from "node:os";
import { UserFault } from "../../base/fault";
import type { AnyTrial, ExerciseRow } from "../exercises/exercise";
import { loadTrial } from "../exercises/load";
import { courseHash } from "./course-hash";
import { gradeStudent, type GradeSetting } from "./grade-student";
import { ReportFolder } from "./report-folder";
import { needsAnotherRun, type StudentResult } from "./result";
import { fingerprint, type SeedPolicy } from "./seed";
import { isFolder, readSubmission, type Submission, submissionsIn, twice } from "./submission";
import { EnginePool } from "./engine-pool";
import type { Sandbox } from "../sandbox/sandbox";

export interface ClassOptions {
  readonly submissions: string;
  readonly out: string;
  /** What is graded: all exercises, or some. */
  readonly rows: readonly ExerciseRow[];
  readonly seeds: SeedPolicy;
  readonly sandbox: Sandbox;
  /** Students at a time; undefined for one a processor. */
  readonly jobs?: number | undefined;
  readonly progress: (done: number, of: number, result: StudentResult) => void;
}

export interface ClassOutcome {
  readonly results: readonly StudentResult[];
  /** How many were taken over from an earlier run. */
  readonly resumed: number;
  /** Students whom our own faults left without a full verdict. */
  readonly again: readonly string[];
}

export async function gradeClass(options: ClassOptions): Promise<ClassOutcome> {
  const { submissions, out, rows, seeds, sandbox, jobs = cpus().length } = options;
  if (!isFolder(submissions)) throw new UserFault(`${submissions}: no such folder; it holds one folder or zip file a student`);
  const students = submissionsIn(submissions);
  if (students.length === 0) throw new UserFault(`${submissions}: no submission in it: one folder or zip file a student`);
  const doubled = twice(students);
  if (doubled !== undefined) throw new UserFault(`${submissions}: "${doubled}" is there twice, as a folder and as a zip file`);

  const report = new ReportFolder(out);
  const tests = fingerprint(seeds);
  const course = courseHash();
  const trials = await allTrials(rows);
  const results = new Map<string, StudentResult>();
  let resumed = 0;

  const queue = [...students];
  const work = async (): Promise<void> => {
    const pool = new EnginePool(sandbox);
    const setting: GradeSetting = { rows, trials, seeds, sandbox: sandbox.name, tests, engineFor: (row, patient) => pool.engineFor(row, patient) };
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const submission = readSubmission(next.student, next.path);
        const key = keyOf(submission, [course, tests, sandbox.name, ...rows.map(({ id }) => id)]);
        const earlier = report.earlier(next.student, key);
        const result = earlier ?? (await gradeStudent(submission, key, setting));
        if (earlier === undefined) report.write(result);
        else resumed++;
        results.set(next.student, result);
        options.progress(results.size, students.length, result);
      }
    } finally {
      await pool.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, students.length) }, work));

  const inOrder = students.map(({ student }) => results.get(student)!);
  report.writeClass(inOrder, rows);
  return { results: inOrder, resumed, again: inOrder.filter(needsAnotherRun).map(({ student }) => student) };
}

async function allTrials(rows: readonly ExerciseRow[]): Promise<Map<string, AnyTrial>> {
  const trials = new Map<string, AnyTrial>();
  for (const { id } of rows) trials.set(id, await loadTrial(id));
  return trials;
}

function keyOf({ student, files, notes }: Submission, rest: readonly string[]): string {
  const inOrder = Object.keys(files).sort().map((path) => [path, files[path]]);
  return createHash("sha256").update(JSON.stringify([student, inOrder, notes, rest])).digest("hex");
}
