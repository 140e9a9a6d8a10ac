// What a function becomes: sections of steps, closures that each do one instruction to an array of
// registers. All that can be looked up beforehand has been looked up.

import type { SparseMemory } from "../memory";
import type { Word } from "./word";

/** The words of one call: where the result goes, the parameters, the constants, the rest. */
export type Registers = Word[];

export type Step = (registers: Registers) => void;

/** A block. */
export interface Section {
  readonly steps: Step[];
  /** The way on; none behind a return. */
  end: (registers: Registers) => Section | undefined;
  /** How many instructions it stands for, the terminator among them. */
  readonly cost: number;
}

export interface Code {
  /** The registers before the call, constants and addresses in their places. */
  readonly registers: Registers;
  /** Registers of calls that are over. The next call writes whatever it reads, but for slots. */
  readonly free: Registers[];
  readonly hasSlots: boolean;
  readonly first: Section;
}

export const RESULT = 0;
export const FIRST_PARAMETER = 1;

/** The arguments are in the caller's registers, in those of `from`. */
export type Callable = (registers: Registers, from: readonly number[]) => Word;

/** What steps need of what runs them. */
export interface Surroundings {
  readonly memory: SparseMemory;
  addressOf(symbol: string): bigint;
  callable(symbol: string): Callable;
  callableAt(code: Word): Callable;
}

/**
 * Something that only the slow interpreter does: a trap, an exception, an instruction of the
 * machine.
 */
export class GaveUp extends Error {}

export function giveUp(why: string): never {
  throw new GaveUp(why);
}
