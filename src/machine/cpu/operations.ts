// What an instruction may ask of the machine. Semantics (execute/) are written once against this
// interface, in the manner of the Arm ARM's pseudocode; each executor says what a V is: a number
// (run.ts), a formula (explain.ts), and in a compiler an expression still to be computed.
//
// 1. A V is opaque: semantics never look inside one and never branch on one in JavaScript. What the
//    encoding says is a number, and may be branched on; what the machine holds goes through
//    select().
// 2. A V may be unevaluated, and then means what it says at the moment it is used. So one that is
//    used twice, or after a write that could change it, is first named with let(). Constants,
//    registers, and the elements that map() and reduce() hand out can be used twice as they are.
// 3. A V stands for an unsigned word, or a vector, whose bits above its width are zero.
// 4. Every load comes before the first write of a register, and so does every store, so that an
//    instruction whose access faults has changed no register and can be executed again. Of several
//    stores the first may have been made, as the manual allows.

import type { Access } from "./access";
import type { Cause } from "./exception";
import type { FpWidth } from "./floating-point/format";
import type { FpOperation } from "./fp-operations";
import type { Helper } from "./helper";
import type { Shuffle } from "./shuffle";

/** Bits of a general-purpose register. */
export type Width = 32 | 64;

/** Bits of an element, a scalar in a vector register, or an access to memory. */
export type Size = 8 | 16 | 32 | 64 | 128;

/** The width that the manual's sf bit chooses. */
export const widthOf = (sf: number): Width => (sf ? 64 : 32);

/** 8 << size: the manual's esize. */
export const sizeOf = (size: number): Size => (8 << size) as Size;

export type ShiftType = "LSL" | "LSR" | "ASR" | "ROR";

/** Of two integers; S says that both are signed. */
export type Comparison = "EQ" | "NE" | "LT" | "LE" | "SLT" | "SLE";

/** What AddWithCarry() gives: the flags are N, Z, C, V in bits 3 to 0. */
export interface Sum<V> {
  readonly value: V;
  readonly nzcv: V;
}

/** A system register or a system instruction, as the five numbers that MRS and SYS carry. */
export interface SystemEncoding {
  readonly op0: number;
  readonly op1: number;
  readonly CRn: number;
  readonly CRm: number;
  readonly op2: number;
}

/** A field of PSTATE that MSR (immediate) writes, as its op1 and op2. */
export interface PstateField {
  readonly op1: number;
  readonly op2: number;
}

export type Hint = "NOP" | "YIELD" | "WFE" | "WFI" | "SEV" | "SEVL";

export type Barrier = "DSB" | "DMB" | "ISB" | "SB";

export interface RegisterOperations<V> {
  /** Register n, where 31 is the zero register. */
  readX(n: number, width: Width): V;
  /** Register n, where 31 is the stack pointer. */
  readXOrSp(n: number, width: Width): V;
  /**
   * As readXOrSp(n, 64), for an address: it checks the stack pointer's alignment if it is asked
   * to.
   */
  readBase(n: number): V;
  /** A 32-bit write clears the upper half; a write to the zero register is lost. */
  writeX(n: number, width: Width, value: V): void;
  writeXOrSp(n: number, width: Width, value: V): void;
  /** The low `size` bits of a vector register. */
  readV(n: number, size: Size): V;
  /** The bits above `size` are cleared. */
  writeV(n: number, size: Size, value: V): void;
  /** N, Z, C, V in bits 3 to 0. */
  readNzcv(): V;
  writeNzcv(nzcv: V): void;
  /** The address of this instruction. */
  readPc(): V;
}

export interface MemoryOperations<V> {
  /**
   * A little-endian access at a virtual address. It ends the instruction if the address faults.
   * Where accesses must be aligned, it is to `aligned` bits: `size`, unless several elements are
   * one access.
   */
  load(size: Size, address: V, access: Access, aligned?: Size): V;
  /** Stores the low `size` bits of the value. */
  store(size: Size, address: V, value: V, access: Access, aligned?: Size): void;
  /** A load that also has this CPU's monitor watch the address. */
  loadExclusive(size: Size, address: V): V;
  /** Stores if the monitor still watches the address: 0 if it did, else 1. Ends the watch. */
  storeExclusive(size: Size, address: V, value: V): V;
  clearExclusive(): void;
}

/** Of integers of `size` bits, and of floating-point numbers of `width`. Conditions are 1 or 0. */
export interface ValueOperations<V> {
  constant(value: number | bigint): V;
  add(size: Size, x: V, y: V): V;
  sub(size: Size, x: V, y: V): V;
  /** The low `size` bits of the product. */
  mul(size: Size, x: V, y: V): V;
  /** Rounds towards zero; by zero it is zero. */
  divide(signed: boolean, width: Width, x: V, y: V): V;
  and(x: V, y: V): V;
  or(x: V, y: V): V;
  xor(x: V, y: V): V;
  not(size: Size, x: V): V;
  /** By an amount of 0 to size - 1. */
  shift(type: ShiftType, size: Size, x: V, amount: V): V;
  /** x + y + carryIn. The flags are those of this very sum, even after `value` has been written. */
  addWithCarry(width: Width, x: V, y: V, carryIn: V): Sum<V>;
  /**
   * Extends from `from` bits, 1 to 64, which are the low bits of x; those above may be anything.
   */
  extend(signed: boolean, from: number, to: Size, x: V): V;
  /** x<hi:lo>, at the bottom. */
  bits(x: V, hi: number, lo: number): V;
  /** high:low, where `low` has `lowBits` bits. */
  join(high: V, low: V, lowBits: number): V;
  call(helper: Helper, ...values: V[]): V;
  /**
   * The nearest to an integer, of 128 bits and signed, that `size` bits hold. Another: sets
   * FPSR.QC.
   */
  saturate(signed: boolean, size: Size, integer: V): V;

  /** As FPCR says; what happens is added to FPSR. */
  fp(operation: FpOperation, width: FpWidth, ...values: V[]): V;
  /**
   * FPCompare(): NZCV of x against y. `signalNaNs`: any NaN is invalid, not only a signalling
   * one.
   */
  fpCompare(width: FpWidth, x: V, y: V, signalNaNs: boolean): V;

  compare(comparison: Comparison, size: Size, x: V, y: V): V;
  /** Whether NZCV satisfies the encoding's four-bit cond. */
  conditionHolds(cond: number): V;
  /** One of two values. Both are evaluated. */
  select(condition: V, whenTrue: V, whenFalse: V): V;
  /** As select, but only the one that is chosen is evaluated: in FPSR, the other would show. */
  choose(condition: V, whenTrue: () => V, whenFalse: () => V): V;

  /** Evaluates `value` here and now, once, and stands for the result (rule 2). */
  let(name: string, value: V): V;
}

/** Element 0 of a vector is in its low bits. */
export interface VectorOperations<V> {
  /** Element i of the result is f of element i of each. f must only compute. */
  map(size: Size, count: number, f: (...elements: V[]) => V, ...vectors: V[]): V;
  /**
   * f between the two halves of the elements, each reduced so; an order that floating point
   * shows.
   */
  reduce(size: Size, count: number, f: (x: V, y: V) => V, vector: V): V;
  element(size: Size, vector: V, index: number): V;
  withElement(size: Size, vector: V, index: number, value: V): V;
  /** `count` elements of one value. */
  duplicate(size: Size, count: number, value: V): V;
  /** Elements of one to four vectors, rearranged. */
  shuffle(shuffle: Shuffle, ...vectors: V[]): V;
  /** `count` elements of `size` bits from the low end, each extended to twice that. */
  widen(signed: boolean, size: Size, count: number, vector: V): V;
  /** `count` elements of 2 * `size` bits, the low half of each. */
  narrow(size: Size, count: number, vector: V): V;
}

export interface ControlOperations<V> {
  /** The next instruction is at `target`. */
  branch(target: V): void;
  branchIf(condition: V, target: V): void;
  /** This instruction does not complete: what comes next is the exception's. */
  raise(cause: Cause): void;
  /** This instruction completes, and the exception is taken behind it. */
  raiseAfter(cause: Cause): void;
  exceptionReturn(): void;
  hint(hint: Hint): void;
  barrier(barrier: Barrier): void;
  readSystem(encoding: SystemEncoding): V;
  writeSystem(encoding: SystemEncoding, value: V): void;
  /** DC, IC, AT, TLBI and the like. */
  system(encoding: SystemEncoding, value: V): void;
  writePstate(field: PstateField, imm: number): void;
}

export interface Operations<V> extends
  RegisterOperations<V>, MemoryOperations<V>, ValueOperations<V>, VectorOperations<V>,
  ControlOperations<V> {}
