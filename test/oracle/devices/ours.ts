// Our devices' answers, in the form of QEMU's.

import { bug } from "../../../src/base/bug";
import { asks, hexBytes, type Step } from "./step";
import type { Ours, Subject } from "./subject";

/** One a step: hexadecimal, or "" where nothing is asked. */
export function ourAnswers(subject: Subject, steps: readonly Step[]): string[] {
  const ours = subject.ours();
  return steps.map((step) => {
    const answer = act(ours, step);
    return asks(step) ? answer : "";
  });
}

function act(ours: Ours, step: Step): string {
  switch (step.do) {
    // What qtest cannot tell from an access that is refused: 0.
    case "read": return (ours.device.read(step.at, step.bytes) ?? 0n).toString(16);
    case "write": return String(ours.device.write(step.at, step.bytes, step.value));
    case "line": return (ours.isHigh ?? bug("no line"))() ? "1" : "0";
    case "pin": return String((ours.setPin ?? bug("no pins"))(step.pin, step.level === 1));
    case "wire": return String((ours.receive ?? bug("no wire"))(step.words));
    case "sent": return hexBytes((ours.takeSent ?? bug("no wire"))());
    case "load": return hexBytes(memoryOf(ours).bytes(step.address, step.length) ?? []);
    case "store": return String(memoryOf(ours).write(step.address, Uint8Array.from(step.words)));
  }
}

const memoryOf = ({ memory }: Ours) => memory ?? bug("no memory");
