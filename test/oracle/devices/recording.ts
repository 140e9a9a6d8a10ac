// QEMU's answers, recorded for machines without QEMU: a compressed text for each device. Behind lines that say where it
// comes from, there is one a step: the step, and what QEMU answered to what it was asked in its place (step.ts).

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { UserFault } from "../../../src/base/fault";
import { textOf } from "./step";
import type { Drawn, Subject } from "./subject";

const DIRECTORY = join(__dirname, "recorded");
const RECORD = "run: npx ts-node test/oracle/devices/record.ts";

export const recordingPath = ({ name }: Subject): string => join(DIRECTORY, `${name}.gz`);

export function writtenRecording(heading: readonly string[], drawn: readonly Drawn[], answers: readonly string[]): Buffer {
  const lines = drawn.map(({ step }, i) => `${textOf(step)} = ${answers[i]}`);
  return gzipSync(`${[...heading.map((line) => `# ${line}`), ...lines].join("\n")}\n`, { level: 9 });
}

/** One answer a step. */
export function recordedAnswers(subject: Subject, drawn: readonly Drawn[]): string[] {
  const path = recordingPath(subject);
  if (!existsSync(path)) throw new UserFault(`nothing is recorded of ${subject.name}; ${RECORD}`);
  const lines = gunzipSync(readFileSync(path)).toString().slice(0, -1).split("\n").filter((line) => !line.startsWith("#"));
  const wrong = drawn.findIndex(({ step }, i) => !lines[i]?.startsWith(`${textOf(step)} = `));
  if (wrong !== -1 || lines.length !== drawn.length) throw new UserFault(`${subject.name} is not asked as it was recorded; ${RECORD}`);
  return lines.map((line) => line.slice(line.indexOf(" = ") + 3));
}
