// What Debian's kernel does on our board, instruction by instruction:
//
//   npx ts-node test/bench/linux/main.ts first [--instructions N] [--least N] [--depth N]    the first calls, as a tree
//   npx ts-node test/bench/linux/main.ts timeline [--json FILE]                              all the way to the shell

import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { bootMarks, type Mark } from "./boot-marks";
import { callTree, treeLines } from "./call-tree";
import { linuxBoard } from "./linux-board";

const MOST = 40;

const number = (text: string): number => Number(text);

function first({ instructions, least, depth }: { readonly instructions: number; readonly least: number; readonly depth: number }): void {
  console.log("    after     takes  function");
  for (const line of treeLines(callTree(linuxBoard(() => undefined), instructions), least, depth)) console.log(line);
}

function timeline({ json }: { readonly json?: string }): void {
  const marks = bootMarks((line) => { process.stderr.write(`${line}\n`); });
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...marks, looks: Object.fromEntries(marks.looks) }, null, 1)}\n`);
  console.log(`the shell after ${marks.end} instructions`);
  console.log("\nfunctions, when they are first come to:");
  for (const { instructions, name } of marks.functions) console.log(`${String(instructions).padStart(12)}  ${name}`);
  console.log("\ninitcalls that take longest:");
  for (const { instructions, name } of longest(marks.initcalls)) console.log(`${String(instructions).padStart(12)}  ${name}`);
  console.log("\nwhere it is, of all times that one looks:");
  const total = [...marks.looks.values()].reduce((sum, each) => sum + each, 0);
  for (const [name, count] of [...marks.looks].sort((a, b) => b[1] - a[1]).slice(0, MOST)) console.log(`${((100 * count) / total).toFixed(1).padStart(6)} %  ${name}`);
}

/** Until the next began. */
function longest(initcalls: readonly Mark[]): Mark[] {
  const taken = initcalls.slice(0, -1).map(({ instructions, name }, i) => ({ instructions: initcalls[i + 1]!.instructions - instructions, name }));
  return taken.sort((a, b) => b.instructions - a.instructions).slice(0, MOST);
}

const program = new Command("linux");
program.command("first")
  .option("--instructions <n>", "how many to execute", number, 100_000)
  .option("--least <n>", "leave out calls of fewer", number, 100)
  .option("--depth <n>", "how deep", number, 6)
  .action(first);
program.command("timeline").option("--json <file>", "the data").action(timeline);
program.parse();
