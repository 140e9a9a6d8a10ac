// A third executor beside run and explain: a V is a recipe that is cooked where it is used, as by a compiler that puts
// an expression into the place of its name. Whatever a meaning gets by being evaluated early comes out otherwise here.
//
// 1. A Late is evaluated when something that happens (a write, a store, a branch, let()) needs it, and by everything
//    that does: twice used is twice evaluated. Only let() and what map() and reduce() hand to their f have values.
// 2. The numbers themselves are Run's, so every difference is one of order or of count.
// 3. Rules 3 and 4 of operations.ts are checked on the way: a V with a bit above its width is a complaint, and so is an
//    access behind the write of a register.

import { bug } from "../../../src/base/bug";
import type { Access } from "../../../src/machine/cpu/access";
import type { Cause } from "../../../src/machine/cpu/exception";
import type { FpWidth } from "../../../src/machine/cpu/floating-point/format";
import type { FpOperation } from "../../../src/machine/cpu/fp-operations";
import type { Helper } from "../../../src/machine/cpu/helper";
import type {
  Barrier, Comparison, Hint, Operations, PstateField, ShiftType, Size, Sum, SystemEncoding, Width,
} from "../../../src/machine/cpu/operations";
import type { Shuffle } from "../../../src/machine/cpu/shuffle";

export interface Late {
  readonly text: string;
  /** Costs nothing to have again: a constant, a register, a name. */
  readonly isLeaf: boolean;
  readonly now: () => bigint;
  /** How many things were made or done with it. */
  uses: number;
}

type Value = bigint | number;

/** What map() and reduce() hand to their f: a place whose value changes. */
interface Place extends Late {
  value: bigint | undefined;
}

export class LazyExecutor implements Operations<Late> {
  readonly #run: Operations<bigint>;
  /** Rules that the meaning has broken, in words. */
  readonly complaints: string[] = [];
  readonly #made: Late[] = [];
  #hasWritten = false;

  constructor(run: Operations<bigint>) {
    this.#run = run;
  }

  /** What is evaluated more than once, though it is neither a constant nor a register nor named. */
  get usedTwice(): readonly string[] {
    return this.#made.filter(({ isLeaf, uses }) => !isLeaf && uses > 1).map(({ text, uses }) => `${text} (${uses} times)`);
  }

  readX(n: number, width: Width): Late {
    return this.#leaf(`X${n}`, () => this.#run.readX(n, width));
  }

  readXOrSp(n: number, width: Width): Late {
    return this.#leaf(`X${n}|SP`, () => this.#run.readXOrSp(n, width));
  }

  readBase(n: number): Late {
    return this.#leaf(`base X${n}|SP`, () => this.#run.readBase(n));
  }

  writeX(n: number, width: Width, value: Late): void {
    this.#run.writeX(n, width, this.#written(width, value));
  }

  writeXOrSp(n: number, width: Width, value: Late): void {
    this.#run.writeXOrSp(n, width, this.#written(width, value));
  }

  readV(n: number, size: Size): Late {
    return this.#leaf(`V${n}`, () => this.#run.readV(n, size));
  }

  writeV(n: number, size: Size, value: Late): void {
    this.#run.writeV(n, size, this.#written(size, value));
  }

  readNzcv(): Late {
    return this.#leaf("NZCV", () => this.#run.readNzcv());
  }

  writeNzcv(nzcv: Late): void {
    this.#run.writeNzcv(this.#written(4, nzcv));
  }

  readPc(): Late {
    return this.#leaf("PC", () => this.#run.readPc());
  }

  load(size: Size, address: Late, access: Access, aligned?: Size): Late {
    return this.#node("load", [address], () => this.#accesses().load(size, this.#has(64, address), access, aligned));
  }

  /** Of the value only the low bits are stored. */
  store(size: Size, address: Late, value: Late, access: Access, aligned?: Size): void {
    const at = this.#take(64, address);
    this.#accesses().store(size, at, this.#take(128, value), access, aligned);
  }

  loadExclusive(size: Size, address: Late): Late {
    return this.#node("loadExclusive", [address], () => this.#accesses().loadExclusive(size, this.#has(64, address)));
  }

  storeExclusive(size: Size, address: Late, value: Late): Late {
    return this.#node("storeExclusive", [address, value], () =>
      this.#accesses().storeExclusive(size, this.#has(64, address), this.#has(128, value)));
  }

  clearExclusive(): void {
    this.#run.clearExclusive();
  }

  constant(value: Value): Late {
    if (value < 0) this.complaints.push(`constant ${value} is negative`);
    return this.#leaf(String(value), () => this.#run.constant(value));
  }

  add(size: Size, x: Late, y: Late): Late {
    return this.#node("add", [x, y], () => this.#run.add(size, this.#has(size, x), this.#has(size, y)));
  }

  sub(size: Size, x: Late, y: Late): Late {
    return this.#node("sub", [x, y], () => this.#run.sub(size, this.#has(size, x), this.#has(size, y)));
  }

  mul(size: Size, x: Late, y: Late): Late {
    return this.#node("mul", [x, y], () => this.#run.mul(size, this.#has(size, x), this.#has(size, y)));
  }

  divide(signed: boolean, width: Width, x: Late, y: Late): Late {
    return this.#node("divide", [x, y], () => this.#run.divide(signed, width, this.#has(width, x), this.#has(width, y)));
  }

  and(x: Late, y: Late): Late {
    return this.#node("and", [x, y], () => this.#run.and(this.#has(128, x), this.#has(128, y)));
  }

  or(x: Late, y: Late): Late {
    return this.#node("or", [x, y], () => this.#run.or(this.#has(128, x), this.#has(128, y)));
  }

  xor(x: Late, y: Late): Late {
    return this.#node("xor", [x, y], () => this.#run.xor(this.#has(128, x), this.#has(128, y)));
  }

  not(size: Size, x: Late): Late {
    return this.#node("not", [x], () => this.#run.not(size, this.#has(size, x)));
  }

  shift(type: ShiftType, size: Size, x: Late, amount: Late): Late {
    return this.#node(type, [x, amount], () => {
      const [of, by] = [this.#has(size, x), this.#has(128, amount)];
      if (by >= BigInt(size)) this.complaints.push(`${type} of ${size} bits by ${by}`);
      return this.#run.shift(type, size, of, by);
    });
  }

  /** One sum, whose value and flags are asked for at different times. */
  addWithCarry(width: Width, x: Late, y: Late, carryIn: Late): Sum<Late> {
    let made: Sum<bigint> | undefined;
    const sum = (): Sum<bigint> =>
      made ??= this.#run.addWithCarry(width, this.#has(width, x), this.#has(width, y), this.#has(1, carryIn));
    for (const operand of [x, y, carryIn]) operand.uses++;
    return {
      value: this.#node("sum", [], () => sum().value),
      nzcv: this.#node("flags", [], () => sum().nzcv),
    };
  }

  /** What is above the low `from` bits may be anything. */
  extend(signed: boolean, from: number, to: Size, x: Late): Late {
    return this.#node("extend", [x], () => this.#run.extend(signed, from, to, this.#has(128, x)));
  }

  bits(x: Late, hi: number, lo: number): Late {
    return this.#node(`<${hi}:${lo}>`, [x], () => this.#run.bits(this.#has(128, x), hi, lo));
  }

  join(high: Late, low: Late, lowBits: number): Late {
    return this.#node("join", [high, low], () =>
      this.#run.join(this.#has(128 - lowBits, high), this.#has(lowBits, low), lowBits));
  }

  call(helper: Helper, ...values: Late[]): Late {
    return this.#node(helper.name, values, () => this.#run.call(helper, ...values.map((value) => this.#has(128, value))));
  }

  saturate(signed: boolean, size: Size, integer: Late): Late {
    return this.#node("saturate", [integer], () => this.#run.saturate(signed, size, this.#has(128, integer)));
  }

  fp(operation: FpOperation, width: FpWidth, ...values: Late[]): Late {
    const widthOfOperands = operation.name.startsWith("FixedToFP") ? 64 : width;
    return this.#node(operation.name, values, () =>
      this.#run.fp(operation, width, ...values.map((value) => this.#has(widthOfOperands, value))));
  }

  fpCompare(width: FpWidth, x: Late, y: Late, signalNaNs: boolean): Late {
    return this.#node("FPCompare", [x, y], () =>
      this.#run.fpCompare(width, this.#has(width, x), this.#has(width, y), signalNaNs));
  }

  compare(comparison: Comparison, size: Size, x: Late, y: Late): Late {
    return this.#node(comparison, [x, y], () => this.#run.compare(comparison, size, this.#has(size, x), this.#has(size, y)));
  }

  conditionHolds(cond: number): Late {
    return this.#node("ConditionHolds", [], () => this.#run.conditionHolds(cond));
  }

  select(condition: Late, whenTrue: Late, whenFalse: Late): Late {
    return this.#node("select", [condition, whenTrue, whenFalse], () =>
      this.#run.select(this.#has(1, condition), this.#has(128, whenTrue), this.#has(128, whenFalse)));
  }

  /** Both are recipes already; only one is cooked. */
  choose(condition: Late, whenTrue: () => Late, whenFalse: () => Late): Late {
    const [yes, no] = [whenTrue(), whenFalse()];
    return this.#node("choose", [condition, yes, no], () =>
      this.#run.choose(this.#has(1, condition), () => this.#has(128, yes), () => this.#has(128, no)));
  }

  /** f makes one recipe, which is cooked for each element: what it did besides would happen once. */
  map(size: Size, count: number, f: (...elements: Late[]) => Late, ...vectors: Late[]): Late {
    const elements = vectors.map((_, i) => this.#place(`element of ${i}`));
    const recipe = f(...elements);
    return this.#node("map", [...vectors, recipe], () => {
      const each = (...values: bigint[]): bigint => this.#with(elements, values, () => this.#has(size, recipe));
      return this.#run.map(size, count, each, ...vectors.map((vector) => this.#has(size * count, vector)));
    });
  }

  reduce(size: Size, count: number, f: (x: Late, y: Late) => Late, vector: Late): Late {
    const [x, y] = [this.#place("x"), this.#place("y")];
    const recipe = f(x, y);
    return this.#node("reduce", [vector, recipe], () => {
      const both = (...values: bigint[]): bigint => this.#with([x, y], values, () => this.#has(size, recipe));
      return this.#run.reduce(size, count, both, this.#has(size * count, vector));
    });
  }

  element(size: Size, vector: Late, index: number): Late {
    return this.#node(`element ${index}`, [vector], () => this.#run.element(size, this.#has(128, vector), index));
  }

  withElement(size: Size, vector: Late, index: number, value: Late): Late {
    return this.#node("withElement", [vector, value], () =>
      this.#run.withElement(size, this.#has(128, vector), index, this.#has(size, value)));
  }

  duplicate(size: Size, count: number, value: Late): Late {
    return this.#node("duplicate", [value], () => this.#run.duplicate(size, count, this.#has(size, value)));
  }

  shuffle(shuffle: Shuffle, ...vectors: Late[]): Late {
    const bits = shuffle.size * shuffle.count;
    return this.#node(shuffle.name, vectors, () =>
      this.#run.shuffle(shuffle, ...vectors.map((vector) => this.#has(bits, vector))));
  }

  widen(signed: boolean, size: Size, count: number, vector: Late): Late {
    return this.#node("widen", [vector], () => this.#run.widen(signed, size, count, this.#has(size * count, vector)));
  }

  narrow(size: Size, count: number, vector: Late): Late {
    return this.#node("narrow", [vector], () => this.#run.narrow(size, count, this.#has(2 * size * count, vector)));
  }

  branch(target: Late): void {
    this.#run.branch(this.#take(64, target));
  }

  branchIf(condition: Late, target: Late): void {
    this.#run.branchIf(this.#take(1, condition), this.#take(64, target));
  }

  raise(cause: Cause): void {
    this.#run.raise(cause);
  }

  raiseAfter(cause: Cause): void {
    this.#run.raiseAfter(cause);
  }

  exceptionReturn(): void {
    this.#run.exceptionReturn();
  }

  hint(hint: Hint): void {
    this.#run.hint(hint);
  }

  barrier(barrier: Barrier): void {
    this.#run.barrier(barrier);
  }

  readSystem(encoding: SystemEncoding): Late {
    return this.#node("system register", [], () => this.#run.readSystem(encoding));
  }

  writeSystem(encoding: SystemEncoding, value: Late): void {
    this.#run.writeSystem(encoding, this.#take(64, value));
  }

  system(encoding: SystemEncoding, value: Late): void {
    this.#run.system(encoding, this.#take(64, value));
  }

  writePstate(field: PstateField, imm: number): void {
    this.#run.writePstate(field, imm);
  }

  let(name: string, value: Late): Late {
    const named = this.#take(128, value);
    return this.#leaf(name, () => named);
  }

  /** For a register. */
  #written(bits: number, late: Late): bigint {
    const value = this.#take(bits, late);
    this.#hasWritten = true;
    return value;
  }

  #accesses(): Operations<bigint> {
    if (this.#hasWritten) this.complaints.push("an access behind a write");
    return this.#run;
  }

  #leaf(text: string, now: () => bigint): Late {
    return { text, isLeaf: true, now, uses: 0 };
  }

  #node(text: string, operands: readonly Late[], now: () => bigint): Late {
    for (const operand of operands) operand.uses++;
    const node = { text: `${text}(${operands.map((operand) => operand.text).join(", ")})`, isLeaf: false, now, uses: 0 };
    this.#made.push(node);
    return node;
  }

  #place(text: string): Place {
    const place: Place = {
      text, isLeaf: true, uses: 0, value: undefined,
      now: () => place.value ?? bug(`${text} is evaluated where there is no element`),
    };
    return place;
  }

  #with(places: readonly Place[], values: readonly bigint[], then: () => bigint): bigint {
    places.forEach((place, i) => { place.value = values[i]!; });
    const result = then();
    for (const place of places) place.value = undefined;
    return result;
  }

  /** For something that happens now. */
  #take(bits: number, late: Late): bigint {
    late.uses++;
    return this.#has(bits, late);
  }

  /** The value, here and now; it must be of `bits` bits. */
  #has(bits: number, late: Late): bigint {
    const value = late.now();
    if (value < 0n || value >> BigInt(bits) !== 0n) this.complaints.push(`${late.text} = 0x${value.toString(16)} has more than ${bits} bits`);
    return value;
  }
}
