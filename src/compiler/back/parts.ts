// The parts of the back end that can be replaced: its decisions, without its data structures. Plain
// data goes in and comes out. What of them is missing is the back end's own.

/** [from, to): see liveness.ts. */
export interface LiveRange {
  readonly from: number;
  readonly to: number;
}

/** What a block does to registers, all of them by number. */
export interface BlockUses {
  /** Read before the block itself writes them. */
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  /** The blocks that may come next, by their place in the list. */
  readonly next: readonly number[];
}

/** A value that wants a register. */
export interface Candidate {
  /** In order, apart from each other. */
  readonly ranges: readonly LiveRange[];
  /** What it costs to have it in the frame. */
  readonly weight: number;
  /** It cannot be in the frame. */
  readonly isFixed: boolean;
}

/** A move between two places: registers, words of the frame, by any names. */
export interface PlaceMove {
  readonly from: string;
  readonly to: string;
}

/** One of the instructions that make a constant; `hw` says which of the register's halfwords. */
export type ConstantStep =
  | {
    readonly op: "MOVZ" | "MOVN" | "MOVK"; readonly width: 32 | 64;
    readonly imm16: number; readonly hw: number;
  }
  | {
    readonly op: "ORR"; readonly width: 32 | 64;
    readonly N: number; readonly immr: number; readonly imms: number;
  };

export interface BackParts {
  /** For each block, the registers that are alive where it begins, in any order. */
  liveIn(blocks: readonly BlockUses[]): readonly (readonly number[])[];
  /**
   * A register for each candidate, or undefined for the frame. `taken` has a row for each register,
   * and says where it cannot be had.
   */
  assign(
    candidates: readonly Candidate[], taken: readonly (readonly LiveRange[])[],
  ): readonly (number | undefined)[];
  /** Moves that happen at once, one after the other. `spare` is a place that nobody else uses. */
  sequence(moves: readonly PlaceMove[], spare: string): readonly PlaceMove[];
  /** What puts a word of 64 bits into a register. */
  constantSteps(value: bigint): readonly ConstantStep[];
}
