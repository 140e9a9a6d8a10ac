// The machines that run the same programs: each is a process whose standard output is the guest's serial line.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { isInstalled } from "../../installed";
import type { Architecture } from "./build";
import { MarkReader, type Pass } from "./marks";

export type Engine = "jit" | "interpreter";
export type MachineName = Engine | "qemu" | "v86";

export interface Machine {
  readonly name: MachineName;
  readonly architecture: Architecture;
  /** How many of a program's rounds it makes in a pass: slow machines make fewer, and are reckoned by the round. */
  readonly share: number;
  /** Of the same work, behind a first one: the least disturbed counts. */
  readonly passes: number;
  readonly command: (image: string) => readonly [string, ...string[]];
}

const QEMU = "qemu-system-aarch64";
const MEMORY_MIB = 64;
const LONGEST_RUN_MS = 180_000;

const script = (file: string, ...args: readonly string[]): readonly [string, ...string[]] =>
  [process.execPath, "-r", "ts-node/register", join(__dirname, file), ...args];

const MACHINES: Readonly<Record<MachineName, Machine>> = {
  jit:         { name: "jit",         architecture: "aarch64", share: 1,    passes: 3, command: (image) => script("ours-guest.ts", "jit", image) },
  interpreter: { name: "interpreter", architecture: "aarch64", share: 0.01, passes: 1, command: (image) => script("ours-guest.ts", "interpreter", image) },
  qemu:        { name: "qemu",        architecture: "aarch64", share: 1,    passes: 3, command: qemuCommand },
  v86:         { name: "v86",         architecture: "i686",    share: 0.25, passes: 3, command: (image) => script("v86-guest.ts", image) },
};

/** A UserFault where it is missing. */
export function machine(name: MachineName): Machine {
  if (name === "qemu" && !isInstalled(QEMU)) throw new UserFault(`there is no ${QEMU}: apt-get install qemu-system-arm`);
  return MACHINES[name];
}

function qemuCommand(image: string): readonly [string, ...string[]] {
  return [
    QEMU, "-machine", "virt", "-cpu", "max,pauth=off,sve=off,sme=off", "-accel", "tcg,thread=single", "-m", String(MEMORY_MIB),
    "-nodefaults", "-display", "none", "-serial", "stdio", "-no-reboot", "-kernel", image,
  ];
}

/** Runs `image` to its end. The clock is this process's, which does nothing else meanwhile. */
export async function runGuest({ name, command }: Machine, image: string): Promise<readonly Pass[]> {
  const [program, ...args] = command(image);
  const marks = new MarkReader();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], timeout: LONGEST_RUN_MS });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => { complaints += text; });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.stdout.setEncoding("latin1").on("data", (text: string) => {
      try {
        marks.hear(text, performance.now());
      } catch (error) {
        child.kill();
        reject(error as Error);
      }
    });
    child.on("error", reject).on("close", resolve);
  });
  if (status === 2) throw new UserFault(complaints.trim());
  if (!marks.isDone) throw new Error(`${name} ended with status ${status} behind ${marks.passes.length} passes: ${complaints}`);
  return marks.passes;
}
