// The recorder: an executor whose values are nothing but places in a list of what was asked. So a meaning, which is no
// plain data, can be written down where it is and executed where the judge is: by replaying the list to any executor.
//
// It holds rule 1 (machine/cpu/operations.ts): whoever looks inside a value here is told so. The other rules are the
// judge's to hold.

import type { Access } from "../../../../machine/cpu/access";
import type { Comparison, ShiftType, Size, Sum, Width } from "../../../../machine/cpu/operations";
import type { IntegerOperations } from "../questions";
import type { Argument, Asked, Place, Recording } from "./recording";

type Meaning<Operands> = (m: IntegerOperations<Value>, operands: Operands) => void;

/** What a meaning asks for, given the operands of a word. */
export const recorded = <Operands>(meaning: Meaning<Operands>) => (operands: Operands): Recording => {
  const m = new Recorder();
  meaning(m, operands);
  return { asked: m.asked };
};

const LOOKED = "rule 1: a value is opaque, so JavaScript cannot look at it; m.compare() asks, and m.select() chooses";

/** Nobody who has one can see what is in it. */
export class Value {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  static placeOf(value: unknown): Place {
    if (value instanceof Value) return value.#place;
    throw new Error(`m was given ${typeof value === "object" ? "an object" : String(value)} for a value; m.constant() makes one of a number`);
  }

  [Symbol.toPrimitive](): never {
    throw new Error(LOOKED);
  }
}

class Recorder implements IntegerOperations<Value> {
  readonly asked: Asked[] = [];

  readX(n: number, width: Width): Value {
    return this.#ask("readX", n, width);
  }

  readXOrSp(n: number, width: Width): Value {
    return this.#ask("readXOrSp", n, width);
  }

  readBase(n: number): Value {
    return this.#ask("readBase", n);
  }

  writeX(n: number, width: Width, value: Value): void {
    this.#ask("writeX", n, width, value);
  }

  writeXOrSp(n: number, width: Width, value: Value): void {
    this.#ask("writeXOrSp", n, width, value);
  }

  readNzcv(): Value {
    return this.#ask("readNzcv");
  }

  writeNzcv(nzcv: Value): void {
    this.#ask("writeNzcv", nzcv);
  }

  load(size: Size, address: Value, access: Access): Value {
    return this.#ask("load", size, address, access);
  }

  store(size: Size, address: Value, value: Value, access: Access): void {
    this.#ask("store", size, address, value, access);
  }

  constant(value: number | bigint): Value {
    return this.#ask("constant", value);
  }

  add(size: Size, x: Value, y: Value): Value {
    return this.#ask("add", size, x, y);
  }

  sub(size: Size, x: Value, y: Value): Value {
    return this.#ask("sub", size, x, y);
  }

  mul(size: Size, x: Value, y: Value): Value {
    return this.#ask("mul", size, x, y);
  }

  divide(signed: boolean, width: Width, x: Value, y: Value): Value {
    return this.#ask("divide", signed, width, x, y);
  }

  and(x: Value, y: Value): Value {
    return this.#ask("and", x, y);
  }

  or(x: Value, y: Value): Value {
    return this.#ask("or", x, y);
  }

  xor(x: Value, y: Value): Value {
    return this.#ask("xor", x, y);
  }

  not(size: Size, x: Value): Value {
    return this.#ask("not", size, x);
  }

  shift(type: ShiftType, size: Size, x: Value, amount: Value): Value {
    return this.#ask("shift", type, size, x, amount);
  }

  addWithCarry(width: Width, x: Value, y: Value, carryIn: Value): Sum<Value> {
    const { at } = Value.placeOf(this.#ask("addWithCarry", width, x, y, carryIn));
    return { value: new Value({ at, of: "value" }), nzcv: new Value({ at, of: "nzcv" }) };
  }

  extend(signed: boolean, from: number, to: Size, x: Value): Value {
    return this.#ask("extend", signed, from, to, x);
  }

  bits(x: Value, hi: number, lo: number): Value {
    return this.#ask("bits", x, hi, lo);
  }

  join(high: Value, low: Value, lowBits: number): Value {
    return this.#ask("join", high, low, lowBits);
  }

  compare(comparison: Comparison, size: Size, x: Value, y: Value): Value {
    return this.#ask("compare", comparison, size, x, y);
  }

  conditionHolds(cond: number): Value {
    return this.#ask("conditionHolds", cond);
  }

  select(condition: Value, whenTrue: Value, whenFalse: Value): Value {
    return this.#ask("select", condition, whenTrue, whenFalse);
  }

  let(name: string, value: Value): Value {
    return this.#ask("let", name, value);
  }

  #ask(operation: keyof IntegerOperations<Value>, ...args: (Argument | Value)[]): Value {
    const plain = args.map((arg) => (typeof arg === "object" || typeof arg === "undefined" ? Value.placeOf(arg) : arg));
    return new Value({ at: this.asked.push([operation, ...plain]) - 1 });
  }
}
