// A compiled image on the two machines: what the UART prints until the machine switches itself off.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Board } from "../../src/machine/board/board";
import { prepareBoot } from "../../src/machine/board/loaders/boot";
import { loadImage } from "../../src/machine/board/loaders/load-image";
import { isAsked } from "../installed";

const LONGEST_RUN_MS = 120_000;
const DEFAULT_LIMIT = 1_000_000_000;
const RAM_BYTES = 64 << 20;
/** QEMU gives one too. */
const RNG_SEED = new Uint8Array(32).fill(0x5a);

export interface BoardRun {
  readonly printed: string;
  /** Instructions, from the first to the last. */
  readonly retired: number;
}

/** On our board, at most `limit` instructions. */
export function runOnBoard(image: Uint8Array, limit = DEFAULT_LIMIT, gic: 2 | 3 = 2): BoardRun {
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic, rngSeed: RNG_SEED };
  const codes: number[] = [];
  const board = new Board({ description, outside: { serial: (byte) => { codes.push(byte); } } });
  board.start(prepareBoot(loadImage(image, description.ramBytes), description));
  const stop = board.run(limit);
  const printed = codes.map((code) => String.fromCharCode(code)).join("");
  return { printed: board.isOff ? printed : `${printed}(not switched off: ${stop.kind})`, retired: board.time };
}

export const QEMU = "qemu-system-aarch64";

/** Whether the test is asked there too: everywhere but where QEMU is missing. */
export const hasQemu = (): boolean => isAsked(QEMU);

/** On QEMU's. */
export function runOnQemu(image: Uint8Array, cpu = "cortex-a57", gic: 2 | 3 = 2): string {
  const directory = mkdtempSync(join(tmpdir(), "o2p-compiled-"));
  try {
    const [file, serial] = [join(directory, "x.img"), join(directory, "serial")];
    writeFileSync(file, image);
    const { status } = spawnSync(QEMU, [
      "-machine", `virt,gic-version=${gic}`, "-cpu", cpu, "-m", String(RAM_BYTES >> 20), "-nodefaults", "-display", "none", "-no-reboot",
      "-serial", `file:${serial}`, "-kernel", file,
    ], { timeout: LONGEST_RUN_MS });
    const printed = readFileSync(serial, "latin1");
    return status === 0 ? printed : `${printed}(not switched off)`;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
