import { execFileSync } from "node:child_process";
import type { Limits } from "./sandbox";

/**
 * A shell's argument list that sets the kernel's limits (getrlimit(2)) and becomes the command that follows:
 * private memory, processor time, no file that can grow, no core dump, few descriptors.
 */
export function underLimits({ memoryMiB, cpuSeconds }: Limits): string[] {
  const memory = `-d ${memoryMiB * 1024 + reservedKiB()}`;
  const limits = [memory, "-f 0", "-c 0", "-n 64", ...(cpuSeconds === undefined ? [] : [`-t ${cpuSeconds}`])];
  const script = limits.map((limit) => `ulimit ${limit} || exit 126`).join("; ");
  return ["/bin/sh", "-c", `${script}; exec "$@"`, "sh"];
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
