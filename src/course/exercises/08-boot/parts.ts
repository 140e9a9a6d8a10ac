// What the exercises of chapter 8 ask for: functions of the unikernel, each with a file of its own there.

export interface BootParts {
  /** The next token of a device tree behind the one at an address. */
  readonly nextToken: (at: bigint) => bigint;
  /** So many bytes go from one place to another; the two may overlap. */
  readonly copyBytes: (from: bigint, to: bigint, bytes: bigint) => void;
  /** Everything from one address up to another becomes zero. */
  readonly zero: (from: bigint, to: bigint) => void;
  /** The lowest free place in the memory map for so many bytes, below a limit; or -1. */
  readonly findGap: (bytes: number, limit: number) => number;
  /** The first page of the lowest run of free pages; or -1. */
  readonly findRun: (free: bigint, pages: number, first: number, lowest: number, run: number, alignment: number) => number;
  /** The attributes of a page or a block, for a sum of PAGE's flags. */
  readonly attributesOf: (flags: number) => bigint;
  /** The bytes of the largest block or page with which a range begins. */
  readonly nextPiece: (offset: number, physical: number, bytes: number) => number;
  /** When a periodic timer comes next, in ticks. */
  readonly nextDeadline: (due: bigint, interval: bigint, now: bigint) => bigint;
  /** The ring between a handler that puts and a loop that takes. */
  readonly ByteRing: new (capacity: number) => { readonly length: number; put(byte: number): boolean; take(): number };
  /** Seconds since 1970 as "Mon 2026-11-23 12:34:56". */
  readonly civilDate: (seconds: number) => string;
  /** The next chain that a device gives back, with what is wrong with that; null: none. */
  readonly reap: (
    used: bigint, taken: number, rooms: readonly number[], out: number,
  ) => { readonly head: number; readonly written: number; readonly lie: string } | null;
  /** A line and its cursor behind a key. */
  readonly edited: (text: string, cursor: number, key: number) => readonly [text: string, cursor: number];
}
