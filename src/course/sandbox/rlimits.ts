import type { Limits } from "./sandbox";

/**
 * A shell's argument list that sets the kernel's limits (getrlimit(2)) and becomes the command that follows:
 * private memory, processor time, no file that can grow, no core dump, few descriptors.
 */
export function underLimits({ memoryMiB, cpuSeconds }: Limits): string[] {
  const limits = [`-d ${memoryMiB * 1024}`, "-f 0", "-c 0", "-n 64", ...(cpuSeconds === undefined ? [] : [`-t ${cpuSeconds}`])];
  const script = limits.map((limit) => `ulimit ${limit} || exit 126`).join("; ");
  return ["/bin/sh", "-c", `${script}; exec "$@"`, "sh"];
}
