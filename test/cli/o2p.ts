// The o2p command, run as a reader runs it, and in this process, where no time is lost with loading it.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { main } from "../../src/cli/main";

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const COMMAND = join(__dirname, "..", "..", "src", "cli", "o2p.js");

export function o2p(args: readonly string[], input = "", cwd?: string): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { input, encoding: "utf8", cwd, maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

/** Of a command that says what is wrong, and prints nothing: what it would print is not caught. */
export async function inThisProcess(args: readonly string[], folder: string): Promise<Omit<Run, "stdout">> {
  const before = process.cwd();
  const { error } = console;
  const { write } = process.stderr;
  let stderr = "";
  console.error = (line: string) => { stderr += `${line}\n`; };
  process.stderr.write = (text: string | Uint8Array) => { stderr += String(text); return true; };
  process.chdir(folder);
  try {
    return { status: await main(["node", "o2p", ...args]), stderr };
  } finally {
    process.chdir(before);
    process.stderr.write = write;
    console.error = error;
  }
}
