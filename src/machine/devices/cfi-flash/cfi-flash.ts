// A bank of NOR flash (formats/devices/cfi-flash.ts). It is read like memory until the first
// command; a command is a write anywhere, whose low byte says what is meant.
//
// 1. Commands take no time: READY is always 1.
// 2. Nothing in the array changes before a command is complete: an erase or a buffer that is not
//    confirmed does nothing.
// 3. The two chips hear the same. Who writes to one half of a word commands both chips.

import {
  CFI_BLOCK, CFI_BUFFER, CFI_COMMAND, CFI_IDENTIFIER, CFI_QUERY, CFI_STATUS, CFI_WORD,
} from "../../../formats/devices/cfi-flash";
import type { Peripheral } from "../device";
import { type Sector, Sectors } from "./sectors";

/** A write into the buffer. */
export interface BufferedWord {
  readonly offset: number;
  readonly bytes: number;
  readonly value: number;
}

/** What the next write is. */
export type Expected =
  | { readonly next: "command" | "word" | "lock" }
  | { readonly next: "erase" | "count"; readonly block: number }
  | {
    readonly next: "buffer"; readonly block: number;
    /** Words still to come; then the confirmation. */
    readonly left: number; readonly words: readonly BufferedWord[];
  };

export interface CfiFlashState {
  /** What reads give. */
  readonly mode: "array" | "status" | "identifier" | "query";
  readonly status: number;
  readonly expected: Expected;
  readonly sectors: readonly Sector[];
}

export interface CfiFlashOptions {
  /** From the first byte on. It is not copied, and must not change. */
  readonly contents?: Uint8Array;
}

const COMMAND: Expected = { next: "command" };
const NOT_A_COMMAND = CFI_STATUS.ERASE_ERROR | CFI_STATUS.PROGRAM_ERROR;
const BUFFERED_WORDS = CFI_BUFFER / CFI_WORD;

const QUERY: ReadonlyMap<number, number> = new Map(
  CFI_QUERY.flatMap(([from, bytes]) => bytes.map((byte, i) => [from + i, byte] as const)),
);

export class CfiFlash implements Peripheral<CfiFlashState> {
  readonly #sectors: Sectors;
  #mode: CfiFlashState["mode"] = "array";
  #status: number = CFI_STATUS.READY;
  #expected = COMMAND;

  constructor({ contents = new Uint8Array(0) }: CfiFlashOptions = {}) {
    this.#sectors = new Sectors(contents);
  }

  read(offset: number, bytes: number): bigint {
    if (bytes === 8) return this.read(offset, 4) | (this.read(offset + 4, 4) << 32n);
    if (this.#mode === "array") return BigInt(this.#sectors.read(offset, bytes));
    const answer = this.#answer(Math.floor(offset / CFI_WORD));
    const lanes = (BigInt(answer) << 16n) | BigInt(answer);
    return BigInt.asUintN(8 * bytes, lanes >> BigInt(8 * (offset % CFI_WORD)));
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    if (bytes === 8) {
      this.write(offset, 4, value & 0xffff_ffffn);
      return this.write(offset + 4, 4, value >> 32n);
    }
    this.#expected = this.#accept({ offset, bytes, value: Number(value) });
    return true;
  }

  /** Blocks that are not what they were at first, for whoever keeps them in a file. */
  get written(): readonly Sector[] {
    return this.#sectors.save();
  }

  /** The array stays as it is. */
  reset(): void {
    this.#mode = "array";
    this.#status = CFI_STATUS.READY;
    this.#expected = COMMAND;
  }

  save(): CfiFlashState {
    return {
      mode: this.#mode, status: this.#status, expected: this.#expected,
      sectors: this.#sectors.save(),
    };
  }

  restore({ mode, status, expected, sectors }: CfiFlashState): void {
    this.#mode = mode;
    this.#status = status;
    this.#expected = expected;
    this.#sectors.restore(sectors);
  }

  /** One chip's, at a word. */
  #answer(word: number): number {
    switch (this.#mode) {
      case "identifier": return CFI_IDENTIFIER[word % 0x100] ?? 0;
      case "query": return QUERY.get(word) ?? 0;
      default: return this.#status;
    }
  }

  /** What a write does, and what it lets expect. */
  #accept(word: BufferedWord): Expected {
    const expected = this.#expected;
    switch (expected.next) {
      case "command": return this.#command(word.value & 0xff, blockOf(word.offset));
      case "word": return this.#program([word]);
      case "lock": return this.#lock(word.value & 0xff);
      case "erase": return this.#erase(word.value & 0xff, expected.block);
      case "count": return this.#count((word.value & 0xffff) + 1, expected.block);
      case "buffer": return this.#buffer(word, expected);
    }
  }

  #command(command: number, block: number): Expected {
    const answers = (mode: CfiFlashState["mode"], expected = COMMAND): Expected => {
      this.#mode = mode;
      return expected;
    };
    switch (command) {
      case CFI_COMMAND.READ_STATUS: return answers("status");
      case CFI_COMMAND.READ_IDENTIFIER: return answers("identifier");
      case CFI_COMMAND.READ_QUERY: return answers("query");
      case CFI_COMMAND.PROGRAM:
      case CFI_COMMAND.PROGRAM_OTHER: return answers("status", { next: "word" });
      case CFI_COMMAND.BUFFERED_PROGRAM: return answers("status", { next: "count", block });
      case CFI_COMMAND.ERASE: return answers("status", { next: "erase", block });
      case CFI_COMMAND.LOCK: return answers("status", { next: "lock" });
      case CFI_COMMAND.CLEAR_STATUS:
        this.#status = CFI_STATUS.READY;
        return answers("array");
      default: return answers("array"); // READ_ARRAY, and all that is no command.
    }
  }

  #program(words: readonly BufferedWord[]): Expected {
    for (const { offset, bytes, value } of words) this.#sectors.program(offset, bytes, value);
    return COMMAND;
  }

  #erase(confirmation: number, block: number): Expected {
    if (confirmation !== CFI_COMMAND.CONFIRM) return this.#refuse(confirmation);
    this.#sectors.erase(block);
    return COMMAND;
  }

  /** Taken, and without effect: no block of these chips can be locked. */
  #lock(second: number): Expected {
    const isKnown = second === CFI_COMMAND.LOCK_BLOCK || second === CFI_COMMAND.CONFIRM;
    return isKnown ? COMMAND : this.#refuse(second);
  }

  #count(words: number, block: number): Expected {
    if (words > BUFFERED_WORDS) return this.#refuse(words);
    return { next: "buffer", block, left: words, words: [] };
  }

  #buffer(word: BufferedWord, expected: Expected & { readonly next: "buffer" }): Expected {
    const { block, left, words } = expected;
    if (left > 0) return { ...expected, left: left - 1, words: [...words, word] };
    const isConfirmed = (word.value & 0xff) === CFI_COMMAND.CONFIRM
      && words.every(({ offset }) => blockOf(offset) === block);
    return isConfirmed ? this.#program(words) : this.#refuse(word.value & 0xff);
  }

  /** READ_ARRAY in the place of a second write gives up; anything else was no command. */
  #refuse(second: number): Expected {
    if (second === CFI_COMMAND.READ_ARRAY) this.#mode = "array";
    else this.#status |= NOT_A_COMMAND;
    return COMMAND;
  }
}

const blockOf = (offset: number): number => offset - (offset % CFI_BLOCK);
