// A service and somebody who types: what the serial line says, on our board and on QEMU, until the machine is switched off.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import { QEMU } from "../../compiler/machines";

const RAM_BYTES = 64 << 20;
const RNG_SEED = new Uint8Array(32).fill(0x5a);
const LIMIT = 1_000_000_000;
const LONGEST_RUN_MS = 60_000;
const PROMPT = "> ";

export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export interface Session {
  /** All that it has said. */
  printed: string;
  readonly board: Board;
}

/** On our board, until the service waits. */
export function session(image: Uint8Array, gic: 2 | 3 = 2, date = 0): Session {
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic, rngSeed: RNG_SEED };
  const outside = { serial: (byte: number) => { made.printed += String.fromCharCode(byte); }, date: () => date };
  const made: Session = { printed: "", board: new Board({ description, outside }) };
  made.board.start(prepareBoot(loadImage(image, RAM_BYTES), description));
  made.board.run(LIMIT);
  return made;
}

/** What is typed, all at once, and what it says until it waits again, or is off. */
export function answerOn({ board }: Session, typed: Uint8Array): void {
  board.type(typed);
  board.run(LIMIT);
}

/** What it says from the beginning, if this is typed at the prompt. */
export function onBoard(image: Uint8Array, typed: Uint8Array, gic: 2 | 3 = 2): string {
  const running = session(image, gic);
  answerOn(running, typed);
  return running.board.isOff ? running.printed : `${running.printed}(not switched off)`;
}

/** The same through QEMU's standard input and output; typed when the prompt is there. */
export async function onQemu(image: Uint8Array, typed: Uint8Array, gic: 2 | 3 = 2): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "o2p-serial-"));
  try {
    const file = join(directory, "x.img");
    writeFileSync(file, image);
    const { printed, status } = await typedAt(file, typed, gic);
    return status === 0 ? printed : `${printed}(not switched off)`;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function typedAt(file: string, typed: Uint8Array, gic: 2 | 3): Promise<{ printed: string; status: number | null }> {
  const qemu = spawn(QEMU, [
    "-machine", `virt,gic-version=${gic}`, "-cpu", "cortex-a57", "-m", String(RAM_BYTES >> 20), "-nodefaults", "-display", "none", "-no-reboot",
    "-serial", "stdio", "-global", "virtio-mmio.force-legacy=false", "-device", "virtio-rng-device", "-kernel", file,
  ], { timeout: LONGEST_RUN_MS });
  let printed = "";
  let isTyped = false;
  qemu.stdout.on("data", (bytes: Buffer) => {
    printed += bytes.toString("latin1");
    if (isTyped || !printed.endsWith(PROMPT)) return;
    isTyped = true;
    qemu.stdin.write(typed);
  });
  return new Promise((resolve, reject) => {
    qemu.on("error", reject);
    qemu.on("close", (status) => { resolve({ printed, status }); });
  });
}
