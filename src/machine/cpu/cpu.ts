// One CPU: fetches, decodes, executes, and counts what it retires. Memory, decoder, parts and,
// later, system registers and exceptions are given to it.
//
// 1. Between two calls of run() everything is in the machine's memory: PC too.
// 2. Only run() catches what an instruction throws, a GuestException. That instruction has changed
//    no register (rule 4 of operations.ts) and is not counted.

import type { VirtAddr } from "../../base/word";
import { type Decoder, standardDecoder } from "../decoder/decoder";
import { CodeCache, type Instruction } from "./code-cache";
import type { Engine, EngineMaker, Inside, Progress } from "./engine";
import { type Cause, GuestException } from "./exception";
import { ExclusiveMonitor } from "./exclusive-monitor";
import { Fetcher } from "./fetcher";
import { trappable, usesFp } from "./fp-use";
import { Halt } from "./halt";
import { type CpuState, cpuStateIn, PAGE, PC, RETIRED, TAKEN } from "./layout";
import { meaningOf, undefinedMeaning } from "./meanings";
import type { CpuParts } from "./parts";
import { type PhysicalMemory, WATCHED } from "./physical-memory";
import { Run } from "./run";
import { STANDARD_PARTS } from "./standard-parts";
import { type ExceptionModel, type Maintenance, type System, UserSystem } from "./system";
import { IDENTITY, type Translation } from "./translation";
import { type Privilege, VirtualMemory } from "./virtual-memory";

export interface CpuOptions {
  readonly physical: PhysicalMemory;
  /** Its number: where its registers are. */
  readonly index?: number;
  /** Shared by the CPUs of one machine. */
  readonly code?: CodeCache;
  readonly decoder?: Decoder;
  readonly parts?: CpuParts;
  readonly translation?: Translation;
  readonly system?: (cpu: Cpu) => System;
  /** Without one, an exception stops the CPU. */
  readonly exceptions?: (cpu: Cpu) => ExceptionModel;
  /** Chapter 11: what executes in the place of the loop below. */
  readonly engine?: EngineMaker;
  /** Where translations are remembered: an engine wants them in the machine's memory. */
  readonly remembered?: Uint32Array;
}

/** Why run() came back. */
export type Stop =
  | { readonly kind: "limit" }
  /** It waits for an event (WFE) or an interrupt (WFI). */
  | { readonly kind: "waiting"; readonly hint: "WFI" | "WFE" }
  /** A debugger stopped it. */
  | { readonly kind: "halted" }
  | { readonly kind: "exception"; readonly cause: Cause };

const WORDS = PAGE / 4;

export class Cpu implements Maintenance {
  readonly state: CpuState;
  readonly physical: PhysicalMemory;
  readonly memory: VirtualMemory;
  readonly code: CodeCache;
  readonly decoder: Decoder;
  readonly system: System;
  readonly executor: Run;
  readonly #fetcher: Fetcher;
  readonly #translation: Translation;
  readonly #exceptions: ExceptionModel | undefined;
  readonly #engine: Engine | undefined;
  /** Instructions completed, and faults behind them (0 or 1), since run() last looked up. */
  readonly #progress: Progress = { done: 0 };
  #faults = 0;
  #level: 0 | 1 = 1; // As its memory has it.

  constructor(options: CpuOptions) {
    const { physical, parts = STANDARD_PARTS, translation = IDENTITY } = options;
    this.physical = physical;
    this.state = cpuStateIn(physical.memory, options.index ?? 0);
    this.code = options.code ?? new CodeCache(physical);
    this.decoder = options.decoder ?? standardDecoder();
    this.#translation = translation;
    this.memory = new VirtualMemory(physical, translation, parts.pieces, options.remembered);
    this.#fetcher = new Fetcher(physical, translation, this.code);
    const monitor = new ExclusiveMonitor(this.state.monitor, parts.exclusiveMonitor);
    physical.onMarkedStore((page, offset, length) => {
      if (monitor.watched === undefined) return;
      monitor.hear({ kind: "store", at: { offset, bytes: length } });
      if (monitor.watched === undefined) this.#exceptions?.watchEnded?.();
      else if (monitor.watches({ offset: page * PAGE, bytes: PAGE })) physical.mark(page, WATCHED);
    });
    this.system = options.system?.(this)
      ?? new UserSystem(this.state, this, () => this.#fetcher.word);
    this.#exceptions = options.exceptions?.(this);
    this.executor = new Run({
      state: this.state, memory: this.memory, system: this.system, monitor, parts,
      pc: () => this.#fetcher.pc,
      watches: (offset) => { physical.mark(Math.floor(offset / PAGE), WATCHED); },
    });
    this.memory.onDevice = () => { this.executor.leave = true; };
    this.#engine = options.engine?.(this.#inside(options.index ?? 0));
  }

  get pc(): VirtAddr {
    return this.state.scalars[PC]!;
  }

  set pc(address: VirtAddr) {
    this.state.scalars[PC] = address;
  }

  /** Continues at `target`, as a branch does. */
  branchTo(target: VirtAddr): void {
    this.pc = this.#translation.branchAddress?.(target) ?? target;
  }

  /** The word being executed. */
  get word(): number {
    return this.#fetcher.word;
  }

  /** Instructions completed since the machine was made. */
  get retired(): number {
    return Number(this.state.scalars[RETIRED]) + this.#progress.done;
  }

  /**
   * The machine's clock: each instruction is a moment, and so is each exception that is taken where
   * none is completed.
   */
  get time(): number {
    return this.retired + Number(this.state.scalars[TAKEN]);
  }

  /** Memory is accessed with these rights from now on. */
  set privilege(privilege: Privilege) {
    this.#level = privilege.level;
    this.memory.privilege = privilege;
    this.#fetcher.unprivileged = privilege.level === 0;
    this.executor.leave = true;
  }

  /** Has run() come back behind the instruction that is being executed. */
  yield(): void {
    this.executor.yields = true;
    this.executor.leave = true;
  }

  /** Forgets the translations it has used: they, or what may be done with them, have changed. */
  flush(): void {
    this.memory.flush();
    this.#fetcher.flush();
    this.#engine?.forget();
    this.executor.leave = true;
  }

  /** Forgets what it remembers of these pages, of 4 KiB; without them, of all. */
  forget(range?: { readonly page: number; readonly pages: number }): void {
    if (range === undefined) return this.flush();
    const { page, pages } = range;
    if (pages === 1) {
      this.memory.forget(page);
      this.#fetcher.forget(page);
    } else {
      this.memory.forgetRange(page, pages);
      this.#fetcher.forgetRange(page, pages);
    }
    this.#engine?.forget(page, pages);
    this.executor.leave = true;
  }

  /** The machine's memory has been put back to what it was once. */
  restored(): void {
    this.system.restored?.();
    this.flush();
  }

  /**
   * Executes up to `limit` instructions. One that faults counts if the exception is taken, so that
   * it comes to an end, and so that n calls with 1 do what one call with n does.
   */
  run(limit: number): Stop {
    const { scalars } = this.state;
    const progress = this.#progress;
    this.executor.halts = false;
    for (let left = limit; left > 0;) {
      const cause = this.#due() ?? this.#runUntilException(left);
      left -= progress.done + this.#faults;
      scalars[RETIRED]! += BigInt(progress.done);
      progress.done = 0;
      if (cause !== undefined) {
        if (this.#exceptions === undefined) return { kind: "exception", cause };
        scalars[TAKEN]! += BigInt(this.#faults);
        this.#exceptions.take(cause);
      }
      if (this.executor.halts) return { kind: "halted" };
      const { waitsFor, yields } = this.executor;
      this.executor.waitsFor = undefined;
      this.executor.yields = false;
      if (waitsFor !== undefined) return { kind: "waiting", hint: waitsFor };
      if (yields) break;
    }
    return { kind: "limit" };
  }

  zero(address: VirtAddr, bytes: number): void {
    this.memory.zero(address, bytes);
  }

  #due(): Cause | undefined {
    const cause = this.#exceptions?.due?.();
    this.#faults = cause === undefined ? 0 : 1;
    return cause;
  }

  /** Executes until the limit, or until something must be looked at. Leaves PC and #done behind. */
  #runUntilException(limit: number): Cause | undefined {
    const model = this.#exceptions;
    const isStepping = model?.isStepping === true;
    let isInPage = false;
    try {
      this.#fetcher.find(this.pc);
      isInPage = true;
      model?.fetched?.(this.#fetcher.word);
      const target = isStepping ? this.#execute(1) : this.#executeFast(limit);
      if (target === undefined) this.pc = this.#fetcher.pc;
      else this.branchTo(target);
      if (isStepping && this.#progress.done > 0) model.executed?.();
      const { pending } = this.executor;
      this.executor.pending = undefined;
      return pending;
    } catch (thrown) {
      if (isInPage) this.pc = this.#fetcher.pc;
      if (thrown instanceof Halt) return undefined;
      if (!(thrown instanceof GuestException)) throw thrown;
      this.#faults = 1;
      return thrown.cause;
    }
  }

  #executeFast(limit: number): VirtAddr | undefined {
    const isLookedAt = this.code.isInstrumented || !this.#fetcher.isInRam;
    if (this.#engine === undefined || isLookedAt) return this.#execute(limit);
    return this.#engine.execute(limit);
  }

  /** The loop. Returns where it goes on, if that is in another page. */
  #execute(limit: number): VirtAddr | undefined {
    const run = this.executor;
    const fetcher = this.#fetcher;
    const progress = this.#progress;
    run.leave = false;
    run.target = undefined;
    while (progress.done < limit) {
      const instruction = fetcher.page[fetcher.index] ?? this.#decode();
      instruction.execute(run, instruction.operands);
      progress.done++;
      const { target } = run;
      if (target === undefined) {
        if (++fetcher.index === WORDS) return fetcher.nextPage;
      } else {
        run.target = undefined;
        if (!fetcher.jump(target)) return target;
      }
      if (run.leave) break;
    }
    return undefined;
  }

  /** The same word means the same wherever it is. */
  #decode(): Instruction {
    const { word, isInRam, offset } = this.#fetcher;
    const meaning = this.code.meanings.get(word)
      ?? this.code.keepMeaning(this.#instruction(word));
    return isInRam ? this.code.keep(offset, meaning) : meaning;
  }

  #instruction(word: number): Instruction {
    const meaning = meaningOf(this.decoder, word);
    const { operands, execute } = meaning ?? undefinedMeaning(word);
    const isFp = meaning !== undefined && usesFp(meaning.row, word);
    return { word, operands, execute: isFp ? trappable(word, execute) : execute };
  }

  #goTo(address: VirtAddr): boolean {
    try {
      this.#fetcher.find(this.#translation.branchAddress?.(address) ?? address);
      return this.#fetcher.isInRam;
    } catch (thrown) {
      if (!(thrown instanceof GuestException)) throw thrown;
      return false;
    }
  }

  #inside(index: number): Inside {
    return {
      index, state: this.state, physical: this.physical, memory: this.memory, code: this.code,
      executor: this.executor, fetcher: this.#fetcher, progress: this.#progress,
      level: () => this.#level,
      isStrict: () => this.memory.checksAlignment || this.#translation.isDeviceOnly === true,
      decode: () => this.#decode(),
      goTo: (address) => this.#goTo(address),
      asks: () => this.#exceptions?.asks?.() === true,
      isDue: () => this.#exceptions?.due?.() !== undefined || this.#exceptions?.isStepping === true,
    };
  }
}
