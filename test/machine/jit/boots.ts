// Software that boots on a board, with a conversation on its serial line: the same on every engine, to the instruction.

import { Board, type Boot } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadFlash, loadImage } from "../../../src/machine/board/loaders/load-image";
import type { MachineEngine } from "../../../src/machine/cpu/engine";
import { stateHash } from "../../../src/machine/cpu/stepping/state-hash";
import { kernel } from "../../unikernel/boot/kernels";

/** What the machine is to have said at the end of its text, and what is then typed. */
export type Exchange = readonly [said: RegExp, typed: string];

export interface Software {
  readonly image?: Uint8Array;
  readonly firmware?: Uint8Array;
  readonly initrd?: Uint8Array;
  readonly bootargs?: string;
  /** MiB. */
  readonly memory: number;
  readonly cpus?: number;
  readonly gic?: 2 | 3;
  readonly conversation?: readonly Exchange[];
  /** Where the boot is over, if the machine is not switched off. */
  readonly end?: RegExp;
  /** How often its text is looked at, in instructions. */
  readonly pace?: number;
}

export interface Booted {
  readonly board: Board;
  readonly printed: string;
  readonly hash: string;
}

const PACE = 50_000;
const LIMIT = 3_000_000_000;
const SEED = new Uint8Array(32).fill(0x5a);

export const service = (path: string): Uint8Array => kernel(path).image;

/** A machine that is about to begin; `serial` hears what it prints. */
export function startedWith(software: Software, serial: (byte: number) => void, engine?: MachineEngine): Board {
  const { image, firmware, initrd, memory, cpus = 1, gic = 2, bootargs } = software;
  const ramBytes = memory << 20;
  const description = { ramBytes, cpus, gic, rngSeed: SEED, ...(bootargs !== undefined && { bootargs }) };
  const board = new Board({ description, outside: { serial }, ...(firmware && { firmware }), ...(engine && { engine }) });
  const loaded = firmware ? loadFlash(firmware) : loadImage(image!, ramBytes);
  board.start(prepareBoot(loaded, description, initrd) as Boot);
  return board;
}

/** Boots it until it is switched off, has said its last, or waits for what nobody types. */
export function boot(software: Software, engine?: MachineEngine): Booted {
  const { conversation = [], end, pace = PACE } = software;
  let printed = "";
  const board = startedWith(software, (byte) => { printed += String.fromCharCode(byte); }, engine);
  const left = [...conversation];
  const isOver = (): boolean => board.isOff || (left.length === 0 && end?.test(printed) === true) || board.time > LIMIT;
  while (!isOver()) {
    const { kind } = board.run(pace);
    const next = left[0];
    if (next?.[0].test(printed) === true) {
      board.type(Uint8Array.from(next[1], (letter) => letter.charCodeAt(0)));
      left.shift();
    } else if (kind === "waiting") break;
  }
  return { board, printed, hash: stateHash(board) };
}
