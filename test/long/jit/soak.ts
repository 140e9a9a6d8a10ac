// Linux runs programs in a loop, for minutes: new processes, new code in old pages, over and over. The engine must let go of
// what it no longer needs: memory stays as it is, and so does how much is compiled at a time.

import { createJit } from "../../../src/machine/jit/jit";
import { startedWith } from "../../machine/jit/boots";
import { linux, SHELL } from "./images";

/** Instructions from one look at the clock to the next. */
const STRETCH = 20_000_000;
const MINUTE = 60_000;
const MIB = 2 ** 20;
/** Minutes until everything has been compiled once. */
const WARM = 3;
/** MiB that memory may grow by, from then on. */
const MOST_GROWTH = 100;
/** How many times as many functions there may be in the end as after WARM minutes. */
const MOST_FUNCTIONS = 1.5;

const LOOP = `n=0; while true; do n=$((n+1)); ls -lR /bin > /tmp/ls; sort -r /tmp/ls | md5sum > /tmp/sum; cat /proc/cpuinfo /proc/meminfo | gzip -c | gunzip -c | wc -c > /tmp/wc; `
  + `seq 1 300 | awk '{ s += $1 * $1 } END { print s }' > /tmp/awk; grep -c root /proc/mounts > /tmp/grep; echo round $n; done\r`;

interface Figures {
  readonly minute: number;
  readonly rss: number;
  readonly functions: number;
}

export function soak(minutes: number): string[] {
  const jit = createJit();
  const { statistics } = jit;
  let printed = "";
  const board = startedWith(linux(), (byte) => { printed = (printed + String.fromCharCode(byte)).slice(-4000); }, jit);
  while (!SHELL.test(printed)) {
    if (board.run(STRETCH).kind === "waiting" && !SHELL.test(printed)) return [`Linux waits, and not at its shell:\n${printed}`];
  }
  board.type(Uint8Array.from(LOOP, (letter) => letter.charCodeAt(0)));
  const begin = Date.now();
  const all: Figures[] = [];
  while (all.length < minutes) {
    board.run(STRETCH);
    if (Date.now() - begin < MINUTE * (all.length + 1)) continue;
    const { modules, regions, invalidated, cleared } = statistics;
    const figures = { minute: all.length + 1, rss: Math.round(process.memoryUsage().rss / MIB), functions: regions - invalidated };
    all.push(figures);
    const rounds = /.*round (\d+)/s.exec(printed)?.[1] ?? "no";
    console.log(`minute ${figures.minute}: ${rounds} rounds, ${Math.round(board.time / 1e6)} million instructions, RSS ${figures.rss} MiB; ${modules} modules so far, ${regions} functions, ${invalidated} of them ended, ${figures.functions} left, all let go ${cleared} times`);
  }
  return faultsOf(all, printed);
}

function faultsOf(all: readonly Figures[], printed: string): string[] {
  const faults: string[] = [];
  if (!/round \d+\r?\n/.test(printed)) faults.push(`Linux does not come round:\n${printed}`);
  const [warm, last] = [all[WARM - 1], all.at(-1)];
  if (warm === undefined || last === undefined) return faults;
  if (last.rss > warm.rss + MOST_GROWTH) faults.push(`memory has grown from ${warm.rss} to ${last.rss} MiB`);
  if (last.functions > warm.functions * MOST_FUNCTIONS) faults.push(`functions have grown from ${warm.functions} to ${last.functions}`);
  return faults;
}
