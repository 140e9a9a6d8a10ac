// Records test/oracle/cpu/recorded: what QEMU's user-mode emulator does with every vector, and with 200 programs.
//
//   npx ts-node test/oracle/cpu/record.ts [--class NAME | --programs]
//
// Needs qemu-aarch64-static (Debian's qemu-user-static), and a minute.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Command } from "commander";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import type { Row } from "../../../src/machine/decoder/row";
import { changesOf } from "./changes";
import { PROGRAM_WORDS, recordedPrograms } from "./programs";
import { QEMU_CPU, qemuAnswers, qemuVersion } from "./qemu";
import { inputsHash, PROGRAMS, PROGRAMS_PATH, type RecordedRow, recordingPath, writtenRecording } from "./recording";
import { vectorsOf, window } from "./vectors";

/** What QEMU does with the vectors of `row`. */
export function recordRow(row: Row, slice = 0): RecordedRow {
  const requests = vectorsOf(row, slice);
  const answers = qemuAnswers(window(), requests);
  return {
    row: row.name,
    inputs: inputsHash(window(), requests),
    changes: answers.map((answer, i) => changesOf(requests[i]!.state, answer)),
  };
}

function recordClass(name: string, version: string): { vectors: number; bytes: number } {
  const members = standardDecoder().rows.filter((row) => row.class === name);
  const rows = members.map((row) => recordRow(row)).filter(({ changes }) => changes.length > 0);
  if (rows.length === 0) return { vectors: 0, bytes: 0 };
  const file = writtenRecording([`What instructions of the class "${name}" do, as ${version} executes them.`, ...provenance()], rows);
  writeFileSync(recordingPath(name), file);
  return { vectors: rows.reduce((sum, { changes }) => sum + changes.length, 0), bytes: file.length };
}

function recordPrograms(version: string): void {
  const programs = recordedPrograms();
  const changes = qemuAnswers(window(), programs).map((answer, i) => changesOf(programs[i]!.state, answer));
  const file = writtenRecording(
    [`How random programs of ${PROGRAM_WORDS} instructions end, as ${version} executes them.`, ...provenance()],
    [{ row: PROGRAMS, inputs: inputsHash(window(), programs), changes }]);
  writeFileSync(PROGRAMS_PATH, file);
  console.log(`${changes.length} programs, ${file.length} bytes`);
}

const provenance = (): string[] => [
  `Made on ${new Date().toISOString().slice(0, 10)} by: npx ts-node test/oracle/cpu/record.ts`,
  `qemu-aarch64-static -cpu ${QEMU_CPU}, running test/oracle/cpu/harness.s`,
];

interface Options {
  readonly class?: string;
  readonly programs: boolean;
}

function main(): void {
  const options = new Command("record")
    .option("--class <name>", "record this class only")
    .option("--programs", "record the programs only", false)
    .parse().opts<Options>();
  const version = qemuVersion();
  if (version === undefined) {
    console.error("record: qemu-aarch64-static is needed: apt-get install qemu-user-static");
    process.exitCode = 2;
    return;
  }
  mkdirSync(dirname(PROGRAMS_PATH), { recursive: true });
  if (options.class === undefined) recordPrograms(version);
  if (options.programs) return;
  const classes = new Set(standardDecoder().rows.map((row) => row.class));
  const recorded = [...classes].filter((name) => options.class === undefined || name === options.class)
    .map((name) => recordClass(name, version));
  const sum = (what: "vectors" | "bytes"): number => recorded.reduce((total, one) => total + one[what], 0);
  console.log(`${sum("vectors")} vectors, ${sum("bytes")} bytes`);
}

if (require.main === module) main();
