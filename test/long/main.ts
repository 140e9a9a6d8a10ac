// The long comparisons, which need Debian's llvm, qemu-user-static, qemu-system-arm, apt and what test/long/computer.ts
// names: npm run test:long [-- --slice N --minutes M]
//
// Without a slice, the words that everybody draws first; slice N draws others, so that a run a day sees new ones.
// A job that has not begun when M minutes are over is left for another day, and said so.

import { spawnSync } from "node:child_process";
import { Command } from "commander";
import { UserFault } from "../../src/base/fault";

interface Job {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

const WORDS = 5_000_000;
const PROGRAMS = 10_000;

/** A day's random programs of kernel TypeScript: about three minutes. */
const COMPILED_A_DAY = 500;

function compiledPrograms(slice: number): Job {
  const [first, count] = slice === 0 ? [0, PROGRAMS] : [PROGRAMS + COMPILED_A_DAY * (slice - 1), COMPILED_A_DAY];
  return {
    name: `${count} random programs, compiled, against Node`, script: "test/compiler/random/compare.ts",
    args: ["--first", String(first), "--count", String(count)],
  };
}

const JIT = "test/long/jit.ts";

/** Jobs that follow each other: what is fetched or built first, and who needs it. */
function groupsOf(slice: number): Job[][] {
  return [
    [{ name: `${WORDS} words against LLVM, and back`, script: "test/oracle/compare-words.ts", args: ["--count", String(WORDS), "--seed", String(slice + 1), "--roundtrip"] }],
    [
      { name: "the corpus is there", script: "test/oracle/fetch-corpus.ts", args: [] },
      { name: "the text of real binaries against LLVM", script: "test/oracle/compare-corpus.ts", args: [] },
    ],
    [
      { name: "Debian's programs are there", script: "test/host/user/fetch-programs.ts", args: [] },
      { name: "Debian's programs against QEMU", script: "test/host/user/compare-programs.ts", args: [] },
    ],
    [{ name: "any word in any state; early and late; many steps and one run", script: "test/long/cpu.ts", args: ["--slice", String(slice)] }],
    [{ name: "every row, in other states, against QEMU", script: "test/oracle/cpu/compare.ts", args: ["--slice", String(slice + 1), "--summary"] }],
    [{ name: "100,000 random operations on the kernel's tables", script: "test/unikernel/memory/compare-operations.ts", args: ["--first", String(1 + 20 * slice)] }],
    [{ name: "mistakes in the kernel's tables are found", script: "test/unikernel/memory/find-mistakes.ts", args: [] }],
    [{ name: "system state, in other cases, against QEMU", script: "test/oracle/system/compare.ts", args: ["--slice", String(slice + 1), "--summary"] }],
    [{ name: "our MMU beside the model; guests that try to break the machine", script: "test/long/system.ts", args: ["--slice", String(slice)] }],
    [
      { name: "U-Boot is there", script: "src/cli/o2p.js", args: ["images", "fetch", "u-boot"] },
      { name: "U-Boot, here and on QEMU", script: "test/long/computer.ts", args: ["u-boot"] },
    ],
    ...["linux", "linux-4-cpus-gicv3", "disk", "network", "snapshot"].map((what) => [
      { name: "Debian's kernel and busybox are there", script: "src/cli/o2p.js", args: ["images", "fetch", "linux"] },
      { name: LINUX[what]!, script: "test/long/computer.ts", args: [what] },
    ]),
    [
      { name: "Debian's kernel and busybox are there", script: "src/cli/o2p.js", args: ["images", "fetch", "linux"] },
      { name: "the site is built", script: "node_modules/@docusaurus/core/bin/docusaurus.mjs", args: ["build"] },
      { name: "Linux in the page", script: "test/long/machine-page.ts", args: [] },
    ],
    [{ name: `${PROGRAMS} random programs against QEMU`, script: "test/oracle/cpu/compare-programs.ts", args: ["--first", String(200 + PROGRAMS * slice), "--count", String(PROGRAMS)] }],
    [compiledPrograms(slice)],
    [{ name: "hello and ticker on every machine: three CPUs, two GICs, EL1 and EL2", script: "test/long/boot-matrix.ts", args: [] }],
    [{ name: "64 MiB to and from a disk, here and on QEMU", script: "test/unikernel/drivers/virtio/soak.ts", args: ["--megabytes", "64", "--seed", String(slice + 1)] }],
    [{ name: "a monkey at the monitor, here and on QEMU", script: "test/unikernel/services/fuzz.ts", args: ["--seed", String(slice + 1)] }],
    [{ name: "a hundred thousand interrupts over random code", script: "test/long/interrupt-soak.ts", args: [] }],
    [{ name: "every way to crash, and what is said of it", script: "test/long/crash-screens.ts", args: [] }],
    [{ name: "every recorded vector, compiled", script: JIT, args: ["rows"] }],
    [{ name: `${PROGRAMS} random programs, compiled and interpreted`, script: JIT, args: ["programs", "--slice", String(slice), "--count", String(PROGRAMS)] }],
    ...["lockstep", "hash", "soak"].map((what) => [
      { name: "Debian's kernel and busybox are there", script: "src/cli/o2p.js", args: ["images", "fetch", "linux"] },
      ...what === "hash" ? [{ name: "U-Boot is there", script: "src/cli/o2p.js", args: ["images", "fetch", "u-boot"] }] : [],
      { name: COMPILED[what]!, script: JIT, args: [what] },
    ]),
  ];
}

const LINUX: Readonly<Record<string, string>> = {
  "linux": "Linux to its shell, here and on QEMU",
  "linux-4-cpus-gicv3": "Linux on four CPUs with GICv3, here and on QEMU",
  "disk": "Linux and a disk",
  "network": "Linux and a network",
  "snapshot": "Linux, saved on its way and loaded again",
};

const COMPILED: Readonly<Record<string, string>> = {
  "lockstep": "Linux in lockstep, compared behind each block",
  "hash": "whole boots, compiled, end in the same state",
  "soak": "ten minutes of Linux's programs, compiled",
};

/** Each slice begins with other jobs: where there is time for some only, each has its day. */
function jobsOf(slice: number): Job[] {
  const groups = groupsOf(slice);
  const first = slice * GROUPS_A_DAY % groups.length;
  return [...groups.slice(first), ...groups.slice(0, first)].flat();
}

const GROUPS_A_DAY = 5;

function run({ script, args }: Job): boolean {
  const { status } = spawnSync(process.execPath, ["-r", "ts-node/register", script, ...args], { stdio: "inherit" });
  return status === 0;
}

const number = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new UserFault(`not a number: ${text}`);
  return Number(text);
};

function main(): void {
  const options = new Command("test:long")
    .option("--slice <n>", "which words to draw", number, 0)
    .option("--minutes <n>", "begin nothing after so many minutes", number, 60)
    .parse().opts<{ slice: number; minutes: number }>();
  const start = Date.now();
  const outcome = { passed: 0, failed: 0, left: 0 };
  for (const job of jobsOf(options.slice)) {
    const begun = Date.now();
    if (begun - start > options.minutes * 60_000) {
      console.log(`-- ${job.name}: left for another day`);
      outcome.left++;
      continue;
    }
    console.log(`-- ${job.name}`);
    const passed = run(job);
    outcome[passed ? "passed" : "failed"]++;
    console.log(`-- ${job.name}: ${passed ? "passed" : "FAILED"} (${Math.round((Date.now() - begun) / 1000)} s)`);
  }
  console.log(`long: ${outcome.passed} passed, ${outcome.failed} failed${outcome.left > 0 ? `, ${outcome.left} left for another day` : ""}`);
  process.exitCode = outcome.failed > 0 ? 1 : 0;
}

try {
  main();
} catch (error) {
  if (!(error instanceof UserFault)) throw error;
  console.error(`test:long: ${error.message}`);
  process.exitCode = 2;
}
