// The engine of one CPU: runs compiled code where there is some, interprets where there is none,
// and notes what is worth compiling.
//
// 1. What the interpreter's loop does between two instructions is done here as often: never inside
//    a region, but wherever one comes back.
// 2. Compiled code calls interpret() for what it cannot do. The fetcher then stands at that
//    instruction, and `progress` says how many have been done before it, so that whoever looks at
//    the clock, or throws, finds everything as the interpreter leaves it.

import type { VirtAddr } from "../../base/word";
import type { Engine, Inside } from "../cpu/engine";
import { PAGE, PC } from "../cpu/layout";
import { SLOTS } from "../cpu/soft-tlb";
import { ASKS, fetchesAt, LEFT } from "./cells";
import type { CodeSpace } from "./code-space";
import { contextNumber } from "./context";
import { ENTRIES_AT } from "./dispatcher";
import type { Statistics } from "./statistics";
import { STATUS } from "./status";

/** So often a place is interpreted before it is compiled. */
const THRESHOLD = 12;
/** Or so often while it waits for others to be compiled with. */
const IMPATIENCE = 40;
/** Instructions that compiled code may execute at once. */
const MOST = 1 << 30;
const WORDS = PAGE / 4;

const EMPTY = 4;
/** Words of one translation, and of all for one level. */
const ENTRY = 4;
const TABLE = SLOTS * ENTRY;

export class JitEngine implements Engine {
  readonly #inside: Inside;
  readonly #space: CodeSpace;
  readonly #statistics: Statistics;
  readonly #room: number;
  readonly #cpu: number;
  /** PC's two halves. */
  readonly #pc: Uint32Array;
  readonly #left: number;
  readonly #asks: number;
  #context = -1;
  #generation = -1;
  /** What a fault has thrown inside compiled code. */
  #thrown: unknown;
  /** Of the code space, and of translations, when compiled code was entered. */
  #changes = 0;
  #flushes = 0;
  #flushesThen = 0;
  /** What `progress` and LEFT make together while compiled code runs. */
  #granted = 0;
  readonly #interpret = (ram: number): number => this.#interpretOne(ram);

  constructor(inside: Inside, space: CodeSpace, statistics: Statistics) {
    this.#inside = inside;
    this.#space = space;
    this.#statistics = statistics;
    this.#cpu = inside.index * PAGE;
    this.#room = space.roomOf(inside.index);
    this.#left = (this.#room + LEFT) / 4;
    this.#asks = (this.#room + ASKS) / 4;
    const { scalars } = inside.state;
    this.#pc = new Uint32Array(scalars.buffer, scalars.byteOffset + 8 * PC, 2);
    this.forget();
  }

  forget(page?: number): void {
    this.#flushes++;
    const { words } = this.#space;
    for (const level of [0, 1] as const) {
      const table = (this.#room + fetchesAt(level)) / 4;
      if (page === undefined) words.fill(EMPTY, table, table + TABLE);
      else words[table + (page % SLOTS) * ENTRY] = EMPTY;
    }
  }

  execute(limit: number): VirtAddr | undefined {
    const { executor, fetcher, progress } = this.#inside;
    executor.leave = false;
    executor.target = undefined;
    this.#follow();
    this.#space.enter(this.#interpret);
    for (;;) {
      this.#remember();
      if (this.#space.generation !== this.#generation) {
        this.#follow();
        continue;
      }
      const isCold = this.#space.words[this.#entry()]! >= 0;
      if (!isCold) {
        const target = this.#run(limit);
        if (target !== undefined) return target;
      }
      if (progress.done >= limit || executor.leave) return undefined;
      const target = this.#interpretUntilCompiled(limit);
      if (target !== undefined || progress.done >= limit || executor.leave) return target;
    }
  }

  /** Has translations for fetches be those of the CPU's context. */
  #follow(): void {
    const { level, isStrict, executor, memory } = this.#inside;
    const context = contextNumber({
      level, strict: isStrict, trapsFp: executor.trapsFp, uao: memory.hasUao,
    });
    const { generation } = this.#space;
    const isOther = (context | 1) !== (this.#context | 1) || generation !== this.#generation;
    if (isOther) this.forget();
    this.#context = context;
    this.#generation = generation;
  }

  /** The word that counts, or leads to, what is compiled for where the fetcher stands. */
  #entry(): number {
    const { fetcher } = this.#inside;
    return this.#entries(fetcher.offset) + fetcher.index;
  }

  #entries(ram: number): number {
    return this.#space.entriesOf(ram - (ram % PAGE), this.#context) / 4;
  }

  /** The fetcher has found a page: compiled code may go there. */
  #remember(): void {
    const { fetcher, level } = this.#inside;
    const { words } = this.#space;
    const [low, high] = fetcher.pageAddress;
    const at = (this.#room + fetchesAt(level)) / 4 + ((low >>> 12) % SLOTS) * ENTRY;
    words[at] = low;
    words[at + 1] = high;
    words[at + ENTRIES_AT / 4] = this.#entries(fetcher.offset) * 4;
  }

  /** Compiled code, until it comes back. Returns where it goes on, if the fetcher is not there. */
  #run(limit: number): VirtAddr | undefined {
    const { executor, fetcher, progress, state } = this.#inside;
    const { words } = this.#space;
    const before = progress.done;
    const granted = Math.min(limit - before, MOST);
    this.#granted = granted + before;
    words[this.#left] = granted;
    words[this.#asks] = this.#inside.asks() ? 1 : 0;
    this.#changes = this.#space.changes;
    this.#flushesThen = this.#flushes;
    state.scalars[PC] = fetcher.pc;
    const fetches = this.#room + fetchesAt(this.#inside.level);
    const status = this.#space.dispatch(this.#cpu, this.#room, fetches);
    progress.done = this.#granted - words[this.#left]!;
    if (status === STATUS.LEAVE) {
      executor.leave = true;
      const thrown = this.#thrown;
      if (thrown !== undefined) {
        this.#thrown = undefined;
        throw thrown;
      }
      return state.scalars[PC];
    }
    if (status === STATUS.MISS) return this.#goTo(state.scalars[PC]!);
    // COLD and LIMIT are in a page whose translation is known.
    const [low, high] = [this.#pc[0]!, this.#pc[1]!];
    const at = fetches / 4 + ((low >>> 12) % SLOTS) * ENTRY;
    const table = words[at + ENTRIES_AT / 4]!;
    fetcher.place(low, high, this.#space.ramOf(table) + (low % PAGE));
    return undefined;
  }

  /** The same in the loop below, which looks up as the CPU's does behind each page. */
  #leavePage(target: VirtAddr): VirtAddr | undefined {
    return this.#inside.executor.leave ? target : this.#goTo(target);
  }

  /** Where run() is to go on, if it is not done here. */
  #goTo(target: VirtAddr): VirtAddr | undefined {
    return this.#inside.goTo(target) ? undefined : target;
  }

  /** The loop of the CPU, until it comes to a place that is compiled. */
  #interpretUntilCompiled(limit: number): VirtAddr | undefined {
    const { executor: run, fetcher, progress, decode } = this.#inside;
    const { words } = this.#space;
    const before = progress.done;
    let entries = this.#entries(fetcher.offset);
    try {
      this.#count(entries);
      for (;;) {
        const instruction = fetcher.page[fetcher.index] ?? decode();
        instruction.execute(run, instruction.operands);
        progress.done++;
        const { target } = run;
        if (target === undefined) {
          if (++fetcher.index === WORDS) return this.#leavePage(fetcher.nextPage);
        } else {
          run.target = undefined;
          if (!fetcher.jump(target)) return this.#leavePage(target);
          if (!run.leave && progress.done < limit) {
            entries = this.#entries(fetcher.offset);
            if (words[entries + fetcher.index]! < 0) return undefined;
            this.#count(entries);
          }
        }
        if (run.leave || progress.done >= limit) return undefined;
      }
    } finally {
      this.#statistics.interpreted += progress.done - before;
    }
  }

  #count(entries: number): void {
    const { words } = this.#space;
    const { fetcher } = this.#inside;
    if (words[entries + fetcher.index]! < 0) return; // Compiled, but there was not enough left.
    const count = ++words[entries + fetcher.index]!;
    if (count === THRESHOLD) this.#space.want(fetcher.offset, this.#context);
    else if (count >= IMPATIENCE && count % IMPATIENCE === 0) this.#space.compile();
  }

  /** Compiled code wants one instruction done, at `ram` in RAM, where PC is. */
  #interpretOne(ram: number): number {
    const { executor: run, fetcher, progress, decode, state } = this.#inside;
    const { words } = this.#space;
    this.#statistics.slow++;
    fetcher.place(this.#pc[0]!, this.#pc[1]!, ram);
    progress.done = this.#granted - words[this.#left]!;
    const instruction = fetcher.page[fetcher.index] ?? decode();
    try {
      instruction.execute(run, instruction.operands);
    } catch (thrown) {
      this.#thrown = thrown;
      return STATUS.LEAVE;
    }
    progress.done++;
    words[this.#left]!--;
    const { target } = run;
    const isStale = this.#space.changes !== this.#changes;
    if (target === undefined && !isStale && (!run.leave || this.#mayStay())) return STATUS.GO_ON;
    run.target = undefined;
    if (target !== undefined) state.scalars[PC] = target;
    else this.#advance();
    return STATUS.LEAVE;
  }

  /** PC is at the next instruction. */
  #advance(): void {
    const low = this.#pc[0]! + 4;
    this.#pc[0] = low;
    if (low > 0xffff_ffff) this.#pc[1]!++;
  }

  /** Whether what made the CPU look up turns out to be nothing. */
  #mayStay(): boolean {
    const { executor: run, isDue } = this.#inside;
    const isAsked = run.halts || run.yields || run.pending !== undefined
      || run.waitsFor !== undefined;
    if (isAsked || this.#flushes !== this.#flushesThen || this.#isElsewhere || isDue()) {
      return false;
    }
    this.#space.words[this.#asks] = this.#inside.asks() ? 1 : 0;
    run.leave = false;
    return true;
  }

  get #isElsewhere(): boolean {
    const { level, isStrict, executor, memory } = this.#inside;
    const now = contextNumber({
      level, strict: isStrict, trapsFp: executor.trapsFp, uao: memory.hasUao,
    });
    return now !== this.#context;
  }
}
