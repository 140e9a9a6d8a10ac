/** A linear scan, as data: what compiler-plugin.ts has had the back end do when the site was built. */

/** An instruction before it has registers; of a block's first, the block's name. */
export interface CodeLine {
  readonly block?: string;
  readonly text: string;
  /** Of the program's text, from 1. */
  readonly line: number;
}

/** Instruction i reads at 2i and writes at 2i + 1; a range is [from, to). */
export interface AliveRange {
  readonly from: number;
  readonly to: number;
}

export interface AliveInterval {
  readonly name: string;
  readonly ranges: readonly AliveRange[];
  /** Reads and writes, ten times as many a loop. */
  readonly weight: number;
}

/** A register's number; or the frame; or nowhere: a constant is made anew where it is wanted. */
export type Where = number | "frame" | "anew";

/** What one step of the scan does: the interval that it comes to gets a place, and others may lose theirs. */
export type ScanStep = readonly (readonly [interval: number, where: Where])[];

/** One scan of the code as it is by then. */
export interface ScanRound {
  readonly code: readonly CodeLine[];
  /** In the order in which they begin. */
  readonly intervals: readonly AliveInterval[];
  /** Instructions that lose the registers which a function need not keep. */
  readonly calls: readonly number[];
  readonly steps: readonly ScanStep[];
}

/** The allocation with so many registers: a round more for as long as somebody was left without one. */
export interface ScanRun {
  readonly registers: readonly number[];
  readonly rounds: readonly ScanRound[];
}

export interface AllocationData {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly tells: string;
  /** How many registers the figure starts with. */
  readonly startsWith: number;
  readonly functionName: string;
  readonly source: string;
  readonly runs: readonly ScanRun[];
}
