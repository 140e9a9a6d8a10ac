// Debian's kernel to its shell, on our board and on QEMU's, asked the same; and switched off.

import { expect } from "chai";
import { ours, qemu, type Setup } from "./computers";
import { image } from "./images";
import { ask, cpusIn, featuresOf, interruptsIn, onlyIn, switchOff, type Told, untilShell, warningsOnlyIn } from "./linux-session";

/** Megabytes of the host's that the machine may take beside the guest's RAM. */
const OVERHEAD = 300;
/** Seconds of a processor's work until the shell, with the interpreter. */
const MOST_SECONDS = 300;

/** Without an address of its own for each start: QEMU's max has a random number generator, and ours has not. */
export const linuxOn = (cpus: number, gic: 2 | 3): Setup =>
  ({ kernel: image("linux"), initrd: image("initramfs"), append: "console=ttyAMA0 nokaslr", memory: 512, cpus, gic });

/** The same to its shell in half the time: the kernel does not try its cryptography out, which is large numbers mostly. */
export const quickLinuxOn = (cpus: number, gic: 2 | 3): Setup => ({ ...linuxOn(cpus, gic), append: "console=ttyAMA0 cryptomgr.notests" });

/** What our profile has (machine.md), in Linux's words. */
const FEATURES = [
  "fp", "asimd", "evtstrm", "aes", "pmull", "sha1", "sha2", "crc32", "atomics", "fphp", "asimdhp", "cpuid", "asimdrdm", "jscvt", "fcma", "lrcpc",
  "sha3", "asimddp", "sha512", "flagm", "sb", "frint",
];

export async function tryLinux(cpus: number, gic: 2 | 3): Promise<void> {
  const setup = linuxOn(cpus, gic);
  const theirs = await questions(setup, qemu);
  const mine = await questions(setup, ours);
  compare(mine, theirs, cpus);
  expect(mine.memory, "MiB of memory").to.be.below(setup.memory + OVERHEAD);
  expect(mine.cpuSeconds, "seconds of work until the shell").to.be.below(MOST_SECONDS);
  const news = onlyIn(mine.dmesg, theirs.dmesg);
  console.log(`Linux with ${cpus} CPUs and GICv${gic}: a shell after ${mine.cpuSeconds.toFixed(0)} s of work, QEMU's after ${theirs.cpuSeconds.toFixed(0)} s; ${mine.memory.toFixed(0)} MiB; ${news.length} lines of dmesg are not QEMU's:`);
  for (const line of news) console.log(`  ${line}`);
}

type Answers = Told & {
  /** Of a processor's work, until the shell. */
  readonly cpuSeconds: number;
  /** MiB. */
  readonly memory: number;
};

async function questions(setup: Setup, build: typeof ours): Promise<Answers> {
  const computer = build(setup);
  try {
    await untilShell(computer);
    const { cpuSeconds } = computer;
    const told = await ask(computer);
    const memory = computer.peakMemory;
    expect(await switchOff(computer), computer.complaints).to.equal(0);
    return { ...told, cpuSeconds, memory };
  } finally {
    await computer.kill();
  }
}

function compare(mine: Told, theirs: Told, cpus: number): void {
  expect(mine.uname).to.equal(theirs.uname);
  expect([cpusIn(mine.cpuinfo), cpusIn(theirs.cpuinfo)]).to.deep.equal([cpus, cpus]);
  expect(featuresOf(mine.cpuinfo)).to.deep.equal(FEATURES);
  expect(featuresOf(theirs.cpuinfo)).to.include.members(FEATURES);
  expect(warningsOnlyIn(mine.dmesg, theirs.dmesg), "warnings").to.deep.equal([]);
  compareInterrupts(mine.interrupts, theirs.interrupts);
}

/** Who is interrupted by which line, and how; and that the timer and the console have been. */
function compareInterrupts(mine: string, theirs: string): void {
  const [have, had] = [interruptsIn(mine), interruptsIn(theirs)];
  for (const [name, { line }] of had) expect(have.get(name)?.line, name).to.equal(line);
  for (const name of ["arch_timer", "uart-pl011"]) expect(have.get(name)?.count, name).to.be.above(0);
  expect(/^Err: *(\d+)/m.exec(mine)?.[1], "spurious interrupts").to.equal("0");
}
