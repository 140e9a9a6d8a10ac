// How many instructions a kernel takes for each step of its boot, counted by the host: the image is the one that is
// shipped, and knows nothing of it. A step is over when its name is handed to the boot log (stepAt); the first two, in
// assembly, when the code behind them is entered.

import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import type { Built } from "../../../src/compiler/build";
import { RAM_BASE } from "../../../src/machine/board/memory-map";
import { BODY, HEADER } from "../../../src/formats/objects/layout";

const ENTRY = "src/unikernel/boot/entry.ts#__arch_start";
const KERNEL = "src/unikernel/boot/kernel-start.ts#kernel_start";
const STEP = "src/unikernel/boot/boot-log.ts#stepAt";
/** What is in the log before anybody can write to it. */
const EARLY: ReadonlySet<string> = new Set(["_start", "__arch_start"]);

const RAM_BYTES = 64 << 20;
const RNG_SEED = new Uint8Array(32).fill(0x5a);
const LIMIT = 5_000_000;
/** A physical address, of one in either half. */
const physicalOf = (address: bigint): bigint => BigInt.asUintN(39, address);

export interface Step {
  readonly name: string;
  readonly instructions: number;
}

export interface BootCount {
  readonly printed: string;
  /** From _start to the first byte that the UART sends. */
  readonly toFirstByte: number;
  readonly toPowerOff: number;
  /** Their sum, and what is behind the last one, is all. */
  readonly steps: readonly Step[];
}

export function countBoot({ image, linked }: Built, gic: 2 | 3 = 2): BootCount {
  const addressOf = (wanted: string): bigint => {
    const found = linked.symbols.find(({ name }) => name === wanted);
    if (found === undefined) throw new Error(`the image has no ${wanted}`);
    return physicalOf(found.address);
  };
  const [entry, kernel, step] = [addressOf(ENTRY), addressOf(KERNEL), addressOf(STEP)];
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic, rngSeed: RNG_SEED };
  const codes: number[] = [];
  let toFirstByte = -1;
  const serial = (code: number): void => {
    if (codes.length === 0) toFirstByte = board.retired;
    codes.push(code);
  };
  const board = new Counted(description, serial);
  const steps: Step[] = [];
  let before = 0;
  const done = (name: string): void => {
    steps.push({ name, instructions: board.retired - before });
    before = board.retired;
  };
  board.start(image);
  while (!board.isOff && board.retired < LIMIT) {
    const pc = physicalOf(board.pc);
    if (pc === entry) done("_start");
    else if (pc === kernel) done("__arch_start");
    else if (pc === step && !EARLY.has(board.stringInX0())) done(board.stringInX0());
    board.step();
  }
  const printed = codes.map((code) => String.fromCharCode(code)).join("");
  if (!board.isOff) throw new Error(`not switched off; it printed ${printed}`);
  return { printed, toFirstByte, toPowerOff: board.retired, steps };
}

type Description = Parameters<typeof prepareBoot>[1];

/** A board that goes on by one instruction. */
class Counted {
  readonly #board: Board;
  readonly #description: Description;

  constructor(description: Description, serial: (code: number) => void) {
    this.#description = description;
    this.#board = new Board({ description, outside: { serial } });
  }

  start(image: Uint8Array): void {
    this.#board.start(prepareBoot(loadImage(image, this.#description.ramBytes), this.#description));
  }

  step(): void {
    this.#board.run(1);
  }

  get isOff(): boolean {
    return this.#board.isOff;
  }

  get retired(): number {
    return this.#board.cpus[0]!.retired;
  }

  get pc(): bigint {
    return this.#board.cpus[0]!.pc;
  }

  stringInX0(): string {
    const { physical, cpus } = this.#board;
    const object = Number(physicalOf(cpus[0]!.state.x[0]!));
    const byte = (offset: number): number => physical.bytes[object - RAM_BASE + offset]!;
    const length = byte(HEADER.length);
    return Array.from({ length }, (_, i) => String.fromCharCode(byte(BODY + i))).join("");
  }
}
