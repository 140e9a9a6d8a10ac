// o2p run: a program for arm64 Linux, at EL0.

import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import { resolve } from "node:path";
import type { Ending } from "../../host/user/process";
import type { UserHost } from "../../host/user/user-host";
import { blaming, readInput } from "../input";
import type { MyMachine } from "../mine";

interface Options {
  readonly root?: string;
  readonly clock: "virtual" | "host";
  readonly memory: number;
  readonly strace: boolean;
  readonly count: boolean;
  readonly env: readonly string[];
  readonly argv0?: string;
  readonly mine: boolean;
}

/** Instructions until the command looks up: whoever types Ctrl-C does not wait. */
const SLICE = 2_000_000;
/** What a shell adds to the number of the signal that ended a program. */
const KILLED = 128;

const append = (value: string, before: readonly string[]) => [...before, value];

export function register(program: Command): void {
  program
    .command("run")
    .summary("run a program for arm64 Linux")
    .description(
      "Runs PROGRAM, an ELF file for arm64 Linux, on the CPU of chapter 2, and answers its system calls. What stands\n" +
      "behind PROGRAM is the program's. o2p exits as the program does; with 128 and the signal, if one ended it.")
    .argument("<program>", "a static program, or with --root one that needs libraries")
    .argument("[args...]", "its arguments")
    .option("--root <dir>", "an arm64 system: a path that is there is looked up there first")
    .addOption(new Option("--clock <clock>", "time goes with the instructions, the same in every run, or with the host's").choices(["virtual", "host"]).default("virtual"))
    .option("--memory <mib>", "RAM in MiB", mebibytes, 256)
    .option("--env <name=value>", "an environment of these (more than once for more) in place of the host's", append, [])
    .option("--argv0 <name>", "what the program is told it is called")
    .option("--strace", "print each system call on standard error", false)
    .option("--mine", "with the parts that you wrote in work/ in place of ours", false)
    .option("--count", "print on standard error how many instructions it took", false)
    .passThroughOptions()
    .action(async (path: string, args: readonly string[], options: Options) => {
      const run = async (cpu?: MyMachine): Promise<void> => {
        const ending = await runProgram(path, args, options, cpu);
        process.exitCode = ending.kind === "exited" ? ending.status : KILLED + ending.signal;
      };
      if (options.mine) await (await import("../mine")).withMyMachine(run);
      else await run();
    });
}

async function runProgram(path: string, args: readonly string[], options: Options, cpu?: MyMachine): Promise<Ending> {
  const { UserHost: Host } = await import("../../host/user/user-host");
  const { NodeFile, NodeFiles } = await import("../../host/user/node-files");
  const { NodeClock } = await import("../../host/user/node-clock");
  const say = (line: string): void => { process.stderr.write(`${line}\n`); };
  readInput(path); // A missing file is the user's fault, with the reason.
  const host = new Host({
    ...(cpu === undefined ? {} : { cpu }),
    files: new NodeFiles(options.root === undefined ? undefined : resolve(options.root)),
    identity: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
    memoryMiB: options.memory,
    ...(options.clock === "host" ? { clock: new NodeClock() } : {}),
    window: { columns: process.stdout.columns ?? 80, rows: process.stdout.rows ?? 24 },
    report: (line) => { say(`o2p: ${line}`); },
    trace: options.strace ? say : undefined,
  });
  const env = options.env.length > 0 ? options.env : Object.entries(process.env).map(([name, value]) => `${name}=${value ?? ""}`);
  const command = { path: latin1Text(resolve(path)), args: [options.argv0 ?? path, ...args].map(latin1Text), env: env.map(latin1Text) };
  const standard = ["/dev/stdin", "/dev/stdout", "/dev/stderr"].map((name, fd) => new NodeFile(fd, name, true));
  blaming(path, () => host.start(command, latin1Text(process.cwd()), standard));
  const ending = await untilEnd(host);
  if (options.count) say(`o2p: ${host.cpu.retired.toLocaleString("en-US")} instructions`);
  return ending;
}

async function untilEnd(host: UserHost): Promise<Ending> {
  for (;;) {
    const ending = host.run(SLICE);
    if (ending !== undefined) return ending;
    await new Promise(setImmediate); // Ctrl-C and the like are heard between two slices.
  }
}

/** A text's bytes, one character each, as programs have them. */
const latin1Text = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

function mebibytes(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 16 || value > 2048) throw new InvalidArgumentError("Give a number from 16 to 2048.");
  return value;
}
