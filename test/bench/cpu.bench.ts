// The interpreter's speed on programs/, each a loop of one kind of work; and QEMU's beside it, where it is
// installed, from its start to its end.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bug } from "../../src/base/bug";
import { elfOf, runGuest } from "../host/user/guest";
import { hasQemu, QEMU } from "../host/user/outcome";
import { type Figure, rateOf } from "./stopwatch";

/** What it is, its file, and how often it goes round in about two million instructions. */
const PROGRAMS = [
  ["integer loop",   "integers.s", 220_000],
  ["memory",         "memory.s",   900],
  ["calls",          "calls.s",    400],
  ["floating point", "floating.s", 150_000],
] as const;

/** QEMU needs more to do, or its start is all there is to see. */
const QEMU_TIMES = 200;
const ENOUGH = 1_000_000_000;
const TARGET = 5_000_000;

export function benchCpu(): Figure[] {
  return PROGRAMS.flatMap(([what, file, rounds]): Figure[] => {
    const source = ["start.s", file].map((name) => readFileSync(join(__dirname, "programs", name), "utf8")).join("\n");
    const run = () => runGuest(source, { args: ["guest", `${rounds}`], instructions: ENOUGH });
    const { retired, status } = run();
    if (status === undefined) bug(`${file} does not end`);
    const ours: Figure = { what: `run: ${what}`, unit: "instructions", target: TARGET, rate: rateOf(retired, () => void run()) };
    return hasQemu() ? [ours, { what: `the same by QEMU (${QEMU_TIMES} times as many)`, unit: "instructions", rate: qemuRate(source, rounds, retired, status) }] : [ours];
  });
}

function qemuRate(source: string, rounds: number, retired: number, status: number): number {
  const directory = mkdtempSync(join(tmpdir(), "o2p-bench-"));
  try {
    const file = join(directory, "guest");
    writeFileSync(file, elfOf(source), { mode: 0o755 });
    if (statusOf(file, rounds) !== status) bug("QEMU comes to another result");
    return rateOf(retired * QEMU_TIMES, () => void statusOf(file, rounds * QEMU_TIMES));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function statusOf(file: string, rounds: number): number {
  try {
    execFileSync(QEMU, [file, `${rounds}`], { stdio: "ignore" });
    return 0;
  } catch (error) {
    const { status } = error as { status?: number | null };
    return status ?? bug(`QEMU did not run ${file}`);
  }
}
