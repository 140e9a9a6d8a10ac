// QEMU's answers, recorded for machines without QEMU: a compressed file for each class of the table. Lines of text
// say where it comes from, then what is in it, a row a line; behind an empty line follow the changes (changes.ts) of
// all vectors of all rows. Another file holds programs.
//
//   # ...
//   ADD (immediate)<tab>600 vectors<tab>5120 bytes<tab>inputs 0123456789abcdef
//
// 1. Inputs are not in it: vectors.ts makes them anew. Their hash is, so that answers to other questions are refused.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { UserFault } from "../../../src/base/fault";
import { endOfChanges } from "./changes";
import type { Request } from "./qemu";

const DIRECTORY = join(__dirname, "recorded");

export interface RecordedRow {
  readonly row: string;
  /** Of the vectors that were asked (inputsHash). */
  readonly inputs: string;
  /** One for each vector. */
  readonly changes: readonly Uint8Array[];
}

const RECORD = "run: npx ts-node test/oracle/cpu/record.ts";

const slugOf = (className: string): string =>
  className.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** The file of the recording of `className`. */
export const recordingPath = (className: string): string => join(DIRECTORY, `${slugOf(className)}.gz`);

/** The file of the recorded programs, which has one row, PROGRAMS. */
export const PROGRAMS_PATH = join(DIRECTORY, "programs.gz");
export const PROGRAMS = "programs";

/** The files of all classes. */
export const recordedFiles = (): string[] =>
  readdirSync(DIRECTORY).map((file) => join(DIRECTORY, file)).filter((path) => path.endsWith(".gz") && path !== PROGRAMS_PATH);

/** Of everything that QEMU is told. */
export function inputsHash(window: Uint8Array, requests: readonly Request[]): string {
  const hash = createHash("sha256").update(window);
  for (const { words, state } of requests) hash.update(Uint32Array.from(words)).update(state.bytes);
  return hash.digest("hex").slice(0, 16);
}

export function writtenRecording(heading: readonly string[], rows: readonly RecordedRow[]): Buffer {
  const size = (row: RecordedRow): number => row.changes.reduce((sum, { length }) => sum + length, 0);
  const lines = [
    ...heading.map((line) => `# ${line}`),
    ...rows.map((row) => `${row.row}\t${row.changes.length} vectors\t${size(row)} bytes\tinputs ${row.inputs}`),
  ];
  return gzipSync(Buffer.concat([Buffer.from(`${lines.join("\n")}\n\n`), ...rows.flatMap((row) => row.changes)]), { level: 9 });
}

export function readRecording(path: string): { readonly heading: readonly string[]; readonly rows: readonly RecordedRow[] } {
  const bytes = new Uint8Array(gunzipSync(readFileSync(path)));
  const end = Buffer.from(bytes.buffer).indexOf("\n\n");
  const lines = Buffer.from(bytes.subarray(0, end)).toString().split("\n");
  let at = end + 2;
  const rows = lines.filter((line) => !line.startsWith("#")).map((line) => {
    const [, row, count, inputs] = /^(.+)\t(\d+) vectors\t\d+ bytes\tinputs (\w+)$/.exec(line) ?? [];
    if (row === undefined) throw new UserFault(`${path}: cannot read the line "${line}"; ${RECORD}`);
    const changes = Array.from({ length: Number(count) }, () => {
      const start = at;
      at = endOfChanges(bytes, start);
      return bytes.subarray(start, at);
    });
    return { row, inputs: inputs!, changes };
  });
  return { heading: lines.filter((line) => line.startsWith("#")), rows };
}

/** The names of the rows that are recorded of `className`. */
export function recordedNames(className: string): readonly string[] {
  const path = recordingPath(className);
  if (!existsSync(path)) return [];
  const bytes = gunzipSync(readFileSync(path));
  const lines = bytes.subarray(0, bytes.indexOf("\n\n")).toString().split("\n");
  return lines.filter((line) => !line.startsWith("#")).map((line) => line.slice(0, line.indexOf("\t")));
}

const read = new Map<string, readonly RecordedRow[]>();

/** What is recorded in `path` of the row `name`; throws UserFault if it is not, or of other vectors. */
export function recordedChanges(path: string, name: string, inputs: string): readonly Uint8Array[] {
  const rows = read.get(path) ?? (existsSync(path) ? readRecording(path).rows : []);
  read.set(path, rows);
  const found = rows.find(({ row }) => row === name);
  if (found === undefined) throw new UserFault(`nothing is recorded of ${name}; ${RECORD}`);
  if (found.inputs !== inputs) throw new UserFault(`${name} is not tried as it was recorded; ${RECORD}`);
  return found.changes;
}
