// QEMU's interrupt controllers, the authority on what ours answer, as a function from a script to its answers.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bug } from "../../../../src/base/bug";
import type { SystemRegisterName } from "../../../../src/machine/decoder/tables/system-registers";
import { answersIn, guestImage, OWN_REGISTERS, STEPS, stepsFile } from "./guest";
import type { Answer, Asked, Script } from "./operation";

const LONGEST_RUN_MS = 60_000;

const registersOf = (script: Script): readonly SystemRegisterName[] =>
  [...new Set([...OWN_REGISTERS, ...script.flatMap(({ step }) => "register" in step ? [step.register] : [])])];

/** Everything that QEMU is told, in bytes. */
export function qemuInputs({ script }: Asked): { readonly image: Uint8Array; readonly steps: Uint8Array } {
  const registers = registersOf(script);
  return { image: guestImage(registers, script.length), steps: stepsFile(script, registers) };
}

export function qemuAnswers(asked: Asked): Answer[] {
  const { version, cpus, script } = asked;
  const directory = mkdtempSync(join(tmpdir(), "o2p-gic-"));
  try {
    const [guest, steps, sent] = ["guest", "steps", "sent"].map((name) => join(directory, name)) as [string, string, string];
    const inputs = qemuInputs(asked);
    writeFileSync(guest, inputs.image);
    writeFileSync(steps, inputs.steps);
    const { status, signal, stderr } = spawnSync("qemu-system-aarch64", [
      "-machine", `virt,gic-version=${version}${version === 3 ? ",its=off" : ""}`, "-cpu", "neoverse-n1", "-smp", `${cpus}`, "-m", "64M", "-nodefaults", "-display", "none",
      "-no-reboot", "-serial", `file:${sent}`, "-kernel", guest, "-device", `loader,file=${steps},addr=${STEPS},force-raw=on`,
    ], { timeout: LONGEST_RUN_MS });
    const bytes = new Uint8Array(readFileSync(sent));
    if (bytes.length !== 1 + 16 * script.length) bug(`QEMU ended with ${status ?? signal} ${String(stderr)} after ${bytes.length} bytes`);
    return answersIn(bytes, script.length);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
