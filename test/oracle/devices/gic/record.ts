// Records test/oracle/devices/gic/recorded: what QEMU's interrupt controllers answer to every script.
//
//   npx ts-node test/oracle/devices/gic/record.ts
//
// Needs qemu-system-aarch64 (Debian's qemu-system-arm), and less than a minute.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { qemuVersion } from "../../system/qemu";
import { qemuAnswers } from "./qemu";
import { recordingPath, writtenRecording } from "./recording";
import { SCRIPTS } from "./scripts";

function main(): void {
  const version = qemuVersion();
  if (version === undefined) {
    console.error("record: qemu-system-aarch64 is needed: apt-get install qemu-system-arm");
    process.exitCode = 2;
    return;
  }
  for (const [name, make] of Object.entries(SCRIPTS)) {
    const asked = make();
    const file = writtenRecording(asked, qemuAnswers(asked), [
      `What ${version} answers to the script "${name}".`,
      `Made on ${new Date().toISOString().slice(0, 10)} by: npx ts-node test/oracle/devices/gic/record.ts`,
    ]);
    mkdirSync(dirname(recordingPath(name)), { recursive: true });
    writeFileSync(recordingPath(name), file);
    console.log(`${name}: ${asked.script.length} answers, ${file.length} bytes`);
  }
}

if (require.main === module) main();
