// A kernel on QEMU's board, whose virtual clock goes on with each instruction, and by itself when the CPU sleeps: what happens when
// depends on nothing outside, and an interrupt comes between any two instructions, not only between blocks of them.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QEMU } from "../../compiler/machines";

const LONGEST_RUN_MS = 300_000;

/** What the UART prints, until the machine switches itself off. */
export function bootOnQemu(image: Uint8Array, { bootargs = "", gic = 2 }: { bootargs?: string; gic?: 2 | 3 }): string {
  const directory = mkdtempSync(join(tmpdir(), "o2p-events-"));
  try {
    const [file, serial] = [join(directory, "x.img"), join(directory, "serial")];
    writeFileSync(file, image);
    const { status } = spawnSync(QEMU, [
      "-machine", `virt,gic-version=${gic}`, "-cpu", "cortex-a57", "-m", "64", "-icount", "shift=0,sleep=off", "-nodefaults", "-display", "none",
      "-no-reboot", "-serial", `file:${serial}`, "-kernel", file, "-append", bootargs,
    ], { timeout: LONGEST_RUN_MS });
    const printed = readFileSync(serial, "latin1");
    return status === 0 ? printed : `${printed}(not switched off)`;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
