// Instructions, decoded once: a page of RAM that is executed has its words' meanings beside it,
// each until something is stored there. (Arm's caches may keep what is stale until IC; ours never
// do.)
//
// 1. A page that has a decoded word is marked CODE. Words are forgotten in place, so a CPU that is
//    running the page sees it with its next fetch.
// 2. A page to which much is stored is data, perhaps as well: all of it is forgotten, and its mark
//    with it, so that stores are fast again if it is not executed any more.
// 3. What is executed from a device, a flash memory, is fetched each time, since only the device
//    knows when it changes. What a word means does not depend on where it is.
// 4. A word's meaning takes some fifty times the room of the word. A guest that executes all of a
//    large RAM would fill the host's memory: there are at most MOST_PAGES pages, and then none.

import { PAGE } from "./layout";
import { CODE, type PhysicalMemory } from "./physical-memory";
import type { Run } from "./run";

export interface Instruction {
  readonly word: number;
  readonly operands: Readonly<Record<string, number>>;
  /** Does what the word says. */
  readonly execute: (m: Run, operands: Readonly<Record<string, number>>) => void;
}

/** What to execute in an instruction's place, which is at `offset` in RAM: a debugger's doing. */
export type Instrument = (instruction: Instruction, offset: number) => Instruction;

/** The words of a page, by their number in it. */
export type CodePage = (Instruction | undefined)[];

const WORDS = PAGE / 4;

/** Stores to a page, without a word decoded in between, that make it data. */
const MANY_STORES = 256;

/** 8 MiB of code. */
const MOST_PAGES = 2048;
/** Different words whose meanings are kept. */
const MOST_MEANINGS = 65_536;

interface Decoded {
  readonly page: CodePage;
  /** Since a word was decoded. */
  stores: number;
}

export class CodeCache {
  readonly #physical: PhysicalMemory;
  readonly #pages = new Map<number, Decoded>();
  readonly #meanings = new Map<number, Instruction>();
  #instrument: Instrument | undefined;

  constructor(physical: PhysicalMemory) {
    this.#physical = physical;
    physical.onMarkedStore((page, offset, length) => this.#stored(page, offset, length));
  }

  /**
   * What is decoded of the page of RAM at `offset`. A CPU that goes to another page asks anew, and
   * when its turn begins: a page that was let go is then no longer looked at.
   */
  page(offset: number): CodePage {
    return this.#decoded(offset / PAGE).page;
  }

  /** Remembers what the word at `offset` means. Returns what to execute. */
  keep(offset: number, instruction: Instruction): Instruction {
    const kept = this.#instrument?.(instruction, offset) ?? instruction;
    const number = Math.floor(offset / PAGE);
    const decoded = this.#decoded(number);
    this.#physical.mark(number, CODE);
    decoded.page[(offset % PAGE) / 4] = kept;
    decoded.stores = 0;
    return kept;
  }

  /** What words mean, wherever they are. */
  get meanings(): ReadonlyMap<number, Instruction> {
    return this.#meanings;
  }

  keepMeaning(instruction: Instruction): Instruction {
    if (this.#meanings.size === MOST_MEANINGS) this.#meanings.clear();
    this.#meanings.set(instruction.word, instruction);
    return instruction;
  }

  /** From now on `instrument` is asked what to execute; undefined: the instructions themselves. */
  instrument(instrument: Instrument | undefined): void {
    this.#instrument = instrument;
    this.clear();
  }

  /** Whether what is executed may be another's than the instructions themselves. */
  get isInstrumented(): boolean {
    return this.#instrument !== undefined;
  }

  /** Forgets all. */
  clear(): void {
    for (const number of this.#pages.keys()) this.#forget(number);
  }

  #decoded(number: number): Decoded {
    let decoded = this.#pages.get(number);
    if (decoded === undefined) {
      if (this.#pages.size === MOST_PAGES) this.#letGo();
      decoded = { page: Array.from<undefined>({ length: WORDS }), stores: 0 };
      this.#pages.set(number, decoded);
    }
    return decoded;
  }

  #stored(number: number, offset: number, length: number): void {
    if ((this.#physical.marks[number]! & CODE) === 0) return;
    const decoded = this.#decoded(number);
    decoded.stores++;
    if (decoded.stores > MANY_STORES) return this.#forget(number);
    const start = offset - number * PAGE;
    decoded.page.fill(undefined, Math.max(start >> 2, 0), ((start + length - 1) >> 2) + 1);
  }

  #letGo(): void {
    this.clear();
    this.#pages.clear();
  }

  #forget(number: number): void {
    this.#physical.marks[number]! &= ~CODE;
    this.#decoded(number).page.fill(undefined);
  }
}
