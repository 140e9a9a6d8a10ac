// The o2p command, run as a reader runs it.

import { spawnSync } from "node:child_process";
import { join } from "node:path";

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
