// QEMU's reports, recorded for machines without QEMU: a compressed file for each class. Lines of text say where it comes
// from, and what QEMU was asked; behind an empty line follows what the harness wrote (harness.s).
//
// 1. The cases are not in it: the generators make them anew. Their hash is, and the harness's, so that answers to other
//    questions are refused.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { UserFault } from "../../../src/base/fault";
import { type Case, casesFile } from "./case";
import type { ClassName } from "./cases/classes";
import { harnessImage } from "./harness";

const DIRECTORY = join(__dirname, "recorded");
const RECORD = "run: npx ts-node test/oracle/system/record.ts";

export const recordingPath = (name: ClassName): string => join(DIRECTORY, `${name}.gz`);

/** Of everything that QEMU is told. */
export const inputsHash = (asked: readonly Case[]): string =>
  createHash("sha256").update(harnessImage()).update(casesFile(asked)).digest("hex").slice(0, 16);

export function writtenRecording(heading: readonly string[], inputs: string, output: Uint8Array): Buffer {
  const lines = [...heading.map((line) => `# ${line}`), `inputs ${inputs}`];
  return gzipSync(Buffer.concat([Buffer.from(`${lines.join("\n")}\n\n`), output]), { level: 9 });
}

/** What the harness wrote, of the cases of `name`. */
export function recordedOutput(name: ClassName, asked: readonly Case[]): Uint8Array {
  const path = recordingPath(name);
  if (!existsSync(path)) throw new UserFault(`nothing is recorded of the class ${name}; ${RECORD}`);
  const bytes = gunzipSync(readFileSync(path));
  const end = bytes.indexOf("\n\n");
  const inputs = /^inputs (\w+)$/m.exec(bytes.subarray(0, end).toString())?.[1];
  if (inputs !== inputsHash(asked)) throw new UserFault(`the class ${name} is not asked as it was recorded; ${RECORD}`);
  return new Uint8Array(bytes.subarray(end + 2));
}
