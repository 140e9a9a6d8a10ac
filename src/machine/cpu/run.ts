// The interpreter: a V is the number itself. What this executor does is the specification that
// every other one is held to. It is long because it is one class, and has a method for each
// operation; few of them have more than three lines.
//
// 1. Registers are read and written in the machine's memory, nowhere else: between two instructions
//    there is nothing to save.
// 2. What the semantics said about the flow of control is left in `target` and `leave`, for the
//    CPU.

import { bug } from "../../base/bug";
import type { Access } from "./access";
import { tabulateConditions } from "./condition";
import { type Cause, GuestException } from "./exception";
import type { ExclusiveMonitor } from "./exclusive-monitor";
import type { FpContext } from "./floating-point/context";
import type { FpWidth } from "./floating-point/format";
import type { FpOperation } from "./fp-operations";
import type { Helper } from "./helper";
import { Lanes } from "./lanes";
import { type CpuState, FPCR, FPSR, NZCV, SP } from "./layout";
import type {
  Barrier, Comparison, Hint, Operations, PstateField, ShiftType, Size, Sum, SystemEncoding, Width,
} from "./operations";
import type { CpuParts } from "./parts";
import type { Shuffle } from "./shuffle";
import type { System } from "./system";
import type { VirtualMemory } from "./virtual-memory";

const FPSR_QC = 1n << 27n;

/** Small constants, which most are: a bigint made anew costs more than one looked up. */
const SMALL: readonly bigint[] = Array.from({ length: 4096 }, (_, i) => BigInt(i));

/** Vectors whose elements are all 1. */
const ONES: Readonly<Record<Size, bigint>> = {
  8:   0x0101_0101_0101_0101_0101_0101_0101_0101n,
  16:  0x0001_0001_0001_0001_0001_0001_0001_0001n,
  32:  0x0000_0001_0000_0001_0000_0001_0000_0001n,
  64:  0x0000_0000_0000_0001_0000_0000_0000_0001n,
  128: 1n,
};

/** What Run needs of the CPU around it. */
export interface Surroundings {
  readonly state: CpuState;
  readonly memory: VirtualMemory;
  readonly system: System;
  readonly monitor: ExclusiveMonitor;
  readonly parts: CpuParts;
  /** The address of the instruction being executed. */
  readonly pc: () => bigint;
  /** The monitor watches bytes of RAM from now on. */
  readonly watches: (offset: number) => void;
}

export class Run implements Operations<bigint> {
  readonly #around: Surroundings;
  readonly #x: BigUint64Array;
  readonly #v: BigUint64Array;
  readonly #scalars: BigUint64Array;
  readonly #memory: VirtualMemory;
  readonly #parts: CpuParts;
  readonly #conditions: readonly boolean[];
  readonly #fpContext: FpContext;
  /** Where vectors are taken apart, and put together. */
  readonly #operands = new Lanes(4);
  readonly #lanes = new Lanes(1);
  /** map()'s own: its f may take an element apart in #lanes. */
  readonly #mapped = new Lanes(1);

  /** Where the instruction branched, if it did. */
  target: bigint | undefined;
  /** The CPU's loop must look up: what follows may not be what it expects. */
  leave = false;
  /** A debugger wants the CPU to stop here; it sets `leave` too, or throws a Halt. */
  halts = false;
  /** The WFI or WFE that found nothing to do. */
  waitsFor: "WFI" | "WFE" | undefined;
  /** The machine wants to look up: run() comes back behind this instruction. */
  yields = false;
  /** To be taken behind this instruction. */
  pending: Cause | undefined;
  /** CPACR_EL1.FPEN: floating-point instructions are trapped. Chapter 3 sets it. */
  trapsFp = false;
  /** SCTLR_EL1.SA and SA0. Chapter 3 sets it. */
  checksSpAlignment = false;

  constructor(around: Surroundings) {
    this.#around = around;
    const { state, memory, parts } = around;
    this.#x = state.x;
    this.#v = state.v;
    this.#scalars = state.scalars;
    this.#memory = memory;
    this.#parts = parts;
    this.#conditions = tabulateConditions(parts.conditionHolds);
    this.#fpContext = fpContextOf(state.scalars);
  }

  readX(n: number, width: Width): bigint {
    if (n === 31) return 0n;
    return width === 64 ? this.#x[n]! : BigInt.asUintN(32, this.#x[n]!);
  }

  readXOrSp(n: number, width: Width): bigint {
    return width === 64 ? this.#x[n]! : BigInt.asUintN(32, this.#x[n]!);
  }

  readBase(n: number): bigint {
    const base = this.#x[n]!;
    const mustBeAligned = n === SP && this.checksSpAlignment;
    if (mustBeAligned && (base & 15n) !== 0n) this.raise({ kind: "SP alignment" });
    return base;
  }

  writeX(n: number, _width: Width, value: bigint): void {
    if (n !== 31) this.#x[n] = value; // The upper half is clear already (rule 3).
  }

  writeXOrSp(n: number, _width: Width, value: bigint): void {
    this.#x[n] = value; // SP is element 31.
  }

  readV(n: number, size: Size): bigint {
    const low = this.#v[2 * n]!;
    if (size === 128) return low | (this.#v[2 * n + 1]! << 64n);
    return lowBits(size, low);
  }

  writeV(n: number, size: Size, value: bigint): void {
    this.#v[2 * n] = value; // Modulo 2^64.
    this.#v[2 * n + 1] = size === 128 ? value >> 64n : 0n;
  }

  readNzcv(): bigint {
    return this.#scalars[NZCV]!;
  }

  writeNzcv(nzcv: bigint): void {
    this.#scalars[NZCV] = nzcv;
  }

  readPc(): bigint {
    return this.#around.pc();
  }

  load(size: Size, address: bigint, access: Access, aligned?: Size): bigint {
    return this.#memory.load(size, address, access, aligned);
  }

  store(size: Size, address: bigint, value: bigint, access: Access, aligned?: Size): void {
    this.#memory.store(size, address, value, access, aligned);
  }

  loadExclusive(size: Size, address: bigint): bigint {
    const offset = this.#memory.locate(size >> 3, address, false);
    const value = this.#memory.load(size, address, "ordered");
    this.#around.monitor.hear({ kind: "load exclusive", at: { offset, bytes: size >> 3 } });
    this.#around.watches(offset);
    return value;
  }

  storeExclusive(size: Size, address: bigint, value: bigint): bigint {
    // Without a watch, whether the address may fault is IMPLEMENTATION DEFINED: it is not looked
    // at.
    if (this.#around.monitor.watched === undefined) return 1n;
    const offset = this.#memory.locate(size >> 3, address, true);
    const at = { offset, bytes: size >> 3 };
    if (!this.#around.monitor.hear({ kind: "store exclusive", at })) return 1n;
    this.#memory.store(size, address, value, "ordered");
    return 0n;
  }

  clearExclusive(): void {
    this.#around.monitor.hear({ kind: "clear" });
  }

  constant(value: number | bigint): bigint {
    if (typeof value === "bigint") return value;
    return SMALL[value] ?? BigInt(value);
  }

  // 64 bits are apart here: in a branch where nothing else goes, V8 adds machine words.
  add(size: Size, x: bigint, y: bigint): bigint {
    return size === 64 ? BigInt.asUintN(64, x + y) : lowBits(size, x + y);
  }

  sub(size: Size, x: bigint, y: bigint): bigint {
    return size === 64 ? BigInt.asUintN(64, x - y) : lowBits(size, x - y);
  }

  mul(size: Size, x: bigint, y: bigint): bigint {
    return size === 64 ? BigInt.asUintN(64, x * y) : lowBits(size, x * y);
  }

  divide(signed: boolean, width: Width, x: bigint, y: bigint): bigint {
    if (y === 0n) return 0n;
    if (!signed) return x / y;
    return BigInt.asUintN(width, BigInt.asIntN(width, x) / BigInt.asIntN(width, y));
  }

  and(x: bigint, y: bigint): bigint {
    return x & y;
  }

  or(x: bigint, y: bigint): bigint {
    return x | y;
  }

  xor(x: bigint, y: bigint): bigint {
    return x ^ y;
  }

  not(size: Size, x: bigint): bigint {
    return lowBits(size, ~x);
  }

  shift(type: ShiftType, size: Size, x: bigint, amount: bigint): bigint {
    return this.#parts.shift(type, size, x, amount);
  }

  addWithCarry(width: Width, x: bigint, y: bigint, carryIn: bigint): Sum<bigint> {
    return this.#parts.addWithCarry(width, x, y, carryIn);
  }

  extend(signed: boolean, from: number, to: Size, x: bigint): bigint {
    return this.#parts.extend(signed, from, to, x);
  }

  bits(x: bigint, hi: number, lo: number): bigint {
    return BigInt.asUintN(hi - lo + 1, x >> this.constant(lo));
  }

  join(high: bigint, low: bigint, lowBits: number): bigint {
    return (high << this.constant(lowBits)) | low;
  }

  call(helper: Helper, ...values: bigint[]): bigint {
    return helper.apply(...values);
  }

  saturate(signed: boolean, size: Size, integer: bigint): bigint {
    const { value, saturated } = this.#parts.saturate(signed, size, BigInt.asIntN(128, integer));
    if (saturated) this.#scalars[FPSR]! |= FPSR_QC;
    return value;
  }

  fp(operation: FpOperation, width: FpWidth, x: bigint, y = 0n, z = 0n): bigint {
    return operation.apply(this.#fpContext, width, x, y, z);
  }

  fpCompare(width: FpWidth, x: bigint, y: bigint, signalNaNs: boolean): bigint {
    const { nzcv, fpsr } = this.#parts.fpCompare(width, x, y, signalNaNs, this.#fpContext.fpcr);
    if (fpsr !== 0) this.#fpContext.fpsr |= fpsr;
    return nzcv;
  }

  compare(comparison: Comparison, size: Size, x: bigint, y: bigint): bigint {
    return holds(comparison, size, x, y) ? 1n : 0n;
  }

  conditionHolds(cond: number): bigint {
    return this.#conditions[cond * 16 + Number(this.#scalars[NZCV]!)]! ? 1n : 0n;
  }

  select(condition: bigint, whenTrue: bigint, whenFalse: bigint): bigint {
    return condition !== 0n ? whenTrue : whenFalse;
  }

  choose(condition: bigint, whenTrue: () => bigint, whenFalse: () => bigint): bigint {
    return condition !== 0n ? whenTrue() : whenFalse();
  }

  map(
    size: Size, count: number, f: (...elements: bigint[]) => bigint,
    x: bigint, y?: bigint, z?: bigint,
  ): bigint {
    const bits = size * count;
    const lanes = this.#operands;
    lanes.put(bits, x);
    if (y !== undefined) lanes.put(bits, y, 1);
    if (z !== undefined) lanes.put(bits, z, 2);
    for (let i = 0; i < count; i++) {
      const ofX = lanes.element(size, i);
      const mapped = y === undefined ? f(ofX)
        : z === undefined ? f(ofX, lanes.element(size, count + i))
        : f(ofX, lanes.element(size, count + i), lanes.element(size, 2 * count + i));
      this.#mapped.setElement(size, i, mapped);
    }
    return this.#mapped.vector(bits);
  }

  reduce(size: Size, count: number, f: (x: bigint, y: bigint) => bigint, vector: bigint): bigint {
    const lanes = this.#operands;
    lanes.put(size * count, vector);
    const reduced = (first: number, length: number): bigint => {
      if (length === 1) return lanes.element(size, first);
      const half = length >> 1;
      return f(reduced(first, half), reduced(first + half, half));
    };
    return reduced(0, count);
  }

  element(size: Size, vector: bigint, index: number): bigint {
    this.#lanes.put(size * (index + 1), vector);
    return this.#lanes.element(size, index);
  }

  withElement(size: Size, vector: bigint, index: number, value: bigint): bigint {
    this.#lanes.put(128, vector);
    this.#lanes.setElement(size, index, value);
    return this.#lanes.vector(128);
  }

  duplicate(size: Size, count: number, value: bigint): bigint {
    return BigInt.asUintN(size * count, value * ONES[size]);
  }

  shuffle({ size, count, from }: Shuffle, ...vectors: bigint[]): bigint {
    for (let i = 0; i < vectors.length; i++) this.#operands.put(size * count, vectors[i]!, i);
    this.#lanes.gather(size, this.#operands, from);
    return this.#lanes.vector(size * from.length);
  }

  widen(signed: boolean, size: Size, count: number, vector: bigint): bigint {
    const wide = (2 * size) as Size;
    this.#operands.put(size * count, vector);
    for (let i = 0; i < count; i++) {
      const element = this.#operands.element(size, i);
      this.#lanes.setElement(wide, i, signed ? BigInt.asIntN(size, element) : element);
    }
    return this.#lanes.vector(wide * count);
  }

  narrow(size: Size, count: number, vector: bigint): bigint {
    this.#operands.put(2 * size * count, vector);
    for (let i = 0; i < count; i++) {
      this.#lanes.setElement(size, i, this.#operands.element(size, 2 * i)); // The low half.
    }
    return this.#lanes.vector(size * count);
  }

  branch(target: bigint): void {
    this.target = target;
  }

  branchIf(condition: bigint, target: bigint): void {
    if (condition !== 0n) this.target = target;
  }

  raise(cause: Cause): never {
    throw new GuestException(cause);
  }

  raiseAfter(cause: Cause): void {
    this.pending = cause;
    this.leave = true;
  }

  exceptionReturn(): void {
    this.target = this.#around.system.exceptionReturn();
    this.leave = true;
  }

  hint(hint: Hint): void {
    if (hint === "NOP" || !this.#around.system.waits(hint)) return;
    this.waitsFor = hint === "WFE" ? "WFE" : "WFI"; // Of all hints these two may wait.
    this.leave = true;
  }

  barrier(_barrier: Barrier): void {
    // Instructions are executed in order, and other CPUs only between two of ours.
  }

  readSystem(encoding: SystemEncoding): bigint {
    return this.#around.system.read(encoding);
  }

  writeSystem(encoding: SystemEncoding, value: bigint): void {
    this.#around.system.write(encoding, value);
    this.leave = true;
  }

  system(encoding: SystemEncoding, value: bigint): void {
    this.#around.system.operate(encoding, value);
    this.leave = true;
  }

  writePstate(field: PstateField, imm: number): void {
    this.#around.system.writePstate(field, imm);
    this.leave = true;
  }

  /** A bigint is evaluated already. */
  let(_name: string, value: bigint): bigint {
    return value;
  }
}

/** Modulo 2^size. V8 has code of its own for a constant size. */
function lowBits(size: Size, x: bigint): bigint {
  switch (size) {
    case 8:   return BigInt.asUintN(8, x);
    case 16:  return BigInt.asUintN(16, x);
    case 32:  return BigInt.asUintN(32, x);
    case 64:  return BigInt.asUintN(64, x);
    case 128: return BigInt.asUintN(128, x);
  }
}

function holds(comparison: Comparison, size: Size, x: bigint, y: bigint): boolean {
  switch (comparison) {
    case "EQ": return x === y;
    case "NE": return x !== y;
    case "LT": return x < y;
    case "LE": return x <= y;
    case "SLT": return BigInt.asIntN(size, x) < BigInt.asIntN(size, y);
    case "SLE": return BigInt.asIntN(size, x) <= BigInt.asIntN(size, y);
    default: return bug(`no comparison ${String(comparison satisfies never)}`);
  }
}

/** FPCR and FPSR where they are, as numbers: their upper halves are zero. */
function fpContextOf(scalars: BigUint64Array): FpContext {
  const words = new Uint32Array(scalars.buffer, scalars.byteOffset, 2 * scalars.length);
  return {
    get fpcr() { return words[2 * FPCR]!; },
    get fpsr() { return words[2 * FPSR]!; },
    set fpsr(value) { words[2 * FPSR] = value; },
  };
}
