// The sandbox on Linux. The process has: Node and the libraries it is linked to, the folder of its script, /dev/null
// and /dev/urandom; all read-only. No network, no environment, no other process in sight, no new one (seccomp.ts),
// memory and time limited by the kernel (rlimits.ts). It ends when its parent does, whatever ended that.

import { execFileSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import { ownNamespace } from "./namespace";
import { underLimits } from "./rlimits";
import type { Sandbox } from "./sandbox";
import { seccompFilter } from "./seccomp";

const CANDIDATES = ["/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap"];

/** Bubblewrap, or undefined where it is not installed or may not make namespaces. */
export function bubblewrap(): Sandbox | undefined {
  const bwrap = process.platform === "linux" ? CANDIDATES.find((path) => existsSync(path)) : undefined;
  if (bwrap === undefined) return undefined;
  const node = realpathSync(process.execPath);
  const binds = [node, ...librariesOf(node)];
  const namespace = [ownNamespace(), []].find((prefix) => works([...prefix, bwrap, ...wallsFor(node, binds), "--", node, "-e", "0"]));
  if (namespace === undefined) return undefined;
  const filter = seccompFilter();
  return {
    name: filter === undefined ? "bubblewrap (without a system call filter on this architecture)" : "bubblewrap",
    command: (program) => ({
      argv: [
        ...underLimits(program.limits),
        ...namespace, bwrap, ...wallsFor(program.script, binds), ...(filter === undefined ? [] : ["--seccomp", "3"]),
        "--", node, ...program.flags, `--max-old-space-size=${program.limits.heapMiB}`, program.script,
      ],
      inputs: filter === undefined ? [] : [filter],
      group: true,
    }),
  };
}

function wallsFor(script: string, binds: readonly string[]): string[] {
  return [
    "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--hostname", "sandbox",
    "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL",
    ...[...binds, dirname(script)].flatMap((path) => ["--ro-bind", path, path]),
    ...["/dev/null", "/dev/urandom"].flatMap((path) => ["--dev-bind", path, path]),
    "--remount-ro", "/", "--chdir", "/",
  ];
}

/** Whether Node runs within the walls: namespaces may be denied, or some of them. */
function works([file = "", ...args]: readonly string[]): boolean {
  try {
    execFileSync(file, args, { stdio: "ignore" });
    return true;
  } catch {
    return false; // chooseSandbox() looks further.
  }
}

/** The shared libraries of `file`, its loader included, as the loader itself finds them. */
function librariesOf(file: string): string[] {
  const lines = execFileSync("ldd", [file], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => /(?:=> |^\s*)(\/\S+) \(/.exec(line)?.[1] ?? []);
}
