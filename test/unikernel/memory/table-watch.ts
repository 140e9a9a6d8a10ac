// A board whose translation tables are watched from outside, store by store. The Arm manual ("Using
// break-before-make when updating translation table entries") wants a valid descriptor made invalid,
// and forgotten by TLBI, before another takes its place, unless the two differ in permissions alone.
// A machine whose TLB holds one of the two cannot show it: the rule is about those that hold both.

import { bug } from "../../../src/base/bug";
import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import type { MmuParts } from "../../../src/machine/mmu/parts";
import { STANDARD_MMU_PARTS } from "../../../src/machine/mmu/standard-parts";
import { type Invalidation, isInvalidated } from "../../../src/machine/mmu/tlb-invalidation";
import { encodingOf } from "../../machine/sysregs/guest";
import { livePages } from "./live-tables";

/** A mark of PhysicalMemory's that nobody else has. */
const MARK = 8;
const PAGE = 4096;
/** UXN, PXN, AP. */
const PERMISSIONS = 0x0060_0000_0000_00c0n;
const ADDRESS = 0xffff_ffff_f000n;
const UPPER_PAGES = 0xfff_f800_0000n;

interface Table {
  readonly level: number;
  /** Of its first entry: bits 55:12 of the address. */
  readonly page: bigint;
}

/** Bits of a page's number that an entry of the level stands for. */
const bitsOf = (level: number): bigint => BigInt(9 * (3 - level));

class TableWatch {
  readonly violations: string[] = [];
  #watched: Board | undefined;
  /** By physical address. */
  readonly #tables = new Map<number, Table>();
  /** Entries that are invalid and perhaps remembered: which pages they stood for. */
  readonly #broken = new Map<number, { readonly first: bigint; readonly last: bigint }>();
  #stored: { readonly address: number; readonly old: bigint } | undefined;
  #last: Invalidation | undefined;

  get #board(): Board {
    return this.#watched ?? bug("no board is watched");
  }

  /** The board's processor uses tables that may be changed from now on. */
  begin(board: Board): void {
    this.#watched = board;
    board.physical.onMarkedStore((_, offset) => { this.#willStore(offset); });
    this.#adopt(rootOf(board, "TTBR0_EL1"), { level: 1, page: 0n });
    this.#adopt(rootOf(board, "TTBR1_EL1"), { level: 1, page: UPPER_PAGES });
  }

  forgotten(invalidation: Invalidation): void {
    if (invalidation === this.#last) return; // The MMU asks of each entry that it holds.
    this.#last = invalidation;
    this.#judge();
    const page = "page" in invalidation ? BigInt(invalidation.page) : undefined;
    for (const [address, { first, last }] of this.#broken) {
      if (page === undefined || (page >= first && page <= last)) this.#broken.delete(address);
    }
  }

  #willStore(offset: number): void {
    this.#judge();
    const address = this.#board.physical.base + offset - offset % 8;
    if (this.#tables.has(address - address % PAGE)) this.#stored = { address, old: this.#read(address) };
  }

  /** What the last store has made of an entry. */
  #judge(): void {
    if (this.#stored === undefined) return;
    const { address, old } = this.#stored;
    this.#stored = undefined;
    const now = this.#read(address);
    const { level, page } = this.#tables.get(address - address % PAGE)!;
    const first = page + (BigInt(address % PAGE / 8) << bitsOf(level));
    const isTable = (descriptor: bigint): boolean => level < 3 && (descriptor & 3n) === 3n;
    if ((old & 1n) === 0n) {
      if ((now & 1n) === 0n) return;
      if (this.#broken.has(address)) this.#object(address, "made before it is forgotten");
      if (isTable(now)) this.#adopt(Number(now & ADDRESS), { level: level + 1, page: first });
    } else if ((now & 1n) === 0n) {
      this.#broken.set(address, { first, last: first + (1n << bitsOf(level)) - 1n });
      if (isTable(old)) this.#tables.delete(Number(old & ADDRESS));
    } else if (((old ^ now) & ~PERMISSIONS) !== 0n) {
      this.#object(address, `0x${now.toString(16)} in place of 0x${old.toString(16)}`);
    }
  }

  #adopt(address: number, table: Table): void {
    this.#tables.set(address, table);
    this.#board.physical.marks[(address - this.#board.physical.base) / PAGE]! |= MARK;
    for (let i = 0; table.level < 3 && i < 512; i++) {
      const descriptor = this.#read(address + 8 * i);
      if ((descriptor & 3n) !== 3n) continue;
      const page = table.page + (BigInt(i) << bitsOf(table.level));
      this.#adopt(Number(descriptor & ADDRESS), { level: table.level + 1, page });
    }
  }

  #object(address: number, what: string): void {
    this.violations.push(`the entry at 0x${address.toString(16)}: ${what}`);
  }

  #read(address: number): bigint {
    return this.#board.physical.load(address, 8) ?? 0n;
  }
}

const registerOf = (board: Board, name: "TTBR0_EL1" | "TTBR1_EL1" | "SCTLR_EL1"): bigint =>
  board.processors[0]!.system.read(encodingOf(name));

const rootOf = (board: Board, name: "TTBR0_EL1" | "TTBR1_EL1"): number =>
  Number(registerOf(board, name) & ADDRESS);

const RAM_BYTES = 64 << 20;
const RNG_SEED = new Uint8Array(32).fill(0x5a);
/** Instructions between two looks: at the boot, and at all live tables. */
const FIRST_STEPS = 100_000;
const STEPS = 20_000_000;

export interface WatchedRun {
  readonly board: Board;
  readonly printed: string;
  /** Of break-before-make; from when the kernel has tables of its own. */
  readonly violations: readonly string[];
  /** How often all live tables were read, and how many pages in them were writable and executable. */
  readonly looks: number;
  readonly dangerous: number;
}

/** Runs a kernel on a watched board, until it is off, or for `limit` instructions. */
export function runWatched(image: Uint8Array, limit = 2_000_000_000): WatchedRun {
  const watch = new TableWatch();
  const mmu: MmuParts = {
    ...STANDARD_MMU_PARTS,
    isInvalidated: (entry, invalidation) => {
      watch.forgotten(invalidation);
      return isInvalidated(entry, invalidation);
    },
  };
  const codes: number[] = [];
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2, rngSeed: RNG_SEED } as const;
  const serial = (byte: number): void => { codes.push(byte); };
  const board = new Board({ description, outside: { serial }, parts: { processor: { mmu } } });
  board.start(prepareBoot(loadImage(image, RAM_BYTES), description));
  const hasOwnTables = (): boolean => (registerOf(board, "SCTLR_EL1") >> 19n & 1n) === 1n;
  while (!board.isOff && board.time < limit && !hasOwnTables()) board.run(FIRST_STEPS);
  watch.begin(board);
  let [looks, dangerous] = [0, 0];
  while (!board.isOff && board.time < limit) {
    board.run(STEPS);
    looks++;
    dangerous += livePages(board).filter((page) => page.isWritable && page.isExecutable).length;
  }
  const printed = String.fromCharCode(...codes) + (board.isOff ? "" : "(not switched off)");
  return { board, printed, violations: watch.violations, looks, dangerous };
}
