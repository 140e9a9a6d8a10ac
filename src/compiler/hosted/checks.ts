// What a kernel module does under Node before it goes on: the checks that compiled code makes with
// flags and compares. transform.ts puts these functions where the operations were. Nothing here
// knows types; what a value is decides.
//
// 1. A check that holds gives what JavaScript gives; one that fails throws a HostedTrap, as the
//    metal would stop.

import { LONGEST } from "../../formats/objects/layout";
import type { Trap } from "../ir/operation";
import { HostedTrap, columnOfPlace, lineOfPlace, trapOf } from "./traps";

const MOST = Number.MAX_SAFE_INTEGER;
const WORDS = 1n << 64n;

type Operand = number | bigint | string;
type Indexed = Record<number, unknown> & { readonly length: number };
type View = { readonly length: number; set(array: unknown, offset?: number): void };
type ViewConstructor = { new (from: unknown): unknown; readonly BYTES_PER_ELEMENT?: number };
type Called = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** The checks of one module. */
export class Checks {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  trap(trap: Trap, at: number): never {
    throw new HostedTrap(trap, this.#file, lineOfPlace(at), columnOfPlace(at));
  }

  /** The result of an operation on numbers, words or strings. */
  result<T extends Operand>(value: T, at: number): T {
    if (typeof value === "number") {
      return value <= MOST && value >= -MOST ? value : this.trap("unsafe", at);
    }
    const isRight = typeof value !== "bigint" || (value >= 0n && value < WORDS);
    return isRight ? value : this.trap("word", at);
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
    return value === undefined && isOutside(from, index) ? this.trap("index", at) : value;
  }

  write<T>(to: Indexed, index: number, value: T, at: number): T {
    if (isOutside(to, index)) return this.trap("index", at);
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

  /** Of what has the method set: the elements must fit into a typed array. */
  set(object: View | Called, args: readonly unknown[], at: number): unknown {
    if (ArrayBuffer.isView(object)) {
      const [from, offset = 0] = args as [{ readonly length: number }, number?];
      const isThere = offset >= 0 && offset + from.length <= (object as View).length;
      if (!isThere) return this.trap("index", at);
    }
    return (object as Called)["set"]!(...args);
  }

  /** Text of a length that may be none: repeat, padStart, padEnd, toString with a base. */
  text(object: unknown, name: string, args: readonly unknown[], at: number): unknown {
    const [first] = args;
    const isWrong = name === "toString" ? typeof first === "number" && (first < 2 || first > 36)
      : name === "repeat" && (first as number) < 0;
    const isPrimitive = ["string", "number", "bigint"].includes(typeof object);
    return isPrimitive && isWrong ? this.trap("length", at) : (object as Called)[name]!(...args);
  }

  /** map, find and findIndex come to elements that the function has taken away by then. */
  each(object: unknown, name: string, args: readonly unknown[], at: number): unknown {
    if (!Array.isArray(object)) return (object as Called)[name]!(...args);
    const [visit] = args as [(value: unknown, index: number) => unknown];
    const { length } = object;
    let visited = 0;
    const result = (object as unknown as Called)[name]!((value: unknown, index: number) => {
      if (index >= object.length) return this.trap("index", at);
      visited++;
      return visit(value, index);
    });
    // JavaScript's map goes past them.
    return name === "map" && visited < length ? this.trap("index", at) : result;
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
    const isArray = (constructor as unknown) === Array;
    const bytes = isArray ? 8 : constructor.BYTES_PER_ELEMENT;
    const isLength = bytes === undefined || (from >= 0 && from * bytes <= LONGEST);
    return isLength ? new constructor(from) : this.trap("length", at);
  }

  // ---- exceptions

  /** At the start of each catch: only what the program threw goes on. */
  caught(error: unknown): void {
    if (this.isTrap(error)) throw error;
  }

  isTrap(error: unknown): boolean {
    return trapOf(error) !== undefined;
  }
}

const isOutside = ({ length }: Indexed, index: number): boolean =>
  typeof index === "number" && !(index >= 0 && index < length);

/** What transformed modules ask for. */
export function checksOf(file: string): Checks {
  return new Checks(file);
}
