// o2p build: a TypeScript module becomes an image.

import { basename } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { UserFault } from "../../base/fault";
import type { BuildOptions, Built } from "../../compiler/build";
import { Output } from "../output";
import { replaceFiles } from "../replace-files";

interface Options {
  readonly output?: string;
  readonly map: boolean;
  readonly emit?: "ir" | "asm";
  readonly heap: number;
  readonly optimize: boolean;
  readonly mine: boolean;
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
    .option("-o, --output <name>", "NAME, in place of the program's own", nameArgument)
    .option("--map", "say how many bytes each module takes", false)
    .option("--emit <what>", "print the program in its intermediate representation (ir) or in assembly (asm), and write nothing", emitArgument)
    .addOption(new Option("--heap <mib>", "the heap's size").argParser(heapArgument).default(4 * MIB, "4"))
    .option("--no-optimize", "leave the program as it was written")
    .option("--mine", "with the parts that you wrote in work/ in place of ours", false)
    .action(async (file: string, options: Options) => {
      checkOptions(options);
      await report(await built(file, options), options.output ?? basename(file, ".ts"), options);
    });
}

async function built(file: string, { heap, optimize, mine }: Options): Promise<Built> {
  const { compileFile } = await import("../compile/compile");
  const options: BuildOptions = { heapBytes: heap, optimization: optimize ? 1 : 0 };
  if (!mine) return compileFile(file, options);
  const { withMyCompiler } = await import("../mine");
  return withMyCompiler(({ parts, within }) => compileFile(file, { ...options, parts }, within));
}

async function report(built: Built, name: string, { emit, map }: Options): Promise<void> {
  const output = new Output("utf8");
  if (emit !== undefined) {
    const { emitted } = await import("../compile/emit");
    output.write(emitted(built, emit));
    output.flush();
    return;
  }
  replaceFiles([[`${name}.img`, built.image], [`${name}.elf`, built.elf]]);
  if (map) {
    const { printSizes } = await import("../../compiler/link/size-report");
    output.write(printSizes(built.sizes));
  }
  output.flush();
}

function checkOptions({ emit, output, map }: Options): void {
  if (emit === undefined) return;
  if (output !== undefined) throw new UserFault("--emit: leave out --output; nothing is written");
  if (map) throw new UserFault("--emit: leave out --map; print one thing at a time");
}

/** "hello" and "hello.img" are both hello.img and hello.elf. */
function nameArgument(text: string, before?: string): string {
  const name = text.replace(/\.(?:img|elf)$/, "");
  if (before !== undefined) throw new InvalidArgumentError("Give one NAME.");
  if (/(?:^|\/)\.{0,2}$/.test(name)) throw new InvalidArgumentError("Give the name of a file, without .img.");
  return name;
}

function emitArgument(text: string): "ir" | "asm" {
  if (text === "ir" || text === "asm") return text;
  throw new InvalidArgumentError("Give ir or asm.");
}

function heapArgument(text: string): number {
  const mebibytes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (mebibytes >= 1 && mebibytes <= MOST_HEAP_MIB) return mebibytes * MIB;
  throw new InvalidArgumentError(`Give 1 to ${MOST_HEAP_MIB} MiB.`);
}
