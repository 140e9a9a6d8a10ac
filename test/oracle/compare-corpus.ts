// Our listing against llvm-objdump's, line by line, on the corpus (fetch-corpus.ts) or any AArch64 ELF files.
//
//   npx ts-node test/oracle/compare-corpus.ts [--summary] [--limit N] [FILE...]
//
// Exit status: 0 if every line is the same or its difference known (known-differences.json), 1 if not.

import { spawn } from "node:child_process";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { Command } from "commander";
import { CORPUS_DIRECTORY, fetchedCorpus } from "./corpus";
import { Differences } from "./differences";
import { isKnown, knownDifferences } from "./known";
import { ORACLE_MATTR, instructionOf } from "./llvm";

interface Result {
  lines: number;
  instructions: number;
  known: number;
}

const COMMAND = join(__dirname, "..", "..", "src", "cli", "o2p.js");

/** Puts every line that differs into `differences`. */
export async function compareFile(path: string, differences: Differences): Promise<Result> {
  const known = knownDifferences();
  const result: Result = { lines: 0, instructions: 0, known: 0 };
  const theirs = linesOf("llvm-objdump", ["--disassemble", `--${ORACLE_MATTR}`, path]);
  const ours = linesOf(process.execPath, [COMMAND, "disasm", path]);
  for (;;) {
    const [their, our] = await Promise.all([theirs.next(), ours.next()]);
    if (their.done === true && our.done === true) return result;
    const [theirLine, ourLine] = [their.done === true ? "(end)" : their.value, our.done === true ? "(end)" : our.value];
    result.lines++;
    const found = INSTRUCTION.exec(theirLine);
    if (found !== null) result.instructions++;
    if (theirLine === ourLine) continue;
    const word = found === null ? 0 : Number.parseInt(found[2]!.split(" ").reverse().join(""), 16);
    const address = found === null ? 0 : Number.parseInt(found[1]!, 16);
    const [ourText, theirText] = [instructionOf(ourLine), instructionOf(theirLine)];
    if (found === null || ourText === theirText) differences.add("layout", word, address, ourLine, theirLine);
    else if (isKnown(known, word, ourText, theirText)) result.known++;
    else differences.add("instruction", word, address, ourText, theirText);
  }
}

/** Address, bytes. */
const INSTRUCTION = /^ *([0-9a-f]+): ((?:[0-9a-f]{2} ){3}[0-9a-f]{2}) +\t/;

async function* linesOf(command: string, args: readonly string[]): AsyncGenerator<string, void> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  child.stdout.setEncoding("latin1");
  yield* createInterface({ input: child.stdout });
  const status = await ended;
  if (status !== 0) yield `(${command} ended with status ${status})`;
}

async function main(): Promise<void> {
  const program = new Command("compare-corpus")
    .argument("[file...]", "AArch64 ELF files; the corpus if there are none")
    .option("--limit <n>", "groups of differences to print", Number, 40)
    .option("--summary", "print the counts only", false)
    .parse();
  const { limit, summary } = program.opts<{ limit: number; summary: boolean }>();
  const files = program.args.length > 0 ? program.args : fetchedCorpus()?.map(({ file }) => join(CORPUS_DIRECTORY, file));
  if (files === undefined) {
    console.error("compare-corpus: no corpus; run: npx ts-node test/oracle/fetch-corpus.ts");
    process.exitCode = 2;
    return;
  }
  for (const file of files) {
    const differences = new Differences();
    const { lines, instructions, known } = await compareFile(file, differences);
    console.log(`${basename(file)}: ${lines} lines, ${instructions} instructions: ${differences.count} differences, ${known} known ones`);
    if (!summary && differences.count > 0) console.log(differences.report(limit));
    if (differences.count > 0) process.exitCode = 1;
  }
}

if (require.main === module) void main();
