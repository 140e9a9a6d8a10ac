// A boot on our board that can go wrong in every way: another tree, another X0, memory full of
// rubbish, a device that is not there.

import { Board } from "../../../src/machine/board/board";
import { boardTree } from "../../../src/machine/board/device-tree";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import { placeDeviceTree } from "../../../src/machine/board/loaders/placement";
import { MEMORY_MAP, RAM_BASE } from "../../../src/machine/board/memory-map";
import { buildDeviceTree } from "../../../src/formats/device-tree/build";
import { DeviceTree, type DeviceTreeNode, type Reservation } from "../../../src/formats/device-tree/node";

export interface BoardBoot {
  readonly ramBytes?: number;
  readonly gic?: 2 | 3;
  readonly bootargs?: string;
  /** null: the tree has none. */
  readonly rngSeed?: Uint8Array | null;
  readonly initrd?: { readonly start: number; readonly end: number };
  readonly reservations?: readonly Reservation[];
  /** The tree that the kernel gets, of the board's. */
  readonly tree?: (root: DeviceTreeNode) => DeviceTreeNode;
  /** The same of its bytes. */
  readonly blob?: (bytes: Uint8Array) => Uint8Array;
  /** Where it lies, if not where the board would put it; and X0, if that is something else. */
  readonly treeAt?: number;
  readonly x0?: bigint;
  /** How much higher the image is than where it is to be. */
  readonly shift?: number;
  /** What is in RAM where nobody has put anything. */
  readonly rubbish?: number;
  /** Where no device answers: a row of the memory map. */
  readonly without?: keyof typeof MEMORY_MAP;
  /** Bits of a device's register that are set whatever happens. */
  readonly held?: { readonly address: number; readonly bits: number };
  /** Seconds since 1970. */
  readonly date?: number;
  readonly limit?: number;
}

export interface Ended {
  readonly printed: string;
  readonly isOff: boolean;
  readonly retired: number;
  readonly board: Board;
}

const MIB = 1 << 20;
const LIMIT = 20_000_000;
const SEED = new Uint8Array(32).fill(0x5a);

export function bootOnBoard(image: Uint8Array, boot: BoardBoot = {}): Ended {
  const { ramBytes = 64 * MIB, gic = 2, limit = LIMIT, rngSeed = SEED, date } = boot;
  const codes: number[] = [];
  const outside = { serial: (code: number) => { codes.push(code); }, ...(date !== undefined && { date: () => date }) };
  const board = new Board({ description: { ramBytes, cpus: 1, gic }, outside });
  if (boot.without !== undefined) takeAway(board, boot.without);
  if (boot.held !== undefined) hold(board, boot.held);
  if (boot.rubbish !== undefined) board.physical.write(RAM_BASE, new Uint8Array(ramBytes).fill(boot.rubbish));
  const { bootargs, initrd } = boot;
  const root = boardTree({ ramBytes, cpus: 1, gic, ...(bootargs !== undefined && { bootargs }), ...(initrd && { initrd }), ...(rngSeed && { rngSeed }) });
  const tree = new DeviceTree(boot.tree?.(root) ?? root, boot.reservations);
  const whole = buildDeviceTree(tree);
  const blob = boot.blob?.(whole) ?? whole;
  const { shift = 0 } = boot;
  const loaded = loadImage(image, ramBytes);
  const segments = loaded.segments.map((each) => ({ ...each, address: each.address + shift }));
  const address = boot.treeAt ?? placeDeviceTree(loaded, ramBytes, blob.length);
  board.start({ segments: [...segments, { address, bytes: blob }], entry: BigInt(loaded.entry + shift), x0: boot.x0 ?? BigInt(address) });
  board.run(limit);
  return { printed: codes.map((code) => String.fromCharCode(code)).join(""), isOff: board.isOff, retired: board.time, board };
}

/** What it printed, and whether it is still on. */
export function transcript(image: Uint8Array, boot: BoardBoot = {}): string {
  const { printed, isOff } = bootOnBoard(image, boot);
  return isOff ? printed : `${printed}(not switched off)`;
}

/** Accesses to its registers abort, as if it had never been there. */
function takeAway({ bus }: Board, row: keyof typeof MEMORY_MAP): void {
  const { base, size } = MEMORY_MAP[row];
  const isGone = (address: number): boolean => address >= base && address < base + size;
  const { read, write } = bus;
  bus.read = (address, bytes) => (isGone(address) ? undefined : read.call(bus, address, bytes));
  bus.write = (address, bytes, value) => !isGone(address) && write.call(bus, address, bytes, value);
}

function hold({ bus }: Board, { address: held, bits }: NonNullable<BoardBoot["held"]>): void {
  const { read } = bus;
  bus.read = (address, bytes) => {
    const value = read.call(bus, address, bytes);
    return address === held && value !== undefined ? value | BigInt(bits) : value;
  };
}
