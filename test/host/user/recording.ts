// What QEMU answered: recorded/NAME.txt, a case each.
//
//   # what it is, of which QEMU and package
//   status 0
//   -- standard output
//   ...
//   -- standard error
//   ...

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProgramCase } from "./cases";
import type { Outcome } from "./outcome";

const pathOf = ({ name }: ProgramCase): string => join(__dirname, "recorded", `${name.replaceAll(" ", "-")}.txt`);

const STDOUT = "-- standard output\n";
const STDERR = "-- standard error\n";

export function writeRecording(each: ProgramCase, provenance: string, { stdout, stderr, status }: Outcome): void {
  writeFileSync(pathOf(each), `# ${provenance}\nstatus ${status}\n${STDOUT}${stdout}${STDERR}${stderr}`, "latin1");
}

export function readRecording(each: ProgramCase): Outcome {
  const text = readFileSync(pathOf(each), "latin1");
  const [stdoutAt, stderrAt] = [text.indexOf(STDOUT), text.lastIndexOf(STDERR)];
  return {
    status: Number(/^status (\d+)$/m.exec(text)![1]),
    stdout: text.slice(stdoutAt + STDOUT.length, stderrAt),
    stderr: text.slice(stderrAt + STDERR.length),
  };
}
