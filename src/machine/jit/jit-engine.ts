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
import { SLOTS, SoftTlb } from "../cpu/soft-tlb";
import { ASKS, fetchesAt, LEFT } from "./cells";
import type { CodeSpace } from "./code-space";
import { contextNumber } from "./context";
import { ENTRIES_AT } from "./dispatcher";
import type { Statistics } from "./statistics";
import { STATUS } from "./status";

/** So often a place is interpreted before it is compiled. */
const THRESHOLD = 16;
/** Or so often while it waits for others to be compiled with. */
const IMPATIENCE = 64;
/** Instructions that compiled code may execute at once. */
const MOST = 1 << 30;
const WORDS = PAGE / 4;
/** Words that are compiled before they are executed, where that is wanted. */
const AHEAD = 64;

/** Words of one translation, and of all for one level. */
const ENTRY = 4;
const TABLE = SLOTS * ENTRY;

/** How it differs from what is fastest: for tests. */
export interface Manner {
  /** run() comes back behind every block, with "halted". */
  readonly isBlockwise: boolean;
  /** What it comes by is compiled before it is executed. */
  readonly isEager: boolean;
}

export class JitEngine implements Engine {
  readonly #inside: Inside;
  readonly #space: CodeSpace;
  readonly #statistics: Statistics;
  readonly #manner: Manner;
  readonly #room: number;
  readonly #cpu: number;
  /** PC's two halves. */
  readonly #pc: Uint32Array;
  readonly #left: number;
  /** EL0's and EL1's translations for fetches. */
  readonly #fetches: readonly SoftTlb[];
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

  constructor(inside: Inside, space: CodeSpace, statistics: Statistics, manner: Manner) {
    this.#inside = inside;
    this.#manner = manner;
    this.#space = space;
    this.#statistics = statistics;
    this.#cpu = inside.index * PAGE;
    this.#room = space.roomOf(inside.index);
    this.#left = (this.#room + LEFT) / 4;
    this.#asks = (this.#room + ASKS) / 4;
    const { scalars } = inside.state;
    this.#pc = new Uint32Array(scalars.buffer, scalars.byteOffset + 8 * PC, 2);
    this.#fetches = ([0, 1] as const).map((level) => {
      const { buffer } = inside.physical.memory;
      return new SoftTlb(new Uint32Array(buffer, this.#room + fetchesAt(level), TABLE));
    });
  }

  forget(page?: number, pages = 1): void {
    this.#flushes++;
    for (const fetches of this.#fetches) {
      if (page === undefined) fetches.forget();
      else if (pages === 1) fetches.forget(page);
      else fetches.forgetRange(page, pages);
    }
  }

  execute(limit: number): VirtAddr | undefined {
    const { executor, progress, state } = this.#inside;
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
      const before = progress.done;
      const status = isCold ? STATUS.COLD : this.#run(limit);
      if (this.#manner.isBlockwise && progress.done > before) {
        this.#halt();
        return state.scalars[PC];
      }
      if (status === STATUS.LEAVE) return state.scalars[PC];
      if (status === STATUS.MISS) {
        if (!this.#inside.goTo(state.scalars[PC]!)) return state.scalars[PC];
        continue;
      }
      if (progress.done >= limit) return undefined;
      const target = this.#interpretUntilCompiled(limit, status === STATUS.SLOW);
      if (target !== undefined || progress.done >= limit || executor.leave) return target;
      if (this.#manner.isBlockwise) {
        this.#halt();
        return undefined;
      }
    }
  }

  /** Has run() come back, unless it does for another reason. */
  #halt(): void {
    const { executor } = this.#inside;
    executor.halts = executor.waitsFor === undefined && !executor.yields;
    executor.leave = true;
  }

  /** Has translations for fetches be those of the CPU's context. */
  #follow(): void {
    const { level, isStrict, executor, memory } = this.#inside;
    const context = contextNumber({
      level: level(), strict: isStrict(), trapsFp: executor.trapsFp, uao: memory.hasUao,
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
    const at = (this.#room + fetchesAt(level())) / 4 + ((low >>> 12) % SLOTS) * ENTRY;
    words[at] = low;
    words[at + 1] = high;
    words[at + ENTRIES_AT / 4] = this.#entries(fetcher.offset) * 4;
  }

  /** Compiled code, until it comes back. Unless it wants to leave, the fetcher follows it. */
  #run(limit: number): number {
    const { executor, progress, state } = this.#inside;
    const { words } = this.#space;
    const before = progress.done;
    const granted = Math.min(limit - before, MOST);
    this.#granted = granted + before;
    words[this.#left] = granted;
    words[this.#asks] = this.#inside.asks() ? 1 : 0;
    this.#changes = this.#space.changes;
    this.#flushesThen = this.#flushes;
    state.scalars[PC] = this.#inside.fetcher.pc;
    const fetches = this.#room + fetchesAt(this.#inside.level());
    const activity = this.#statistics.during("compiled code");
    const status = this.#space.dispatch(this.#cpu, this.#room, fetches);
    this.#statistics.during(activity);
    progress.done = this.#granted - words[this.#left]!;
    if (status === STATUS.LEAVE) {
      executor.leave = true;
      const thrown = this.#thrown;
      this.#thrown = undefined;
      if (thrown !== undefined) throw thrown;
    } else if (status !== STATUS.MISS && status !== STATUS.GO_ON) {
      this.#place(fetches);
    }
    return status;
  }

  /** The fetcher goes where PC is: in a page whose translation for fetches is known. */
  #place(fetches: number): void {
    const { words } = this.#space;
    const [low, high] = [this.#pc[0]!, this.#pc[1]!];
    const at = fetches / 4 + ((low >>> 12) % SLOTS) * ENTRY;
    const table = words[at + ENTRIES_AT / 4]!;
    this.#inside.fetcher.place(low, high, this.#space.ramOf(table) + (low % PAGE));
  }

  /** The same in the loop below, which looks up as the CPU's does behind each page. */
  #leavePage(target: VirtAddr): VirtAddr | undefined {
    return this.#inside.executor.leave ? target : this.#goTo(target);
  }

  /** Where run() is to go on, if it is not done here. */
  #goTo(target: VirtAddr): VirtAddr | undefined {
    return this.#inside.goTo(target) ? undefined : target;
  }

  /**
   * The loop of the CPU, until it comes to a place that is compiled. If the first is `forced`, what
   * follows it is worth compiling as well.
   */
  #interpretUntilCompiled(limit: number, forced: boolean): VirtAddr | undefined {
    const { executor: run, fetcher, progress, decode } = this.#inside;
    const { words } = this.#space;
    const before = progress.done;
    let entries = this.#entries(fetcher.offset);
    const activity = this.#statistics.during("interpreting");
    try {
      if (forced) this.#forced();
      else if (this.#isCompiledNow(entries)) return undefined;
      for (;;) {
        const instruction = fetcher.page[fetcher.index] ?? decode();
        instruction.execute(run, instruction.operands);
        progress.done++;
        const { target } = run;
        if (target === undefined) {
          if (++fetcher.index === WORDS) return this.#leavePage(fetcher.nextPage);
          if (words[entries + fetcher.index]! < 0) return undefined;
          if (forced && !run.leave && this.#isCompiledNow(entries)) return undefined;
        } else {
          run.target = undefined;
          if (!fetcher.jump(target)) return this.#leavePage(target);
          if (!run.leave && progress.done < limit) {
            entries = this.#entries(fetcher.offset);
            if (words[entries + fetcher.index]! < 0) return undefined;
            if (this.#isCompiledNow(entries)) return undefined;
          }
        }
        if (run.leave || progress.done >= limit) return undefined;
        forced = false;
      }
    } finally {
      this.#statistics.interpreted += progress.done - before;
      this.#statistics.during(activity);
    }
  }

  /** Compiled code has come back in front of an instruction that it could not do. */
  #forced(): void {
    const { fetcher, decode } = this.#inside;
    this.#statistics.slowly((fetcher.page[fetcher.index] ?? decode()).word);
  }

  /** Counts that the interpreter comes by. Whether that has had the place compiled. */
  #isCompiledNow(entries: number): boolean {
    const { words } = this.#space;
    const { fetcher } = this.#inside;
    const at = entries + fetcher.index;
    if (words[at]! < 0) return false; // It was before, but there was not enough left.
    const count = ++words[at]!;
    const { isEager } = this.#manner;
    if (isEager) this.#decodeAhead();
    if (isEager || count === THRESHOLD) this.#space.want(fetcher.offset, this.#context);
    const isPatient = count < IMPATIENCE || count % IMPATIENCE !== 0;
    if (isEager || !isPatient) this.#space.compile();
    return words[at]! < 0;
  }

  /** Only what has been decoded is compiled. */
  #decodeAhead(): void {
    const { fetcher, decode } = this.#inside;
    const { index } = fetcher;
    const end = Math.min(index + AHEAD, WORDS);
    for (; fetcher.index < end; fetcher.index++) {
      if (fetcher.page[fetcher.index] === undefined) decode();
    }
    fetcher.index = index;
  }

  /** Compiled code wants one instruction done, at `ram` in RAM, where PC is. */
  #interpretOne(ram: number): number {
    const { executor: run, fetcher, progress, decode, state } = this.#inside;
    const { words } = this.#space;
    const activity = this.#statistics.during("interpreting");
    fetcher.place(this.#pc[0]!, this.#pc[1]!, ram);
    progress.done = this.#granted - words[this.#left]!;
    const instruction = fetcher.page[fetcher.index] ?? decode();
    this.#statistics.slowly(instruction.word);
    try {
      instruction.execute(run, instruction.operands);
    } catch (thrown) {
      this.#thrown = thrown;
      return STATUS.LEAVE;
    } finally {
      this.#statistics.during(activity);
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
      level: level(), strict: isStrict(), trapsFp: executor.trapsFp, uao: memory.hasUao,
    });
    return now !== this.#context;
  }
}
