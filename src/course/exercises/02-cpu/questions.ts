// What the exercises of chapter 2 ask for that is no part of the machine: practice, and graded questions.

import type { Rounding } from "../../../machine/cpu/floating-point/context";
import type { FpWidth } from "../../../machine/cpu/floating-point/format";
import type { Real } from "../../../machine/cpu/floating-point/real";
import type { Operations } from "../../../machine/cpu/operations";

/** What may be asked of a machine that has registers, flags and memory, and computes with integers. */
export type IntegerOperations<V> = Pick<Operations<V>,
  | "readX" | "readXOrSp" | "readBase" | "writeX" | "writeXOrSp" | "readNzcv" | "writeNzcv"
  | "load" | "store"
  | "constant" | "add" | "sub" | "mul" | "divide" | "and" | "or" | "xor" | "not" | "shift" | "addWithCarry"
  | "extend" | "bits" | "join" | "compare" | "conditionHolds" | "select" | "let">;

/** What became of x - y, both of n words. */
export interface BigDifference {
  /** n words of 64 bits, the lowest first. */
  readonly words: readonly bigint[];
  /** x < y, both unsigned. */
  readonly lower: boolean;
  /** x < y, both signed. */
  readonly less: boolean;
  readonly equal: boolean;
}

export type AluOperation = "add" | "addc" | "sub" | "subc";

export interface AluResult {
  readonly value: bigint;
  /** The status register behind the operation. */
  readonly status: number;
}

/** The four that FPCR.RMode can ask for. */
export type RoundingMode = Extract<Rounding, "TIEEVEN" | "POSINF" | "NEGINF" | "ZERO">;

export interface Rounded {
  /** The number's bits, in the format of that width. */
  readonly pattern: bigint;
  /** Whether it is another number than the exact one. */
  readonly inexact: boolean;
}

/** A page of RAM as it was. */
export interface KeptPage {
  readonly page: number;
  readonly bytes: Uint8Array;
}

/** The numbers of registers in an encoding. */
export interface PairOperands {
  readonly Rt: number;
  readonly Rt2: number;
  readonly Rn: number;
}

export interface ForeignOperands {
  readonly Rd: number;
  readonly Rn: number;
  readonly Rm: number;
  readonly imm: number;
}

export interface CpuQuestions {
  /** x - y, and how they compare. Both have n words of 64 bits, the lowest first; n is at least 1. */
  bigSubtract(x: readonly bigint[], y: readonly bigint[]): BigDifference;
  /** An operation of the computer of your question: value and status behind it. */
  foreignAlu(operation: AluOperation, x: bigint, y: bigint, status: number): AluResult;
  /** `value`, which is not 0, as a neighbour that the format has. */
  round(value: Real, width: FpWidth, rounding: RoundingMode): Rounded;
  /** TBL, or TBX if there is `otherwise`: `count` bytes, each looked up in a table of registers of 16 bytes. */
  tableLookup(count: 8 | 16, indices: bigint, table: readonly bigint[], otherwise: bigint | undefined): bigint;
  /** What LDCLRP does. */
  LDCLRP<V>(m: IntegerOperations<V>, operands: PairOperands): void;
  /** What the instruction of your question does. */
  foreignMeaning<V>(m: IntegerOperations<V>, operands: ForeignOperands): void;
  /** RAM as it was at snapshot `k`. Snapshot i has kept the pages that changed between it and snapshot i + 1. */
  ramAt(ram: Uint8Array, pageBytes: number, snapshots: readonly (readonly KeptPage[])[], k: number): Uint8Array;
}
