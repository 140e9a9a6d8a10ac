// Replays a recording to an executor, whatever its values are. The recording comes from where the student's code ran
// and may be anything: it is played as far as it makes sense, and Unplayable says why it does not.

import type { Access } from "../../../../machine/cpu/access";
import type { Comparison, ShiftType, Size, Sum, Width } from "../../../../machine/cpu/operations";
import type { IntegerOperations } from "../questions";
import type { Recording } from "../recorder/recording";

/** The message is a student's to read. */
export class Unplayable extends TypeError {}

type Played<V> = V | Sum<V> | undefined;

/** What the recorder writes for a value. */
const isPlace = (arg: unknown): arg is { at: number; of?: unknown } => Number.isInteger((arg as { at?: unknown } | null | undefined)?.at);

/** An operation's arguments, taken one after another; each must be what the operation wants there. */
class Arguments<V> {
  readonly #operation: string;
  readonly #args: readonly unknown[];
  readonly #valueAt: (at: number, of: unknown) => V | undefined;
  #next = 0;

  constructor([operation, ...args]: readonly unknown[], valueAt: (at: number, of: unknown) => V | undefined) {
    this.#operation = String(operation);
    this.#args = args;
    this.#valueAt = valueAt;
  }

  get value(): V {
    const { at, of } = this.#take("a value", isPlace);
    const value = this.#valueAt(at, of);
    if (value === undefined) throw new Unplayable(`m.${this.#operation}() was given what is no value`);
    return value;
  }

  get register(): number {
    return this.#integer("a register, 0 to 31", 0, 31);
  }

  /** Of a bit, or of bits; up to that of a quadword. */
  get bit(): number {
    return this.#integer("a number of bits", 0, 128);
  }

  get fromBits(): number {
    return this.#integer("1 to 64 bits", 1, 64);
  }

  get cond(): number {
    return this.#integer("a condition, 0 to 15", 0, 15);
  }

  get width(): Width {
    return this.#oneOf([32, 64]);
  }

  get size(): Size {
    return this.#oneOf([8, 16, 32, 64, 128]);
  }

  get signed(): boolean {
    return this.#oneOf([true, false]);
  }

  get access(): Access {
    return this.#oneOf(["normal", "ordered", "atomic", "unprivileged"]);
  }

  get shiftType(): ShiftType {
    return this.#oneOf(["LSL", "LSR", "ASR", "ROR"]);
  }

  get comparison(): Comparison {
    return this.#oneOf(["EQ", "LT", "LE", "SLT", "SLE"]);
  }

  get name(): string {
    return this.#take("a name", (arg): arg is string => typeof arg === "string" && arg.length <= 100);
  }

  get constant(): number | bigint {
    return this.#take("an unsigned number", (arg): arg is number | bigint =>
      typeof arg === "bigint" ? BigInt.asUintN(128, arg) === arg : typeof arg === "number" && Number.isSafeInteger(arg) && arg >= 0);
  }

  #oneOf<T>(these: readonly T[]): T {
    return this.#take(`one of ${these.join(", ")}`, (arg): arg is T & {} => these.includes(arg as T));
  }

  #integer(what: string, from: number, to: number): number {
    return this.#take(what, (arg): arg is number => Number.isInteger(arg) && (arg as number) >= from && (arg as number) <= to);
  }

  #take<T>(what: string, is: (arg: unknown) => arg is T): T {
    const arg = this.#args[this.#next++];
    if (!is(arg)) throw new Unplayable(`m.${this.#operation}() wants ${what}, and was given ${String(arg)}`);
    return arg;
  }

  /** What nobody took, nobody has looked at. */
  end(): void {
    if (this.#next < this.#args.length) throw new Unplayable(`m.${this.#operation}() was given more than it takes`);
  }
}

type Operation = <V>(m: IntegerOperations<V>, a: Arguments<V>) => Played<V> | void;

const OPERATIONS: Readonly<Record<keyof IntegerOperations<unknown>, Operation>> = {
  readX: (m, a) => m.readX(a.register, a.width),
  readXOrSp: (m, a) => m.readXOrSp(a.register, a.width),
  readBase: (m, a) => m.readBase(a.register),
  writeX: (m, a) => m.writeX(a.register, a.width, a.value),
  writeXOrSp: (m, a) => m.writeXOrSp(a.register, a.width, a.value),
  readNzcv: (m) => m.readNzcv(),
  writeNzcv: (m, a) => m.writeNzcv(a.value),
  load: (m, a) => m.load(a.size, a.value, a.access),
  store: (m, a) => m.store(a.size, a.value, a.value, a.access),
  constant: (m, a) => m.constant(a.constant),
  add: (m, a) => m.add(a.size, a.value, a.value),
  sub: (m, a) => m.sub(a.size, a.value, a.value),
  mul: (m, a) => m.mul(a.size, a.value, a.value),
  divide: (m, a) => m.divide(a.signed, a.width, a.value, a.value),
  and: (m, a) => m.and(a.value, a.value),
  or: (m, a) => m.or(a.value, a.value),
  xor: (m, a) => m.xor(a.value, a.value),
  not: (m, a) => m.not(a.size, a.value),
  shift: (m, a) => m.shift(a.shiftType, a.size, a.value, a.value),
  addWithCarry: (m, a) => m.addWithCarry(a.width, a.value, a.value, a.value),
  extend: (m, a) => m.extend(a.signed, a.fromBits, a.size, a.value),
  bits: (m, a) => bits(m, a.value, a.bit, a.bit),
  join: (m, a) => m.join(a.value, a.value, a.bit),
  compare: (m, a) => m.compare(a.comparison, a.size, a.value, a.value),
  conditionHolds: (m, a) => m.conditionHolds(a.cond),
  select: (m, a) => m.select(a.value, a.value, a.value),
  let: (m, a) => m.let(a.name, a.value),
};

function bits<V>(m: IntegerOperations<V>, x: V, hi: number, lo: number): V {
  if (hi < lo) throw new Unplayable(`m.bits() was asked for bits ${hi} to ${lo}`);
  return m.bits(x, hi, lo);
}

const MAX_ASKED = 1000;

/** Where nothing has a name, a value that is used twice doubles what it costs: a few dozen doublings would not end. */
const MAX_FORMULA = 2000;

/** What each operation gave, in order. */
export function play<V>(recording: unknown, m: IntegerOperations<V>): readonly Played<V>[] {
  const all = askedIn(recording);
  const values: Played<V>[] = [];
  const sizes: number[] = [];
  // Of a sum, one of its two; of anything else, what it is.
  const valueAt = (at: number, of: unknown): V | undefined => {
    if (all[at]?.[0] !== "addWithCarry") return of === undefined ? (values[at] as V | undefined) : undefined;
    return of === "value" || of === "nzcv" ? (values[at] as Sum<V> | undefined)?.[of] : undefined;
  };
  for (const asked of all) {
    const size = asked.reduce((sum: number, arg) => sum + (isPlace(arg) ? sizes[arg.at] ?? 0 : 0), 1);
    if (size > MAX_FORMULA) throw new Unplayable(`a formula of more than ${MAX_FORMULA} operations: name its parts with m.let()`);
    sizes.push(asked[0] === "let" ? 1 : size);
    const [name] = asked;
    if (typeof name !== "string" || !Object.hasOwn(OPERATIONS, name)) throw new Unplayable("something was asked that m cannot do");
    const args = new Arguments<V>(asked, valueAt);
    values.push(OPERATIONS[name as keyof typeof OPERATIONS](m, args) ?? undefined);
    args.end();
  }
  return values;
}

export function askedIn(recording: unknown): readonly (readonly unknown[])[] {
  const { asked } = (recording ?? {}) as Partial<Recording>;
  if (!Array.isArray(asked) || !asked.every(Array.isArray)) throw new Unplayable("no recording came back");
  if (asked.length > MAX_ASKED) throw new Unplayable(`more than ${MAX_ASKED} operations were asked for`);
  return asked as readonly (readonly unknown[])[];
}
