// Records what QEMU's devices answer: npx ts-node test/oracle/devices/record.ts [NAME...]

import { writeFileSync } from "node:fs";
import { UserFault } from "../../../src/base/fault";
import { answersAt, questions } from "./comparison";
import { qemuAnswers, qemuVersion } from "./qtest";
import { recordingPath, writtenRecording } from "./recording";
import { drawnOf, SUBJECTS } from "./subjects/subjects";

async function main(names: readonly string[]): Promise<void> {
  const version = qemuVersion();
  if (version === undefined) throw new UserFault("there is no qemu-system-aarch64: apt-get install qemu-system-arm");
  for (const subject of SUBJECTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const drawn = drawnOf(subject);
    const { asked, places } = questions(drawn);
    const answers = answersAt(await qemuAnswers(subject, asked), places);
    const heading = [`${subject.name} on ${version}, machine virt, through qtest`, ...subject.options.length > 0 ? [subject.options.join(" ")] : []];
    writeFileSync(recordingPath(subject), writtenRecording(heading, drawn, answers));
    console.log(`${subject.name}: ${drawn.length} steps`);
  }
}

void main(process.argv.slice(2));
