// QEMU's answers, recorded for machines without QEMU: compressed text. Lines with # say where they come from. A line for
// a world has its seed, how many addresses were asked for, and a hash of all that QEMU was told, so that answers to other
// questions are refused; then follow PAR_EL1 or what stands for it, for each address a line, an operation a word.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { bug } from "../../../../../src/base/bug";
import { type Answer, type Question, written } from "./qemu";

const PATH = join(__dirname, "recorded.gz");

export interface RecordedWorld {
  readonly seed: number;
  readonly inputs: string;
  readonly answers: readonly Answer[];
}

export const inputsHash = (question: Question): string =>
  createHash("sha256").update(BigUint64Array.from(written(question))).digest("hex").slice(0, 16);

/** Returns its size in bytes. */
export function writeRecording(heading: readonly string[], worlds: readonly RecordedWorld[]): number {
  const lines = worlds.flatMap(({ seed, inputs, answers }) => [
    `world ${seed} ${answers.length} ${inputs}`, ...answers.map((answer) => answer.map((word) => word.toString(16)).join(" ")),
  ]);
  const file = gzipSync([...heading.map((line) => `# ${line}`), ...lines].join("\n"), { level: 9 });
  writeFileSync(PATH, file);
  return file.length;
}

export function readRecording(): RecordedWorld[] {
  const lines = gunzipSync(readFileSync(PATH)).toString().split("\n").filter((line) => !line.startsWith("#"));
  const worlds: RecordedWorld[] = [];
  for (let at = 0; at < lines.length;) {
    const [, seed, count, inputs] = /^world (\d+) (\d+) (\w+)$/.exec(lines[at]!) ?? bug(`${PATH}: not a world: ${lines[at]}`);
    const answers = lines.slice(at + 1, at + 1 + Number(count)).map((line) => line.split(" ").map((word) => BigInt(`0x${word}`)));
    worlds.push({ seed: Number(seed), inputs: inputs!, answers });
    at += 1 + Number(count);
  }
  return worlds;
}
