// What a kernel module does under Node before it goes on: the checks that compiled code makes with flags and compares.
// transform.ts puts these functions where the operations were. Nothing here knows types; what a value is decides.
//
// 1. A check that holds gives what JavaScript gives; one that fails throws a HostedTrap, as the metal would stop.
// 2. A trap is no exception of the program's: its catch and finally do not see it.

import { TRAPS, type Trap } from "../ir/operation";

/** What stands between a trap and the program's own exceptions. */
export class HostedTrap extends Error {
  override readonly name: string = "HostedTrap";
  readonly trap: Trap;
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(trap: Trap, file: string, line: number, column: number) {
    super(`trap: ${TRAPS[trap][1]}\n    at ${file}:${line}:${column}`);
    this.trap = trap;
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

/** A place in a module: the line and the column, from 1, in one number. */
export const placeNumber = (line: number, column: number): number => line * COLUMNS + Math.min(column, COLUMNS - 1);

const COLUMNS = 4096;
const MOST = Number.MAX_SAFE_INTEGER;
const WORDS = 1n << 64n;
/** The most bytes of an object's body: LONGEST of src/formats/objects/layout.ts. */
const LONGEST = 0x7fff_ffff;

type Operand = number | bigint | string;
type Indexed = Record<number, unknown> & { readonly length: number };
type View = { readonly length: number; set(array: unknown, offset?: number): void };
type ViewConstructor = { new (from: unknown): unknown; readonly BYTES_PER_ELEMENT?: number };
type Called = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** V8 says by a RangeError that the stack is full; of this kind only. */
const isStackFull = (error: unknown): boolean => error instanceof RangeError && error.message.startsWith("Maximum call stack");

export const isTrap = (error: unknown): boolean => error instanceof HostedTrap || isStackFull(error);

/** The checks of one module. */
export class Checks {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  trap(trap: Trap, at: number): never {
    throw new HostedTrap(trap, this.#file, Math.trunc(at / COLUMNS), at % COLUMNS);
  }

  /** The result of an operation on numbers, words or strings. */
  result<T extends Operand>(value: T, at: number): T {
    if (typeof value === "number" ? value <= MOST && value >= -MOST : typeof value !== "bigint" || (value >= 0n && value < WORDS)) {
      return value;
    }
    return this.trap(typeof value === "number" ? "unsafe" : "word", at);
  }

  add(a: Operand, b: Operand, at: number): Operand {
    return this.result((a as number) + (b as number), at);
  }

  subtract(a: Operand, b: Operand, at: number): Operand {
    return this.result((a as number) - (b as number), at);
  }

  multiply(a: Operand, b: Operand, at: number): Operand {
    return this.result((a as number) * (b as number), at);
  }

  negate(a: Operand, at: number): Operand {
    return this.result(-(a as number), at);
  }

  /** A quotient as JavaScript has it: what stands around it takes the fraction off. */
  divide(a: Operand, b: Operand, at: number): Operand {
    if (b === 0 || b === 0n) return this.trap("divide", at);
    return (a as number) / (b as number);
  }

  remainder(a: Operand, b: Operand, at: number): Operand {
    if (b === 0 || b === 0n) return this.trap("divide", at);
    return (a as number) % (b as number);
  }

  increment(a: Operand, at: number): Operand {
    return this.result(typeof a === "bigint" ? a + 1n : (a as number) + 1, at);
  }

  decrement(a: Operand, at: number): Operand {
    return this.result(typeof a === "bigint" ? a - 1n : (a as number) - 1, at);
  }

  /** What a variable held before `a++`, or with -1 before `a--`. */
  before(after: Operand, step: 1 | -1): Operand {
    return typeof after === "bigint" ? after - BigInt(step) : (after as number) - step;
  }

  // ---- elements

  read(from: Indexed, index: number, at: number): unknown {
    const value = from[index];
    if (value === undefined && typeof index === "number" && !(index >= 0 && index < from.length)) return this.trap("index", at);
    return value;
  }

  write<T>(to: Indexed, index: number, value: T, at: number): T {
    if (typeof index === "number" && !(index >= 0 && index < to.length)) return this.trap("index", at);
    to[index] = value;
    return value;
  }

  /** An element that a pattern assigns: [a[i], a[j]] = [a[j]!, a[i]!]. */
  element(to: Indexed, index: number, at: number): { value: unknown } {
    const write = (value: unknown): void => { this.write(to, index, value, at); };
    return { set value(value: unknown) { write(value); } };
  }

  /** Hands on what is needed twice. */
  with<A, B, R>(a: A, b: B, then: (a: A, b: B) => R): R {
    return then(a, b);
  }

  // ---- null

  present<T>(value: T, at: number): NonNullable<T> {
    return value ?? this.trap("null", at);
  }

  /** object.get(key)!: of a Map, the key must be there; of a program's own class, the result. */
  got(object: { get(key: unknown): unknown }, key: unknown, at: number): unknown {
    const value = object.get(key);
    if (value !== undefined && value !== null) return value;
    return this.trap(object instanceof Map ? "key" : "null", at);
  }

  // ---- the library

  code(text: { charCodeAt(index: number): number }, index: number, at: number): number {
    const code = text.charCodeAt(index);
    return Number.isNaN(code) ? this.trap("index", at) : code;
  }

  /** Of what has the method set: a typed array, into which the elements must fit; or anything else. */
  set(object: View | Called, args: readonly unknown[], at: number): unknown {
    if (ArrayBuffer.isView(object)) {
      const [from, offset = 0] = args as [{ readonly length: number }, number?];
      if (offset < 0 || offset + from.length > (object as View).length) return this.trap("index", at);
    }
    return (object as Called)["set"]!(...args);
  }

  /** Text of a length that may be none: repeat, padStart, padEnd, toString with a base. */
  text(object: unknown, name: string, args: readonly unknown[], at: number): unknown {
    const [first] = args;
    const isWrong = name === "toString" ? typeof first === "number" && (first < 2 || first > 36)
      : name === "repeat" && typeof object === "string" && (first as number) < 0;
    const isPrimitive = typeof object === "string" || typeof object === "number" || typeof object === "bigint";
    return isPrimitive && isWrong ? this.trap("length", at) : (object as Called)[name]!(...args);
  }

  fromCode(code: number, at: number): string {
    return code >= 0 && code <= 255 ? String.fromCharCode(code) : this.trap("code", at);
  }

  toNumber(value: bigint | number, at: number): number {
    return this.result(Number(value), at);
  }

  toWord(value: bigint | number, at: number): bigint {
    return this.result(BigInt(value), at);
  }

  /** new Array(length), new Uint8Array(length or elements), or anything else that is made. */
  make(constructor: ViewConstructor, from: unknown, at: number): unknown {
    if (typeof from !== "number") return new constructor(from);
    const bytes = (constructor as unknown) === Array ? 8 : constructor.BYTES_PER_ELEMENT;
    const isLength = bytes === undefined || (from >= 0 && from * bytes <= LONGEST);
    return isLength ? new constructor(from) : this.trap("length", at);
  }

  // ---- exceptions

  /** At the start of each catch: only what the program threw goes on. */
  caught(error: unknown): void {
    if (isTrap(error)) throw error;
  }

  isTrap(error: unknown): boolean {
    return isTrap(error);
  }
}

/** What transformed modules ask for. */
export function checksOf(file: string): Checks {
  return new Checks(file);
}
