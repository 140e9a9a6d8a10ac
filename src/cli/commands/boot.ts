// o2p boot: a whole computer, at this terminal.

import type { Command } from "commander";
import { UserFault } from "../../base/fault";
import { parseDiskOption } from "../../host/disk/disk-option";
import { SLOTS_FOR_CARDS } from "../../machine/board/memory-map";
import { checkFiles } from "../boot/files";
import { addBootOptions, type BootOptions, SAVED_OPTIONS } from "../boot/options";
import { checkSaveFile } from "../boot/save-file";

export function register(program: Command): void {
  const command = program
    .command("boot")
    .summary("boot an image on a whole computer")
    .description(
      "Boots IMAGE on the board of chapter 6, which is QEMU's `virt`: the same image runs on\n" +
      "`qemu-system-aarch64 -machine virt -kernel IMAGE`. IMAGE is an ELF file, Linux's Image, either of them packed by\n" +
      "gzip, a flat file, assembly (.s), or a program in TypeScript (.ts), which is compiled first. The terminal is the machine's: Ctrl-A x leaves it, Ctrl-A h helps.\n\n" +
      "Exit status: 0 when the machine has been switched off, or was stopped as you asked; 1 when it waits, and nothing\n" +
      "is there that could wake it, or when engines in lockstep differ; 2 when it could not be built.")
    .argument("[image]", "what to boot");
  addBootOptions(command).action(async (image: string | undefined, options: BootOptions) => {
    checkOptions(command, image, options);
    const { bootSession } = await import("../boot/boot-session");
    const told = image?.endsWith(".ts") === true ? { ...options, compiled: await compile(image, options) } : options;
    if (options.mine) {
      const { engineOf } = await import("../boot/engine");
      await (await import("../mine")).withMyBoard(engineOf(options), (mine) => bootSession(image, told, mine));
    }
    else await bootSession(image, told);
  });
}

async function compile(path: string, { mine }: BootOptions): Promise<Uint8Array> {
  const { compileFile } = await import("../compile/compile");
  if (!mine) return compileFile(path).image;
  const { withMyCompiler } = await import("../mine");
  return withMyCompiler(({ parts, within }) => compileFile(path, { parts }, within).image);
}

function checkOptions(command: Command, image: string | undefined, options: BootOptions): void {
  const { load, gdb, time, disk, net, trace, save, stopAfter } = options;
  const cards = disk.length + net.length;
  if (cards > SLOTS_FOR_CARDS) throw new UserFault(`the board has room for ${SLOTS_FOR_CARDS} disks and network cards together, not for ${cards}`);
  if (gdb !== undefined) {
    if (stopAfter !== undefined) throw new UserFault("--gdb: leave out --stop-after; GDB says how far the machine runs");
    if (time === "host") throw new UserFault("--gdb: leave out --time host; a debugger goes back, and the host's time does not");
    if (trace?.includes("code") === true) throw new UserFault("--gdb: leave code out of --trace; both would put something in the place of instructions");
    const written = disk.find((each) => parseDiskOption(each).mode === "read-write");
    if (written !== undefined) throw new UserFault(`--disk ${written}: add ,snapshot or ,readonly; a debugger goes back, and a file does not`);
  }
  if (options.engine === "lockstep") checkLockstep(options);
  if (save !== undefined) checkSaveFile(save);
  checkFiles(image, options);
  if (save !== undefined && stopAfter === undefined && !process.stdin.isTTY) {
    throw new UserFault(`--save: ${gdb === undefined ? "say when, with --stop-after; " : ""}Ctrl-A s wants a terminal, and there is none`);
  }
  if (load === undefined) return;
  if (image !== undefined) throw new UserFault("give an image or --load, not both: what runs is in the snapshot");
  const twice = SAVED_OPTIONS.find((name) => command.getOptionValueSource(name) === "cli");
  if (twice !== undefined) throw new UserFault(`--${twice}: leave it out; the snapshot says it`);
}

function checkLockstep({ gdb, load, time, disk }: BootOptions): void {
  const one = "--engine lockstep: leave out";
  if (gdb !== undefined) throw new UserFault(`${one} --gdb; give it with --engine jit`);
  if (load !== undefined) throw new UserFault(`${one} --load; two machines begin where both are known to be the same`);
  if (time === "host") throw new UserFault(`${one} --time host; no two machines look at a clock at the same moment`);
  const written = disk.find((each) => parseDiskOption(each).mode === "read-write");
  if (written !== undefined) throw new UserFault(`--disk ${written}: add ,snapshot or ,readonly; in lockstep two machines would write to it`);
}
