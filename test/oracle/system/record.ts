// Records test/oracle/system/recorded: what QEMU's system emulation does with every case.
//
//   npx ts-node test/oracle/system/record.ts [--class NAME]
//
// Needs qemu-system-aarch64 (Debian's qemu-system-arm), and less than a minute.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Command } from "commander";
import { casesOf, CLASS_NAMES, CLASSES, type ClassName } from "./cases/classes";
import { askedFor } from "./errata";
import { qemuOutput, qemuVersion } from "./qemu";
import { inputsHash, recordingPath, writtenRecording } from "./recording";

function record(name: ClassName, version: string): { cases: number; bytes: number } {
  const asked = casesOf(name).map((one) => askedFor(name, one));
  const { cpu } = CLASSES[name];
  const file = writtenRecording([
    `What ${version} does with the cases of the class "${name}".`,
    `Made on ${new Date().toISOString().slice(0, 10)} by: npx ts-node test/oracle/system/record.ts`,
    `qemu-system-aarch64 -machine virt -cpu ${cpu}, running test/oracle/system/harness.s`,
  ], inputsHash(asked), qemuOutput(asked, cpu));
  writeFileSync(recordingPath(name), file);
  return { cases: asked.length, bytes: file.length };
}

function main(): void {
  const { class: only } = new Command("record").option("--class <name>", "record this class only").parse().opts<{ class?: string }>();
  const version = qemuVersion();
  if (version === undefined) {
    console.error("record: qemu-system-aarch64 is needed: apt-get install qemu-system-arm");
    process.exitCode = 2;
    return;
  }
  mkdirSync(dirname(recordingPath(CLASS_NAMES[0]!)), { recursive: true });
  const counts = CLASS_NAMES.filter((name) => only === undefined || name === only).map((name) => {
    const count = record(name, version);
    console.log(`${name}: ${count.cases} cases, ${count.bytes} bytes`);
    return count;
  });
  const sum = (what: "cases" | "bytes"): number => counts.reduce((total, one) => total + one[what], 0);
  console.log(`${sum("cases")} cases, ${sum("bytes")} bytes`);
}

if (require.main === module) main();
