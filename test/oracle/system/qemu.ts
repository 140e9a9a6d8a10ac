// QEMU's system emulation, the authority on what the system does, as a function from cases to the harness's output.
//
// The CPU is Arm's Neoverse N1, whose architecture (Armv8.2-A) is the nearest to ours: it has PAN, UAO, LSE, 48 bits of
// physical addresses, 6 breakpoints and 4 watchpoints; and it is without what "max" has, what we have not, and what
// cannot be switched off there: TTST, IDST, E0PD, DIT. What of it we do not claim (HA, HD and HPD in TCR_EL1, which are
// RES0 to us), the cases leave zero. Only the floating-point class needs "max", for instructions that the N1 has not.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bug } from "../../../src/base/bug";
import { UserFault } from "../../../src/base/fault";
import { type Case, casesFile } from "./case";
import { harnessImage } from "./harness";
import { CASES, RAM_SIZE } from "./place";
import { readReports } from "./report";

const QEMU = "qemu-system-aarch64";
export const QEMU_CPU = "neoverse-n1";
/** Cases in one run: what RAM has room for. */
const BATCH = 4000;
const LONGEST_RUN_MS = 60_000;

/** "QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)", or undefined where there is none. */
export function qemuVersion(): string | undefined {
  try {
    return execFileSync(QEMU, ["--version"], { encoding: "utf8" }).split("\n")[0];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** What the harness writes on QEMU: reports of all cases, whose numbers are their places. */
export function qemuOutput(cases: readonly Case[], cpu: string): Uint8Array {
  const outputs: Uint8Array[] = [];
  for (let i = 0; i < cases.length; i += BATCH) outputs.push(runBatch(cases.slice(i, i + BATCH), i, cpu));
  return new Uint8Array(Buffer.concat(outputs));
}

function runBatch(cases: readonly Case[], first: number, cpu: string): Uint8Array {
  const directory = mkdtempSync(join(tmpdir(), "o2p-system-"));
  try {
    const file = (name: string): string => join(directory, name);
    writeFileSync(file("harness"), harnessImage());
    writeFileSync(file("cases"), casesFile(cases, first));
    const { status, signal, stderr, error } = spawnSync(QEMU, [
      "-machine", "virt", "-cpu", cpu, "-m", `${RAM_SIZE >> 20}M`, "-nodefaults", "-display", "none", "-no-reboot",
      "-chardev", `file,id=reports,path=${file("reports")}`, "-serial", "chardev:reports",
      "-kernel", file("harness"), "-device", `loader,file=${file("cases")},addr=${CASES},force-raw=on`,
    ], { timeout: LONGEST_RUN_MS });
    if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") {
      throw new UserFault(`there is no ${QEMU}: apt-get install qemu-system-arm`);
    }
    const output = new Uint8Array(readFileSync(file("reports")));
    const reports = readReports(output);
    const missing = cases.findIndex((_, i) => !reports.has(first + i));
    if (missing !== -1) bug(`${QEMU} ended with ${status ?? signal} ${String(stderr)} in case ${first + missing}, ${cases[missing]!.title}`);
    return output;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
