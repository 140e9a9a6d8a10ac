// Where in memory Debian's kernel executes on its way to a shell, and how much of that is compiled code:
// npx ts-node test/bench/linux/boot-heat.ts [FILE]
//
// Boots the kernel that `o2p images fetch linux` has brought, on one CPU, in virtual time, with chapter 11's engine. The
// engine is asked for STRETCH instructions at a time; behind each it says where it stands in RAM, and how many of them it
// has interpreted. Writes what src/site/widgets/boot-heat shows: a row a BAND of the kernel's image, a column a share of
// the boot. A cell is a letter, its place in LETTERS being
//
//   heat          0: nothing was executed there; n: 2^(n - 1) thousandths of the column, at most
//   interpreted   tenths of that which were interpreted

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { imagesFolder } from "../../../src/course/root";
import { ImageCache } from "../../../src/host/images/cache";
import { imagePath } from "../../../src/host/images/images";
import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import { RAM_BASE } from "../../../src/machine/board/memory-map";
import type { Engine, Inside, MachineEngine } from "../../../src/machine/cpu/engine";
import { createJit, type Jit } from "../../../src/machine/jit/jit";
import { KernelMap } from "./kernel-map";

const STRETCH = 4000;
const COLUMNS = 160;
const MIB = 2 ** 20;
const BAND = MIB / 4;
const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
const MOST_FUNCTIONS = 4;
const MOST_INSTRUCTIONS = 3e9;
const PROMPT = /\n[^\n]*# (?:\x1b\[6n)?$/;
const OUTPUT = join(__dirname, "../../../src/site/widgets/boot-heat/linux-heat.json");

/** Some instructions, and where the CPU was behind them. */
interface Stretch {
  readonly time: number;
  readonly done: number;
  readonly interpreted: number;
  /** In RAM. */
  readonly offset: number;
  readonly isProgram: boolean;
}

/** An engine that says after each stretch where it is. */
class Watched implements Engine {
  readonly #inner: Engine;
  readonly #inside: Inside;
  readonly #interpreted: () => number;
  readonly #seen: (stretch: Omit<Stretch, "time">) => void;

  constructor(inner: Engine, inside: Inside, interpreted: () => number, seen: (stretch: Omit<Stretch, "time">) => void) {
    this.#inner = inner;
    this.#inside = inside;
    this.#interpreted = interpreted;
    this.#seen = seen;
  }

  forget(page?: number): void {
    this.#inner.forget(page);
  }

  execute(limit: number): bigint | undefined {
    const { progress, executor, fetcher } = this.#inside;
    for (;;) {
      const [done, interpreted] = [progress.done, this.#interpreted()];
      let target: bigint | undefined;
      try {
        target = this.#inner.execute(Math.min(limit, done + STRETCH));
      } finally { // An exception throws.
        this.#seen({ done: progress.done - done, interpreted: this.#interpreted() - interpreted, offset: fetcher.offset, isProgram: this.#inside.level() === 0 });
      }
      if (target !== undefined || executor.leave || progress.done >= limit) return target;
    }
  }
}

function watched(jit: Jit, seen: (stretch: Omit<Stretch, "time">) => void): MachineEngine {
  const interpreted = (): number => jit.statistics.interpreted + jit.statistics.slow;
  return {
    bytesFor: jit.bytesFor,
    install(shared) {
      const installed = jit.install(shared);
      return (cpu) => {
        const { engine, remembered } = installed(cpu);
        return { remembered, engine: (inside) => new Watched(engine(inside), inside, interpreted, seen) };
      };
    },
  };
}

interface Boot {
  readonly stretches: readonly Stretch[];
  readonly lines: readonly { readonly at: number; readonly text: string }[];
  readonly instructions: number;
  readonly map: KernelMap;
  /** Of the Image, in RAM, and how long it is. */
  readonly image: number;
  readonly imageBytes: number;
  readonly jit: Jit;
}

function boot(): Boot {
  const cache = new ImageCache(imagesFolder());
  const kernel = readFileSync(imagePath(cache, "linux"));
  const description = { ramBytes: 512 * MIB, cpus: 1, gic: 2, bootargs: "console=ttyAMA0", rngSeed: new Uint8Array(64).fill(7) } as const;
  const prepared = prepareBoot(loadImage(kernel, description.ramBytes), description, readFileSync(imagePath(cache, "initramfs")));
  const stretches: Stretch[] = [];
  let time = 0;
  const jit = createJit();
  const engine = watched(jit, (stretch) => {
    time += stretch.done;
    stretches.push({ ...stretch, time });
  });
  let text = "\n";
  const lines: { at: number; text: string }[] = [];
  const serial = (byte: number): void => {
    text += String.fromCharCode(byte);
    if (byte !== 0x0a) return;
    const line = text.slice(text.lastIndexOf("\n", text.length - 2) + 1).replace(/[\r\n\x1b]/g, "");
    if (line !== "") lines.push({ at: board.time, text: line.replace(/^.*?(?=\[ +\d)/, "").slice(0, 110) });
  };
  const board: Board = new Board({ description, outside: { serial }, engine });
  board.start(prepared);
  while (!PROMPT.test(text.slice(-80)) && board.time < MOST_INSTRUCTIONS) board.run(50_000);
  const map = new KernelMap(kernel, Number(prepared.entry));
  return { stretches, lines, instructions: board.time, map, image: Number(prepared.entry) - RAM_BASE, imageBytes: kernel.length, jit };
}

class Band {
  readonly title: string;
  readonly done = new Float64Array(COLUMNS);
  readonly interpreted = new Float64Array(COLUMNS);
  readonly functions = new Map<string, number>();

  constructor(title: string) {
    this.title = title;
  }

  add({ done, interpreted }: Stretch, column: number, name: string | undefined): void {
    this.done[column]! += done;
    this.interpreted[column]! += Math.min(done, interpreted);
    if (name !== undefined) this.functions.set(name, (this.functions.get(name) ?? 0) + done);
  }
}

function bandsOf({ stretches, instructions, map, image, imageBytes }: Boot): Band[] {
  const programs = new Band("programs, at EL0");
  const others = new Band("modules");
  const kernel = Array.from({ length: Math.ceil(imageBytes / BAND) }, (_, i) => new Band(`${(i * BAND) / MIB} MiB`));
  for (const stretch of stretches) {
    const column = Math.min(COLUMNS - 1, Math.floor((stretch.time * COLUMNS) / instructions));
    const within = stretch.offset - image;
    const band = stretch.isProgram ? programs : kernel[Math.floor(within / BAND)] ?? others;
    band.add(stretch, column, band === programs ? undefined : map.nameAt(BigInt(RAM_BASE + stretch.offset)));
  }
  const last = kernel.findLastIndex(({ functions }) => functions.size > 0);
  return [...kernel.slice(0, last + 1), others, programs];
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);

/** How hot a share of a column is. */
const heatOf = (share: number): number => (share === 0 ? 0 : Math.max(1, Math.min(11, Math.ceil(Math.log2(share * 1000)) + 1)));

function summary(measured: Boot): unknown {
  const bands = bandsOf(measured);
  const columns = Array.from({ length: COLUMNS }, (_, column) => sum(bands.map(({ done }) => done[column]!)));
  const letters = (numbers: Iterable<number>): string => [...numbers].map((each) => LETTERS[each]!).join("");
  const version = /Linux version (\S+)/.exec(measured.lines.map(({ text }) => text).join("\n"))?.[1] ?? "Linux";
  const { statistics } = measured.jit;
  return {
    kernel: `Debian's Linux ${version}`, machine: "one CPU, GICv2, 512 MiB, virtual time", instructions: measured.instructions,
    compiled: { blocks: statistics.blocks, instructions: statistics.instructions, modules: statistics.modules, bytes: statistics.bytes },
    interpreted: columns.map((all, column) => Math.round((1000 * sum(bands.map(({ interpreted }) => interpreted[column]!))) / all)),
    bands: bands.map(({ title, done, interpreted, functions }) => {
      const total = sum(done);
      const most = [...functions].sort((a, b) => b[1] - a[1]).slice(0, MOST_FUNCTIONS);
      return {
        title, instructions: total, interpretedInstructions: sum(interpreted),
        heat: total === 0 ? "" : letters(done.map((each, column) => heatOf(each / columns[column]!))),
        interpreted: total === 0 ? "" : letters(done.map((each, column) => (each === 0 ? 0 : Math.round((10 * interpreted[column]!) / each)))),
        functions: most.map(([name, count]) => [name, Math.round((100 * count) / total)]),
      };
    }),
    lines: lastOfEach(measured),
  };
}

/** The last line of each column that has one: more is not to be seen. */
function lastOfEach({ lines, instructions }: Boot): Boot["lines"] {
  const columnOf = (at: number): number => Math.floor((at * COLUMNS) / instructions);
  return lines.filter(({ at }, i) => lines[i + 1] === undefined || columnOf(lines[i + 1]!.at) !== columnOf(at));
}

const [output = OUTPUT] = process.argv.slice(2);
const measured = boot();
writeFileSync(output, `${JSON.stringify(summary(measured))}\n`);
process.stderr.write(`${measured.instructions} instructions, ${measured.stretches.length} stretches: ${output}\n`);
