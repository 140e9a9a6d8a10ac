// How long a build takes, from sources to image and ELF file: of every program of the tests, one after the other in one
// process; and of hello, the largest and the slowest of these as the first of a process, which also parses the runtime
// and builds the assembler.

import { spawnSync } from "node:child_process";
import { buildProgram } from "../../../src/compiler/build";
import { REPOSITORY } from "../../compiler/hosted";
import { programs } from "../../compiler/three-ways";

const HELLO = "chapters/07-compiler/files/hello.ts";
const TARGET_SECONDS = 5;

interface Timed {
  readonly path: string;
  readonly seconds: number;
  /** Of the processor, in all threads: what counts where other programs run beside this one. */
  readonly processorSeconds: number;
  /** Lines of its modules, the runtime's left out. */
  readonly lines: number;
}

function timed(path: string): Timed {
  const [start, used] = [process.hrtime.bigint(), process.cpuUsage()];
  const { program } = buildProgram(REPOSITORY, path);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(used);
  const own = [...program.sources].filter(([file]) => !file.startsWith("src/"));
  return { path, seconds, processorSeconds: (user + system) / 1e6, lines: own.reduce((sum, [, text]) => sum + text.split("\n").length, 0) };
}

/** In a process of its own, where nothing is compiled or looked up yet. */
function inNewProcess(path: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["-r", "ts-node/register", __filename, path], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${path} was not built: ${stderr}`);
  return stdout.trim();
}

const textOf = ({ seconds, processorSeconds }: Timed): string => `${seconds.toFixed(2)} s (${processorSeconds.toFixed(2)} s of the processor)`;

const most = (all: readonly Timed[], of: (each: Timed) => number): Timed => all.reduce((a, b) => (of(b) > of(a) ? b : a));

export function reportBuildTimes(): void {
  const all = programs().map(timed);
  const sorted = all.map(({ seconds }) => seconds).sort((a, b) => a - b);
  console.log(`${all.length} programs in one process: ${sorted[sorted.length >> 1]!.toFixed(2)} s each, the median`);
  const chosen = [
    ["hello", timed(HELLO)], ["the largest", most(all, ({ lines }) => lines)], ["the slowest", most(all, ({ processorSeconds }) => processorSeconds)],
  ] as const;
  for (const [what, each] of chosen) {
    console.log(`${what}, ${each.path} (${each.lines} lines): ${textOf(each)}`);
    console.log(`  as the first of a process: ${inNewProcess(each.path)}  target ${TARGET_SECONDS} s`);
  }
}

if (require.main === module) {
  const [path] = process.argv.slice(2);
  if (path === undefined) reportBuildTimes();
  else console.log(textOf(timed(path)));
}
