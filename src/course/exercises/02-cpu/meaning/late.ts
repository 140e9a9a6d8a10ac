// An executor around another, whose values are recipes: each is evaluated where it is used, and as often. That is how a
// compiler has it, so a meaning that keeps rule 2 (machine/cpu/operations.ts) does the same on both.

import type { Access } from "../../../../machine/cpu/access";
import type { Comparison, ShiftType, Size, Sum, Width } from "../../../../machine/cpu/operations";
import type { IntegerOperations } from "../questions";

export type Recipe<V> = () => V;

export class Late<V> implements IntegerOperations<Recipe<V>> {
  readonly #m: IntegerOperations<V>;

  constructor(m: IntegerOperations<V>) {
    this.#m = m;
  }

  readX(n: number, width: Width): Recipe<V> {
    return () => this.#m.readX(n, width);
  }

  readXOrSp(n: number, width: Width): Recipe<V> {
    return () => this.#m.readXOrSp(n, width);
  }

  readBase(n: number): Recipe<V> {
    return () => this.#m.readBase(n);
  }

  writeX(n: number, width: Width, value: Recipe<V>): void {
    this.#m.writeX(n, width, value());
  }

  writeXOrSp(n: number, width: Width, value: Recipe<V>): void {
    this.#m.writeXOrSp(n, width, value());
  }

  readNzcv(): Recipe<V> {
    return () => this.#m.readNzcv();
  }

  writeNzcv(nzcv: Recipe<V>): void {
    this.#m.writeNzcv(nzcv());
  }

  load(size: Size, address: Recipe<V>, access: Access): Recipe<V> {
    return () => this.#m.load(size, address(), access);
  }

  store(size: Size, address: Recipe<V>, value: Recipe<V>, access: Access): void {
    this.#m.store(size, address(), value(), access);
  }

  constant(value: number | bigint): Recipe<V> {
    return () => this.#m.constant(value);
  }

  add(size: Size, x: Recipe<V>, y: Recipe<V>): Recipe<V> {
    return () => this.#m.add(size, x(), y());
  }

  sub(size: Size, x: Recipe<V>, y: Recipe<V>): Recipe<V> {
    return () => this.#m.sub(size, x(), y());
  }

  mul(size: Size, x: Recipe<V>, y: Recipe<V>): Recipe<V> {
    return () => this.#m.mul(size, x(), y());
  }

  divide(signed: boolean, width: Width, x: Recipe<V>, y: Recipe<V>): Recipe<V> {
    return () => this.#m.divide(signed, width, x(), y());
  }

  and(x: Recipe<V>, y: Recipe<V>): Recipe<V> {
    return () => this.#m.and(x(), y());
  }

  or(x: Recipe<V>, y: Recipe<V>): Recipe<V> {
    return () => this.#m.or(x(), y());
  }

  xor(x: Recipe<V>, y: Recipe<V>): Recipe<V> {
    return () => this.#m.xor(x(), y());
  }

  not(size: Size, x: Recipe<V>): Recipe<V> {
    return () => this.#m.not(size, x());
  }

  shift(type: ShiftType, size: Size, x: Recipe<V>, amount: Recipe<V>): Recipe<V> {
    return () => this.#m.shift(type, size, x(), amount());
  }

  /** The one that remembers: its flags are those of this very sum, even after the value has been written. */
  addWithCarry(width: Width, x: Recipe<V>, y: Recipe<V>, carryIn: Recipe<V>): Sum<Recipe<V>> {
    let sum: Sum<V> | undefined;
    const evaluated = (): Sum<V> => (sum ??= this.#m.addWithCarry(width, x(), y(), carryIn()));
    return { value: () => evaluated().value, nzcv: () => evaluated().nzcv };
  }

  extend(signed: boolean, from: number, to: Size, x: Recipe<V>): Recipe<V> {
    return () => this.#m.extend(signed, from, to, x());
  }

  bits(x: Recipe<V>, hi: number, lo: number): Recipe<V> {
    return () => this.#m.bits(x(), hi, lo);
  }

  join(high: Recipe<V>, low: Recipe<V>, lowBits: number): Recipe<V> {
    return () => this.#m.join(high(), low(), lowBits);
  }

  compare(comparison: Comparison, size: Size, x: Recipe<V>, y: Recipe<V>): Recipe<V> {
    return () => this.#m.compare(comparison, size, x(), y());
  }

  conditionHolds(cond: number): Recipe<V> {
    return () => this.#m.conditionHolds(cond);
  }

  select(condition: Recipe<V>, whenTrue: Recipe<V>, whenFalse: Recipe<V>): Recipe<V> {
    return () => this.#m.select(condition(), whenTrue(), whenFalse());
  }

  /** Here and now. */
  let(name: string, value: Recipe<V>): Recipe<V> {
    const now = this.#m.let(name, value());
    return () => now;
  }
}
