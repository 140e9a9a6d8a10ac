// QEMU's answers, recorded for machines without QEMU: a compressed file a device. Lines that begin with # say where they
// come from; one names the hash of what was asked, so that answers to other questions are refused; then an answer a line.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { UserFault } from "../../../../src/base/fault";
import { asks, type Step, textOf } from "./step";

const RECORD = "run: npx ts-node test/oracle/devices/virtio/record.ts";

export const recordingPath = (name: string): string => join(__dirname, "recorded", `${name}.gz`);

const hashOf = (steps: readonly Step[]): string =>
  createHash("sha256").update(steps.map(textOf).join("\n")).digest("hex").slice(0, 16);

export function writtenRecording(heading: readonly string[], steps: readonly Step[], answers: readonly string[]): Buffer {
  const asked = answers.filter((_, i) => asks(steps[i]!));
  return gzipSync([...heading.map((line) => `# ${line}`), `steps ${hashOf(steps)}`, ...asked, ""].join("\n"), { level: 9 });
}

/** One answer a step, "" where nothing was asked. */
export function recordedAnswers(name: string, steps: readonly Step[]): string[] {
  const path = recordingPath(name);
  if (!existsSync(path)) throw new UserFault(`nothing is recorded of ${name}; ${RECORD}`);
  const lines = gunzipSync(readFileSync(path)).toString("latin1").split("\n").filter((line) => !line.startsWith("#"));
  if (lines.shift() !== `steps ${hashOf(steps)}`) throw new UserFault(`${name} is not asked as it was recorded; ${RECORD}`);
  return steps.map((step) => asks(step) ? lines.shift()! : "");
}
