// Records test/oracle/devices/virtio/recorded: what QEMU's virtio devices answer to each script.
//
//   npx ts-node test/oracle/devices/virtio/record.ts
//
// Needs qemu-system-aarch64 (Debian's qemu-system-arm), and half a minute.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { qemuVersion } from "../../system/qemu";
import { qemuAnswers } from "./qemu";
import { recordingPath, writtenRecording } from "./recording";
import { recordedScript } from "./scripts";
import { SUBJECTS } from "./subjects";

async function main(): Promise<void> {
  const version = qemuVersion();
  if (version === undefined) {
    console.error("record: qemu-system-aarch64 is needed: apt-get install qemu-system-arm");
    process.exitCode = 2;
    return;
  }
  for (const subject of SUBJECTS) {
    const { steps, accesses, requests } = recordedScript(subject);
    const file = writtenRecording([
      `What ${version} does with the script for virtio's ${subject.name}: ${accesses} accesses, ${requests} requests.`,
      `Made on ${new Date().toISOString().slice(0, 10)} by: npx ts-node test/oracle/devices/virtio/record.ts`,
      `qemu-system-aarch64 -machine virt -global virtio-mmio.force-legacy=false, through qtest`,
    ], steps, await qemuAnswers(subject, steps));
    mkdirSync(dirname(recordingPath(subject.name)), { recursive: true });
    writeFileSync(recordingPath(subject.name), file);
    console.log(`${subject.name}: ${accesses} accesses, ${requests} requests, ${file.length} bytes`);
  }
}

if (require.main === module) void main();
