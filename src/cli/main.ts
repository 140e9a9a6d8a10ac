// The o2p command. Each command is a file of its own that registers itself; what one needs is loaded when it runs,
// so that none waits for the others.

import { Command, CommanderError } from "commander";
import { UserFault } from "../base/fault";
import { register as registerAsm } from "./commands/asm";
import { register as registerBoot } from "./commands/boot";
import { register as registerBuild } from "./commands/build";
import { register as registerCheck } from "./commands/check";
import { register as registerDebug } from "./commands/debug";
import { register as registerDisasm } from "./commands/disasm";
import { register as registerEncoding } from "./commands/encoding";
import { register as registerExplain } from "./commands/explain";
import { register as registerGrade } from "./commands/grade";
import { register as registerImages } from "./commands/images";
import { register as registerLearn } from "./commands/learn";
import { register as registerPack } from "./commands/pack";
import { register as registerRun } from "./commands/run";
import { register as registerStart } from "./commands/start";
import { ReaderGone } from "./output";

/** The user's fault. */
const USAGE = 2;

export function program(): Command {
  const o2p = new Command("o2p")
    .description("From Opcode to Packet: an AArch64 computer, and the unikernel that runs on it.")
    .enablePositionalOptions() // What stands behind o2p run's PROGRAM is not ours.
    .exitOverride()
    .configureOutput({ outputError: () => undefined }); // main() prints it, in one line.
  registerDisasm(o2p);
  registerAsm(o2p);
  registerEncoding(o2p);
  registerExplain(o2p);
  registerDebug(o2p);
  registerRun(o2p);
  registerBuild(o2p);
  registerBoot(o2p);
  registerImages(o2p);
  registerStart(o2p);
  registerLearn(o2p);
  registerCheck(o2p);
  registerPack(o2p);
  registerGrade(o2p);
  return o2p;
}

/** Runs the command that `argv` (as process.argv) asks for, and answers the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...argv]);
    return process.exitCode === undefined ? 0 : Number(process.exitCode);
  } catch (error) {
    if (error instanceof ReaderGone) return 0;
    if (error instanceof CommanderError && error.exitCode === 0) return 0; // --help
    if (error instanceof CommanderError && error.code === "commander.help") return USAGE; // It has been shown.
    if (error instanceof CommanderError || error instanceof UserFault) {
      console.error(`o2p: ${oneLine(error.message)}`);
      return USAGE;
    }
    throw error;
  }
}

function oneLine(message: string): string {
  return message.replace(/^error: /, "").split("\n").filter((line) => line !== "").join(" ");
}
