import { execFileSync } from "node:child_process";
import { DIES_WITH_PARENT } from "./namespace";
import type { Limits } from "./sandbox";

/**
 * The command that follows, under the kernel's limits (getrlimit(2)): private memory, processor time, no file that
 * can grow, no core dump, few descriptors. The kernel ends it when we end; if we have ended before it was told so,
 * it does not begin.
 */
export function underLimits({ memoryMiB, cpuSeconds }: Limits): string[] {
  const memory = `-d ${memoryMiB * 1024 + reservedKiB()}`;
  const limits = [memory, "-f 0", "-c 0", "-n 64", ...(cpuSeconds === undefined ? [] : [`-t ${cpuSeconds}`])];
  const script = [`[ "$PPID" -eq ${process.pid} ]`, ...limits.map((limit) => `ulimit ${limit}`), `exec "$@"`].join(" && ");
  return [...DIES_WITH_PARENT, "/bin/sh", "-c", script, "sh"];
}

let reserved: number | undefined;

/**
 * What this Node has mapped before it does anything, and the kernel counts: 50 MiB or, since V8 reserves a cage for
 * its garbage collector, ten times that.
 */
function reservedKiB(): number {
  if (reserved !== undefined) return reserved;
  const status = execFileSync(process.execPath, ["-p", `require("node:fs").readFileSync("/proc/self/status", "utf8")`], { encoding: "utf8" });
  reserved = Number(/^VmData:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
  return reserved;
}
