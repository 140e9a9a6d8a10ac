// Records what QEMU says of addresses in worlds; with --compare, only holds the model against it, in as many as asked for.
//
//   npx ts-node test/machine/mmu/model/qemu/record.ts [--compare [--first SEED] [--worlds N]]
//
// Needs qemu-system-aarch64 (Debian's qemu-system-arm), and a second.

import { Command } from "commander";
import { UserFault } from "../../../../../src/base/fault";
import { askQemu, OPERATIONS, qemuVersion, QEMU_CPU } from "./qemu";
import { differences, questionOf } from "./questions";
import { inputsHash, writeRecording } from "./recording";

const WORLDS = 100;
const ADDRESSES = 20;
const MOST_SHOWN = 20;

interface Options {
  readonly compare: boolean;
  readonly first: string;
  readonly worlds: string;
}

function main(): void {
  const options = new Command("record")
    .option("--compare", "record nothing: compare", false)
    .option("--first <seed>", "the first world's seed", "1")
    .option("--worlds <n>", "how many worlds", String(WORLDS))
    .parse().opts<Options>();
  const seeds = Array.from({ length: Number(options.worlds) }, (_, i) => Number(options.first) + i);
  const questions = seeds.map((seed) => questionOf(seed, ADDRESSES));
  const answers = askQemu(questions);
  const wrong = questions.flatMap(({ world, addresses }, i) =>
    addresses.flatMap((address, k) => differences(world, address, answers[i]![k]!).map((line) => `world ${seeds[i]}: ${line}`)));
  for (const line of wrong.slice(0, MOST_SHOWN)) console.log(line);
  console.log(`${seeds.length * ADDRESSES * OPERATIONS.length} answers, ${wrong.length} of them not the model's`);
  if (options.compare) {
    process.exitCode = wrong.length > 0 ? 1 : 0;
    return;
  }
  const bytes = writeRecording([
    `What AT says of addresses in worlds (worlds.ts): ${qemuVersion()}, -machine virt,virtualization=on -cpu ${QEMU_CPU}`,
    `Made on ${new Date().toISOString().slice(0, 10)} by: npx ts-node test/machine/mmu/model/qemu/record.ts`,
    `PAR_EL1 in hexadecimal after ${OPERATIONS.map(({ name }) => name).join(", ")}; ESR_EL2 << 12 where it aborts.`,
  ], questions.map((question, i) => ({ seed: seeds[i]!, inputs: inputsHash(question), answers: answers[i]! })));
  console.log(`${bytes} bytes recorded`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof UserFault)) throw error;
  console.error(`record: ${error.message}`);
  process.exitCode = 2;
}
