// Debian's kernel to busybox's shell, by our engine and by QEMU: the same kernel, initramfs and command line, and the
// time of a clock on the wall, from the command to the prompt.

import type { Dialogue } from "../../cli/dialogue";
import { ours, qemu } from "../../long/computer/computers";
import { linuxOn } from "../../long/computer/linux";
import { untilShell } from "../../long/computer/linux-session";
import type { Engine } from "./machines";

export interface ShellTime {
  readonly seconds: number;
  /** Of all processors' work: more than `seconds` where several worked, less where others were in the way. */
  readonly cpuSeconds: number;
}

export interface DebianTimes {
  readonly ours: ShellTime;
  readonly qemu: ShellTime;
}

export async function debianTimes(engine: Engine): Promise<DebianTimes> {
  const setup = linuxOn(1, 2);
  return {
    ours: await timeToShell(() => ours({ ...setup, ours: engineOption(engine) })),
    qemu: await timeToShell(() => qemu(setup)),
  };
}

const engineOption = (engine: Engine): readonly string[] => (engine === "interpreter" ? [] : ["--engine", engine]);

async function timeToShell(start: () => Dialogue): Promise<ShellTime> {
  const began = performance.now();
  const computer = start();
  try {
    await untilShell(computer);
    return { seconds: (performance.now() - began) / 1000, cpuSeconds: computer.cpuSeconds };
  } finally {
    await computer.kill();
  }
}
