// U-Boot on our board and on QEMU's: the same questions at both prompts.

import { expect } from "chai";
import type { Dialogue } from "../../cli/dialogue";
import { ours, qemu, type Setup } from "./computers";
import { image } from "./images";

const PROMPT = /\n=> $/;

/** What is told of the board, and of what is in flash and RAM. The device tree begins with its magic number. */
const QUESTIONS = [
  "version", "bdinfo", "md.b 0 40", "md.q 1000 8", "md.l 40000000 1", "mw.l 50000000 12345678 4; md.l 50000000 4; crc32 0 1000",
  "printenv bootdelay", "printenv bootcmd", "echo $fdtcontroladdr", "setenv colour blue; printenv colour", "help version",
] as const;

/**
 * QEMU's device tree fills a MiB and has a bus of PCI; ours has neither, so U-Boot puts its copy, and what lies below
 * it, elsewhere.
 */
const DEPENDS_ON_THE_TREE = /^(?:fdt_blob|new_fdt|fdt_size|irq_sp|sp start| reserved|Early malloc|[0-9a-f]{8}$)/;

export async function tryUBoot(): Promise<void> {
  const setup: Setup = { bios: image("u-boot"), memory: 512, cpus: 1, gic: 2 };
  const theirs = await conversation(qemu(setup));
  const start = Date.now();
  const mine = await conversation(ours(setup));
  console.log(`${mine.answers.length} answers of U-Boot's, and its environment kept over a reset: ${seconds(start)}`);
  QUESTIONS.forEach((question, i) => {
    expect(mine.answers[i], question).to.deep.equal(theirs.answers[i]);
  });
  // The QEMU of Debian 12 has an error in its flash: a buffer can only be written in the first block. Ours says what
  // U-Boot says where the flash works.
  expect(mine.saved).to.match(/Erased 2 sectors\nWriting to Flash\.\.\. done\nProtected 2 sectors\nOK\n/);
  expect(mine.kept).to.equal("colour=blue\n");
  expect(mine.status).to.equal(0);
}

interface Answers {
  readonly answers: readonly (readonly string[])[];
  readonly saved: string;
  readonly kept: string;
  readonly status: number | null;
}

async function conversation(computer: Dialogue): Promise<Answers> {
  try {
    await untilPrompt(computer);
    const answers: string[][] = [];
    for (const question of QUESTIONS) answers.push(comparable(await answer(computer, question)));
    const saved = await answer(computer, "saveenv");
    computer.type("reset\r");
    await untilPrompt(computer);
    const kept = await answer(computer, "printenv colour");
    computer.type("poweroff\r");
    return { answers, saved, kept, status: await computer.ended(60) };
  } finally {
    await computer.kill();
  }
}

export async function untilPrompt(computer: Dialogue): Promise<void> {
  await computer.until(/Hit any key to stop autoboot/, 120);
  computer.type(" ");
  await computer.until(PROMPT, 60);
}

/** What is printed between the question and the next prompt. */
export async function answer(computer: Dialogue, question: string): Promise<string> {
  computer.type(`${question}\r`);
  const { input, index } = await computer.until(PROMPT, 120);
  return `${input.slice(0, index)}\n`.replaceAll("\r", "").replace(/^.*\n/, ""); // The question is echoed.
}

const comparable = (text: string): string[] => text.split("\n").filter((line) => !DEPENDS_ON_THE_TREE.test(line));

const seconds = (start: number): string => `${((Date.now() - start) / 1000).toFixed(1)} s`;
