// o2p build: a TypeScript module becomes an image.

import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { Built } from "../../compiler/build";
import { withReasons } from "../input";
import { Output } from "../output";

interface Options {
  readonly output?: string;
  readonly map: boolean;
  readonly emit?: "ir" | "asm";
  readonly heap: number;
  readonly optimize: boolean;
}

const MIB = 2 ** 20;
const MOST_HEAP_MIB = 1024;

export function register(program: Command): void {
  program
    .command("build")
    .summary("compile a TypeScript module to an image")
    .description(
      "Compiles FILE.ts, whose function `start` is the program, with what it imports. Writes NAME.img, which boots on\n" +
      "o2p boot and on QEMU (-kernel), and NAME.elf, for debuggers. Says what is not in the language, and what to write\n" +
      "in its place.")
    .argument("<file.ts>", "the program")
    .option("-o, --output <name>", "NAME, in place of the program's own")
    .option("--map", "say how many bytes each module takes", false)
    .option("--emit <what>", "print the program in its intermediate representation (ir) or in assembly (asm), and write nothing", emitArgument)
    .option("--heap <mib>", "the heap's size", heapArgument, 4 * MIB)
    .option("--no-optimize", "leave the program as it was written")
    .action(async (file: string, options: Options) => {
      const { compileFile } = await import("../compile/compile");
      const built = compileFile(file, { heapBytes: options.heap, optimization: options.optimize ? 1 : 0 });
      await report(built, options.output ?? basename(file, ".ts"), options);
    });
}

async function report(built: Built, name: string, { emit, map }: Options): Promise<void> {
  const output = new Output("utf8");
  if (emit !== undefined) {
    const { emitted } = await import("../compile/emit");
    output.write(emitted(built, emit));
    output.flush();
    return;
  }
  withReasons(`${name}.img`, () => { writeFileSync(`${name}.img`, built.image); });
  withReasons(`${name}.elf`, () => { writeFileSync(`${name}.elf`, built.elf); });
  if (map) {
    const { printSizes } = await import("../../compiler/link/size-report");
    output.write(printSizes(built.sizes));
  }
  output.flush();
}

function emitArgument(text: string): "ir" | "asm" {
  if (text === "ir" || text === "asm") return text;
  throw new InvalidArgumentError("Give ir or asm.");
}

function heapArgument(text: string): number {
  const mebibytes = Number(text);
  if (Number.isInteger(mebibytes) && mebibytes >= 1 && mebibytes <= MOST_HEAP_MIB) return mebibytes * MIB;
  throw new InvalidArgumentError(`Give 1 to ${MOST_HEAP_MIB} MiB.`);
}
