// One guest of the bench on our board, by one engine:
//
//   node -r ts-node/register test/bench/engines/ours-guest.ts ENGINE IMAGE
//
// A line of the guest's leaves at once, not behind a slice as under `o2p boot`: its reader has a clock.

import { readFileSync, writeSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import type { MachineEngine } from "../../../src/machine/cpu/engine";
import { createJit } from "../../../src/machine/jit/jit";

const STANDARD_OUTPUT = 1;
const NEWLINE = 10;
/** Instructions; the longest that `o2p boot` runs at a time. */
const SLICE = 2_000_000;
const description = { ramBytes: 64 << 20, cpus: 1, gic: 2 } as const;

/** The interpreter is what a board without an engine has. */
const ENGINES: Readonly<Record<string, () => { readonly engine?: MachineEngine }>> = {
  interpreter: () => ({}),
  jit:         () => ({ engine: createJit() }),
};

async function main(engine: string, image: string): Promise<void> {
  let line: number[] = [];
  const serial = (byte: number): void => {
    line.push(byte);
    if (byte !== NEWLINE) return;
    writeSync(STANDARD_OUTPUT, new Uint8Array(line));
    line = [];
  };
  const board = new Board({ description, outside: { serial }, ...ENGINES[engine]!() });
  board.start(prepareBoot(loadImage(readFileSync(image), description.ramBytes), description));
  while (!board.isOff) {
    const stop = board.run(SLICE);
    if (stop.kind !== "limit" && !board.isOff) throw new Error(`the guest has not switched off: ${stop.kind}`);
    await setImmediate();
  }
}

const [engine, image] = process.argv.slice(2);
void main(engine!, image!);
