// o2p boot: an image on a board, with no operating system under it.

import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { UserFault } from "../../base/fault";
import type { FirstBoard } from "../../machine/board/first-board";
import { readInput } from "../input";
import type { MyProcessor } from "../mine";
import { Output } from "../output";

interface Options {
  readonly memory: number;
  readonly mine: boolean;
}

/** Instructions until the command looks up: whoever types Ctrl-C does not wait. */
const SLICE = 2_000_000;
const MIB = 2 ** 20;
/** The machine has not been switched off: it waits, and nothing will wake it. */
const STUCK = 1;

export function register(program: Command): void {
  program
    .command("boot")
    .summary("boot an image on the first board")
    .description(
      "Boots IMAGE on the board of chapter 5: one processor, RAM from 0x40000000 on, a register to print with, and\n" +
      "firmware that switches it off. IMAGE is a flat file, or assembly (.s); it goes to 0x40080000, and begins there,\n" +
      "at EL1. The same image runs on `qemu-system-aarch64 -machine virt -kernel IMAGE`.")
    .argument("<image>", "a flat file, or one that ends with .s")
    .option("--memory <mib>", "RAM in MiB", mebibytes, 128)
    .option("--mine", "with the parts that you wrote in work/ in place of ours", false)
    .action(async (path: string, options: Options) => {
      const boot = async (mine?: MyProcessor): Promise<void> => { await bootImage(path, options, mine); };
      if (options.mine) await (await import("../mine")).withMyProcessor(boot);
      else await boot();
    });
}

async function bootImage(path: string, { memory }: Options, mine?: MyProcessor): Promise<void> {
  const { FirstBoard, IMAGE_BASE, RAM_BASE } = await import("../../machine/board/first-board");
  const image = await readImage(path, IMAGE_BASE);
  const ramBytes = memory * MIB;
  if (IMAGE_BASE + image.length > RAM_BASE + ramBytes) throw new UserFault(`${path}: does not fit into ${memory} MiB of RAM; give it more with --memory`);
  const output = new Output("latin1");
  const board = new FirstBoard({ ramBytes, print: (byte) => { output.write(String.fromCharCode(byte)); }, ...mine });
  board.load(image);
  if (await untilOff(board, output)) return;
  process.stderr.write("o2p: the machine waits, and there is nothing on its board that could wake it\n");
  process.exitCode = STUCK;
}

async function readImage(path: string, base: number): Promise<Uint8Array> {
  const bytes = readInput(path);
  if (isElf(bytes)) throw new UserFault(`${path}: is an ELF file; make a flat one of it with objcopy -O binary`);
  if (!path.toLowerCase().endsWith(".s")) return bytes;
  const { Assembler, AssemblyError } = await import("../../machine/decoder/assembler");
  const { standardDecoder } = await import("../../machine/decoder/decoder");
  try {
    return new Assembler(standardDecoder()).assemble(new TextDecoder().decode(bytes), BigInt(base)).bytes;
  } catch (error) {
    if (error instanceof AssemblyError) throw new UserFault(`${path}:${error.message}`);
    throw error;
  }
}

const isElf = (bytes: Uint8Array): boolean => bytes[0] === 0x7f && new TextDecoder("latin1").decode(bytes.subarray(1, 4)) === "ELF";

/** Whether it has been switched off; if not, it waits. */
async function untilOff(board: FirstBoard, output: Output): Promise<boolean> {
  try {
    for (;;) {
      const stop = board.run(SLICE);
      if (board.isOff || stop.kind === "waiting") return board.isOff;
      output.flush();
      await new Promise(setImmediate); // Ctrl-C is heard between two slices.
    }
  } finally {
    output.flush();
  }
}

function mebibytes(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 2048) throw new InvalidArgumentError("Give a number from 1 to 2048.");
  return value;
}
