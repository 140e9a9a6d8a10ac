// Debian's gdb-multiarch, the client that the server is for, on commands as a user types them.

import { execFileSync, spawn } from "node:child_process";
import type { Debugger } from "../../../src/machine/cpu/stepping/debugger";
import { listenForGdb } from "../../../src/host/gdb/node-server";

const GDB = "gdb-multiarch";

/** "GNU gdb (Debian 13.1-3) 13.1", or undefined where there is none. */
export function gdbVersion(): string | undefined {
  try {
    return execFileSync(GDB, ["--version"], { encoding: "utf8" }).split("\n")[0];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** What GDB prints for `commands`, line by line, connected to a server of `stepping`; also what it complains of. */
export async function gdbSession(stepping: Debugger, commands: readonly string[]): Promise<string[]> {
  const server = await listenForGdb(stepping, 0);
  const all = [
    "set confirm off", "set pagination off", "set style enabled off", "set architecture aarch64",
    `target remote 127.0.0.1:${server.port}`, ...commands,
  ];
  const gdb = spawn(GDB, ["--nx", "--batch", ...all.flatMap((command) => ["-ex", command])], { stdio: ["ignore", "pipe", "pipe"] });
  const printed: string[] = [];
  for (const stream of [gdb.stdout, gdb.stderr]) stream.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  try {
    await new Promise((resolve, reject) => gdb.once("close", resolve).once("error", reject));
  } finally {
    server.close();
  }
  return printed.join("").split("\n").map((line) => line.trimEnd()).filter((line) => line !== "");
}
