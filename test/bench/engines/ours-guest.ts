// One guest of the bench on our board, by one engine:
//
//   node -r ts-node/register test/bench/engines/ours-guest.ts ENGINE IMAGE
//
// It runs as under `o2p boot`, but a line of the guest's leaves at once, not behind the slice: its reader has a clock.

import { readFileSync, writeSync } from "node:fs";
import { Computer } from "../../../src/host/computer/computer";
import { ComputerLoop } from "../../../src/host/computer/node-loop";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";

const STANDARD_OUTPUT = 1;
const NEWLINE = 10;
const description = { ramBytes: 64 << 20, cpus: 1, gic: 2 } as const;

async function main(engine: string, image: string): Promise<void> {
  let line: number[] = [];
  const serial = (byte: number): void => {
    line.push(byte);
    if (byte !== NEWLINE) return;
    writeSync(STANDARD_OUTPUT, new Uint8Array(line));
    line = [];
  };
  if (engine !== "interpreter") throw new Error(`there is no engine ${engine}`);
  const computer = new Computer({ description, outside: { serial } });
  computer.board.start(prepareBoot(loadImage(readFileSync(image), description.ramBytes), description));
  const loop = new ComputerLoop(computer, { mayBeWoken: () => false, afterSlice: () => undefined });
  const ending = await loop.run();
  if (ending !== "off") throw new Error(`the guest has not switched off: ${ending}`);
}

const [engine, image] = process.argv.slice(2);
void main(engine!, image!);
