// o2p debug: a program, step by step, forwards and backwards.

import { type Command, InvalidArgumentError } from "commander";
import { UserFault } from "../../base/fault";
import type { Program } from "../debug/program";
import type { Session } from "../debug/session";
import { readInput, STANDARD_INPUT } from "../input";
import type { MyMachine } from "../mine";
import { addressOption } from "../number";
import { Output } from "../output";

interface Options {
  readonly base: bigint;
  readonly ram: bigint;
  readonly gdb?: number;
  readonly mine: boolean;
}

const BASE = 0x10000n;
const RAM = 0x10_0000n;
const MOST_RAM = 0x8000_0000n;

export function register(program: Command): void {
  program
    .command("debug")
    .summary("run a program step by step, forwards and backwards")
    .description(
      "Runs FILE on a CPU with some RAM and nothing else: an ELF file, assembly text (.s), or a flat file. Commands\n" +
      "come from the terminal, or from standard input one a line; `help` lists them. SP is the end of RAM.")
    .argument("<file>", "the program")
    .addOption(addressOption("--base <address>", "where assembly text or a flat file begins", BASE))
    .addOption(addressOption("--ram <bytes>", "how much RAM there is behind the program", RAM))
    .option("--gdb <port>", "wait for GDB's `target remote localhost:PORT` instead; 0 takes any port", portArgument)
    .option("--mine", "with the parts that you wrote in work/ in place of ours", false)
    .action(async (file: string, options: Options) => {
      if (options.ram > MOST_RAM) throw new UserFault("--ram: at most 2 GiB can be had");
      const bytes = readInput(file);
      const name = file === "-" ? STANDARD_INPUT : file;
      const { loadProgram } = await import("../debug/load-program");
      const debugOn = async (cpu?: MyMachine): Promise<void> => {
        const loaded = loadProgram(name, bytes, { base: options.base, ram: Number(options.ram), ...(cpu === undefined ? {} : { cpu }) });
        if (options.gdb !== undefined) await serveGdb(loaded, options.gdb);
        else await debug(loaded);
      };
      if (options.mine) await (await import("../mine")).withMyMachine(debugOn);
      else await debugOn();
    });
}

function portArgument(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new InvalidArgumentError("Give a port, 1 to 65535, or 0 for any.");
  return Number(text);
}

async function debug(program: Program): Promise<void> {
  const { Session } = await import("../debug/session");
  const session = new Session(program);
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const { debugOnScreen } = await import("../debug/screen-mode");
    const { COLOURS, MONOCHROME } = await import("../debug/screen");
    await debugOnScreen(session, process.stdin, process.stdout, process.env["NO_COLOR"] ? MONOCHROME : COLOURS);
  } else {
    await debugInput(session);
  }
}

async function debugInput(session: Session): Promise<void> {
  const { createInterface } = await import("node:readline");
  const { debugByLines } = await import("../debug/line-mode");
  const output = new Output("utf8");
  const lines = createInterface({ input: process.stdin });
  const isUnderstood = await debugByLines(session, lines, (line) => {
    output.write(`${line}\n`);
    output.flush();
  });
  lines.close();
  if (!isUnderstood) throw new UserFault("not every command was understood; see the lines that begin with ?");
}

/** Until the user ends it. */
async function serveGdb(program: Program, port: number): Promise<void> {
  const { Debugger } = await import("../../machine/cpu/stepping/debugger");
  const { listenForGdb } = await import("../../host/gdb/node-server");
  const { machine, handler } = program;
  const server = await listenForGdb(new Debugger(machine, handler === undefined ? {} : { handler }), port);
  const output = new Output("utf8");
  output.write(`${program.name}: waiting for GDB: target remote localhost:${server.port}\n`);
  output.flush();
  await new Promise<void>((resolve) => { process.once("SIGINT", () => { resolve(); }); });
  server.close();
}
