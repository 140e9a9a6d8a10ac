// Another way to execute than one instruction after another: what chapter 11 builds. The CPU offers
// what an engine needs of it; whoever builds a machine puts one in.
//
// 1. What an engine does, the interpreter would have done: the same registers, memory and time
//    wherever run() comes back.
// 2. While a debugger looks at every instruction, or self-hosted debug steps, no engine is asked.

import type { VirtAddr } from "../../base/word";
import type { CodeCache, Instruction } from "./code-cache";
import type { Fetcher } from "./fetcher";
import type { CpuState } from "./layout";
import type { PhysicalMemory } from "./physical-memory";
import type { Run } from "./run";
import type { VirtualMemory } from "./virtual-memory";

/** What has been done since run() last looked up. */
export interface Progress {
  /** Instructions completed. */
  done: number;
}

/** The CPU, as its engine sees it. */
export interface Inside {
  readonly index: number;
  readonly state: CpuState;
  readonly physical: PhysicalMemory;
  readonly memory: VirtualMemory;
  readonly executor: Run;
  readonly fetcher: Fetcher;
  readonly code: CodeCache;
  readonly progress: Progress;
  /** The current exception level. */
  readonly level: () => 0 | 1;
  /** Every access to memory must be aligned: there is no MMU, or SCTLR_EL1.A says so. */
  readonly isStrict: () => boolean;
  /** Has the fetcher stand at an address. False: that is not RAM, or faults; run() will see. */
  readonly goTo: (address: VirtAddr) => boolean;
  /** The word that the fetcher stands at, which nobody has executed yet. */
  readonly decode: () => Instruction;
  /** Whether something would be taken before the next instruction, or it would be looked at. */
  readonly isDue: () => boolean;
  /** Whether that may change if PSTATE's masks do. */
  readonly asks: () => boolean;
}

export interface Engine {
  /**
   * Executes up to `limit` instructions from where the fetcher stands, and counts them as done.
   * Returns where it goes on; undefined: where the fetcher stands. Throws what an instruction
   * throws, and the fetcher then stands at that instruction.
   */
  execute(limit: number): VirtAddr | undefined;
  /** Translations are not what they were: of so many virtual pages from one on, or of all. */
  forget(page?: number, pages?: number): void;
}

export type EngineMaker = (inside: Inside) => Engine;

/** What the CPUs of a machine share. */
export interface Shared {
  readonly physical: PhysicalMemory;
  readonly code: CodeCache;
  readonly cpus: number;
}

/** What a CPU's options want of its machine's engine. */
export interface EngineOptions {
  readonly engine: EngineMaker;
  readonly remembered: Uint32Array;
}

/** An engine for a machine that is still to be built. */
export interface MachineEngine {
  /** Of the machine's memory, behind RAM. */
  readonly bytesFor: (cpus: number) => number;
  readonly install: (shared: Shared) => (cpu: number) => EngineOptions;
}
