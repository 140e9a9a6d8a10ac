// QEMU's answers, recorded for machines without QEMU: a compressed file for each script. Lines of text say where it comes
// from and what was asked, by a hash; behind an empty line follow nine bytes an answer.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { UserFault } from "../../../../src/base/fault";
import type { Answer, Asked } from "./operation";
import { qemuInputs } from "./qemu";

const DIRECTORY = join(__dirname, "recorded");
const ANSWER_BYTES = 9;
const RECORD = "run: npx ts-node test/oracle/devices/gic/record.ts";

export const recordingPath = (name: string): string => join(DIRECTORY, `${name}.gz`);

/** Of everything that QEMU is told. */
function inputsHash(asked: Asked): string {
  const { image, steps } = qemuInputs(asked);
  return createHash("sha256").update(image).update(steps).digest("hex").slice(0, 16);
}

export function writtenRecording(asked: Asked, answers: readonly Answer[], heading: readonly string[]): Buffer {
  const view = new DataView(new ArrayBuffer(ANSWER_BYTES * answers.length));
  answers.forEach(({ value, pins }, i) => {
    view.setBigUint64(ANSWER_BYTES * i, value, true);
    view.setUint8(ANSWER_BYTES * i + 8, pins);
  });
  const lines = [...heading.map((line) => `# ${line}`), `inputs ${inputsHash(asked)}`];
  return gzipSync(Buffer.concat([Buffer.from(`${lines.join("\n")}\n\n`), Buffer.from(view.buffer)]), { level: 9 });
}

export function recordedAnswers(name: string, asked: Asked): Answer[] {
  const path = recordingPath(name);
  if (!existsSync(path)) throw new UserFault(`nothing is recorded of the script ${name}; ${RECORD}`);
  const bytes = gunzipSync(readFileSync(path));
  const end = bytes.indexOf("\n\n");
  const inputs = /^inputs (\w+)$/m.exec(bytes.subarray(0, end).toString())?.[1];
  if (inputs !== inputsHash(asked)) throw new UserFault(`the script ${name} does not ask what was recorded; ${RECORD}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset + end + 2);
  return asked.script.map((_, i) => ({
    value: view.getBigUint64(ANSWER_BYTES * i, true), pins: view.getUint8(ANSWER_BYTES * i + 8),
  }));
}
