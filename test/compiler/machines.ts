// A compiled image on the two machines: what the UART prints until the machine switches itself off.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Board } from "../../src/machine/board/board";
import { prepareBoot } from "../../src/machine/board/loaders/boot";
import { loadImage } from "../../src/machine/board/loaders/load-image";

const LONGEST_RUN_MS = 120_000;
const DEFAULT_LIMIT = 1_000_000_000;
const RAM_BYTES = 64 << 20;

export interface BoardRun {
  readonly printed: string;
  /** Instructions, from the first to the last. */
  readonly retired: number;
}

/** On our board, at most `limit` instructions. */
export function runOnBoard(image: Uint8Array, limit = DEFAULT_LIMIT): BoardRun {
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2 } as const;
  const codes: number[] = [];
  const board = new Board({ description, outside: { serial: (byte) => { codes.push(byte); } } });
  board.start(prepareBoot(loadImage(image, description.ramBytes), description));
  const stop = board.run(limit);
  const printed = codes.map((code) => String.fromCharCode(code)).join("");
  return { printed: board.isOff ? printed : `${printed}(not switched off: ${stop.kind})`, retired: board.time };
}

/** On QEMU's. */
export function runOnQemu(image: Uint8Array, cpu = "cortex-a57"): string {
  const directory = mkdtempSync(join(tmpdir(), "o2p-compiled-"));
  try {
    const [file, serial] = [join(directory, "x.img"), join(directory, "serial")];
    writeFileSync(file, image);
    const { status } = spawnSync("qemu-system-aarch64", [
      "-machine", "virt", "-cpu", cpu, "-m", String(RAM_BYTES >> 20), "-nodefaults", "-display", "none", "-no-reboot",
      "-serial", `file:${serial}`, "-kernel", file,
    ], { timeout: LONGEST_RUN_MS });
    const printed = readFileSync(serial, "latin1");
    return status === 0 ? printed : `${printed}(not switched off)`;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
