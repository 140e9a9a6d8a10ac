// A boot on QEMU's `virt` board, with what can be chosen there: what it printed, and whether it powered off.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QEMU } from "../../compiler/machines";

export const CPUS = ["cortex-a53", "cortex-a57", "max"] as const;

export interface QemuBoot {
  readonly cpu?: (typeof CPUS)[number];
  readonly gic?: 2 | 3;
  /** Entered at EL2, and PSCI is called by SMC. */
  readonly virtualization?: boolean;
  readonly memoryMib?: number;
  readonly bootargs?: string;
  /** Of -machine. */
  readonly machine?: string;
  /** Of the RTC, when the machine is switched on: 2001-02-03T04:05:06. */
  readonly date?: string;
  /** A device tree in place of QEMU's own. */
  readonly tree?: Uint8Array;
  readonly initrd?: Uint8Array;
}

const LONGEST_RUN_MS = 60_000;

export function bootOnQemu(image: Uint8Array, boot: QemuBoot = {}): string {
  const { cpu = "cortex-a57", gic = 2, virtualization = false, memoryMib = 64, bootargs, machine = "", date } = boot;
  const directory = mkdtempSync(join(tmpdir(), "o2p-boot-"));
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(directory, name), bytes);
    return join(directory, name);
  };
  try {
    const { status, stdout } = spawnSync(QEMU, [
      "-machine", `virt,gic-version=${gic},virtualization=${virtualization ? "on" : "off"}${machine}`, "-cpu", cpu, "-m", String(memoryMib),
      "-nodefaults", "-display", "none", "-serial", "stdio", "-kernel", file("x.img", image),
      ...(bootargs === undefined ? [] : ["-append", bootargs]),
      ...(date === undefined ? [] : ["-rtc", `base=${date}`]),
      ...(boot.tree === undefined ? [] : ["-dtb", file("x.dtb", boot.tree)]),
      ...(boot.initrd === undefined ? [] : ["-initrd", file("initrd", boot.initrd)]),
    ], { encoding: "latin1", input: "", timeout: LONGEST_RUN_MS });
    return status === 0 ? stdout : `${stdout}(not switched off)`;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
