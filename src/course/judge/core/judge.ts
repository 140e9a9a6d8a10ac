// The judge: draws the cases, has them answered elsewhere, compares, and says what came of it. It needs an Engine
// for everything that touches the student's code, so that the command line and the page judge alike.

import { bug } from "../../../base/bug";
import { Draw } from "../../exercises/draw";
import type { AnyTrial, Case, ExerciseRow } from "../../exercises/exercise";
import { encode } from "./codec";
import { compare, type DrawnProperty } from "./compare";
import type { CompileRequest } from "./compile";
import { type Budget, STANDARD_BUDGET } from "./fuel";
import type { Compiled, Engine, RunOutcome, Stopped } from "./engine";
import { withBoot } from "./boot-verdict";
import type { KernelOutcome, KernelRequest } from "./kernel-messages";
import { printable } from "./printable";
import type { Status, Verdict } from "./verdict";

/** The seed of everyone who has not been given another: the public tests. */
export const PUBLIC_SEED = "practice";

export interface JudgeRequest {
  readonly row: ExerciseRow;
  readonly trial: AnyTrial;
  /** The submission: the text of each file by its path below work/, "01-decoder/field.ts". */
  readonly files: Readonly<Record<string, string>>;
  readonly seed: string;
  readonly budget?: Budget;
  /** How far a part of the unikernel is followed: whether it holds, whether it compiles, or, as always else, whether it boots. */
  readonly follow?: "holds" | "compiles" | "boots";
}

export async function judge(request: JudgeRequest, engine: Engine): Promise<Verdict> {
  const { row, files } = request;
  if (!Object.hasOwn(files, row.file)) return verdict(row, "fail", `${row.file} is missing`);
  const compiled = await engine.compile(compileRequest(row, files));
  if (compiled.kind === "stopped") return verdict(row, compiled.status, `while compiling: ${compiled.message}`);
  if (compiled.kind === "compile error") return verdict(row, "compile error", compiled.errors.map(printable).join("\n"));
  if (row.kernel === undefined) return judgeCompiled(request, compiled, engine);
  return judgeKernelPart(request, compiled, engine);
}

/** It must be in the kernel's language before it is tried; and when it holds, a kernel is built with it, and booted. */
async function judgeKernelPart(request: JudgeRequest, compiled: Compiled, engine: Engine): Promise<Verdict> {
  const { row, files, follow = "boots" } = request;
  if (follow === "holds") return judgeCompiled(request, compiled, engine);
  const looked = await engine.kernel(kernelRequest(row, files, false));
  const refused = kernelFault(row, looked);
  if (refused !== undefined) return refused;
  const judged = await judgeCompiled(request, compiled, engine);
  if (judged.status !== "pass" || follow === "compiles") return judged;
  const booted = await engine.kernel(kernelRequest(row, files, true));
  return kernelFault(row, booted) ?? (booted.kind === "booted" ? withBoot(judged, row, booted) : judged);
}

function kernelFault(row: ExerciseRow, outcome: KernelOutcome | Stopped): Verdict | undefined {
  if (outcome.kind === "stopped") return verdict(row, outcome.status, `while compiling it for the kernel: ${outcome.message}`);
  return outcome.kind === "compile error" ? verdict(row, "compile error", outcome.errors.map(printable).join("\n")) : undefined;
}

async function judgeCompiled(request: JudgeRequest, { modules }: Compiled, engine: Engine): Promise<Verdict> {
  const { row, trial, seed, budget = STANDARD_BUDGET } = request;
  const drawn = drawCases(trial, seed);
  const calls = drawn.flatMap(({ cases }) => cases.map(({ args }) => encode(args.slice(0, row.exports.through?.takes))));
  const outcome = await engine.run({ modules, entry: `work/${row.file}`, name: row.exports.name, through: row.exports.through, calls, budget });
  const printed = printable(outcome.printed);
  if (outcome.end.kind === "threw at load") return { ...verdict(row, "fail", `loading it threw: ${outcome.end.message}`), printed };

  const stopped = outcome.end.kind === "done" ? undefined : `${statusOf(outcome)}: ${outcome.end.message}`;
  const { properties, divergence } = compare(trial, drawn, outcome.replies, stopped);
  const passed = outcome.end.kind === "done" && properties.every(({ state }) => state === "holds");
  const status = passed ? "pass" : statusOf(outcome);
  const message = passed ? "" : outcome.end.kind === "done" ? divergence?.property ?? "" : outcome.end.message;
  return { ...verdict(row, status, message), points: passed ? row.points : 0, divergence: status === "grader error" ? undefined : divergence, properties, printed };
}

/** The cases of `trial`: the same for the same seed. A question's variant is drawn from it too. */
export function drawCases(trial: AnyTrial, seed: string): DrawnProperty[] {
  const draw = new Draw(seed);
  const variant = trial.variant?.(draw.for("variant"));
  return trial.properties.map(({ title, ...property }) => ({
    title,
    cases: [...(property.cases(draw.for(title), variant) as Iterable<Case>)],
  }));
}

function statusOf({ end }: RunOutcome): Status {
  return end.kind === "done" || end.kind === "threw at load" ? "fail" : end.status;
}

function compileRequest(row: ExerciseRow, files: Readonly<Record<string, string>>): CompileRequest {
  return { files: filesOf(row, files), entry: `work/${row.file}`, exports: row.exports, ...(row.kernel !== undefined && { isKernel: true }) };
}

function kernelRequest(row: ExerciseRow, files: Readonly<Record<string, string>>, boots: boolean): KernelRequest {
  return { files: filesOf(row, files), entry: `work/${row.file}`, name: row.exports.name, kernel: row.kernel ?? bug(`${row.id} is no part of the kernel`), boots };
}

/** A submission may be a whole working copy; an exercise sees the files of its chapter. */
function filesOf(row: ExerciseRow, files: Readonly<Record<string, string>>): Record<string, string> {
  const chapter = row.file.split("/")[0]!;
  const ofChapter = Object.entries(files).filter(([path]) => path.startsWith(`${chapter}/`));
  return Object.fromEntries(ofChapter.map(([path, text]) => [`work/${path}`, text]));
}

function verdict(row: ExerciseRow, status: Status, message: string): Verdict {
  return {
    exercise: row.id, status, points: 0, outOf: row.points, message: printable(message), divergence: undefined, properties: [], printed: "",
  };
}
