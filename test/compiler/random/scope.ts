// What a random program may name at a place: variables by their types, and functions that are above.

import type { Draws } from "./draws";

/** The types of random values; prelude.ts declares the classes, declarations.ts those of each program. */
export const TYPES = {
  // name       in TypeScript                 of a new variable
  number:    ["number",                     "0"],
  word:      ["bigint",                     "0n"],
  boolean:   ["boolean",                    "false"],
  string:    ["string",                     "\"\""],
  numbers:   ["number[]",                   "[1, 2, 3]"],
  strings:   ["string[]",                   "[\"a\", \"b\"]"],
  words:     ["bigint[]",                   "[3n, 4n]"],
  bytes:     ["Uint8Array",                 "new Uint8Array([1, 250, 3, 4])"],
  signed:    ["Int8Array",                  "new Int8Array([1, -128, 127])"],
  pairs16:   ["Uint16Array",                "new Uint16Array([65535, 2, 3])"],
  halves:    ["Int16Array",                 "new Int16Array([1, -2, 32767])"],
  quads:     ["Uint32Array",                "new Uint32Array([4294967295, 6])"],
  ints:      ["Int32Array",                 "new Int32Array([-2147483648, 6])"],
  longs:     ["BigUint64Array",             "new BigUint64Array([7n, 0xffff_ffff_ffff_ffffn])"],
  map:       ["Map<number, number>",        "new Map<number, number>()"],
  named:     ["Map<string, Point>",         "new Map<string, Point>()"],
  set:       ["Set<string>",                "new Set<string>()"],
  point:     ["Point",                      "new Point(3, 4)"],
  points:    ["Point[]",                    "[new Point(1, 2), new Far(3, 4)]"],
  shape:     ["Shape",                      "new Disc(2)"],
  item:      ["Item",                       "itemOf(new Gap(3))"],
  beast:     ["Beast",                      "new Egg()"],
  stack:     ["Stack<number>",              "new Stack<number>()"],
  entry:     ["Entry",                      "{ left: 1, right: \"r\" }"],
  maybe:     ["Point | null",               "maybe(null)"],
  pair:      ["[number, string]",           "[5, \"p\"]"],
  closure:   ["(n: number) => number",      "(n: number): number => n % 10007 + 1"],
} as const satisfies Record<string, readonly [type: string, first: string]>;

export type TypeName = keyof typeof TYPES;

export const TYPE_NAMES = Object.keys(TYPES) as TypeName[];

export interface Variable {
  readonly name: string;
  readonly type: TypeName;
  readonly isAssignable: boolean;
}

export interface Callable {
  readonly name: string;
  readonly parameters: readonly TypeName[];
  readonly result: TypeName;
}

export class Scope {
  readonly draws: Draws;
  readonly #variables: readonly Variable[];
  readonly callables: readonly Callable[];
  /** Labels of loops around, the innermost last. */
  readonly loops: readonly string[];
  /** Around are so many statements. */
  readonly depth: number;
  readonly #names: { next: number };

  constructor(draws: Draws, variables: readonly Variable[], callables: readonly Callable[], loops: readonly string[] = [], depth = 0, names = { next: 0 }) {
    this.draws = draws;
    this.#variables = variables;
    this.callables = callables;
    this.loops = loops;
    this.depth = depth;
    this.#names = names;
  }

  fresh(prefix: string): string {
    return `${prefix}${this.#names.next++}`;
  }

  /** A level deeper, where more can be named. */
  inner(variables: readonly Variable[] = [], loop?: string): Scope {
    const loops = loop === undefined ? this.loops : [...this.loops, loop];
    return new Scope(this.draws, [...this.#variables, ...variables], this.callables, loops, this.depth + 1, this.#names);
  }

  /** A closure's body: no loop is around it. */
  closure(variables: readonly Variable[]): Scope {
    return new Scope(this.draws, [...this.#variables, ...variables], this.callables, [], this.depth + 1, this.#names);
  }

  /** The body of a function that is no arrow: `this` is another one there. */
  function(variables: readonly Variable[]): Scope {
    const own = this.#variables.filter(({ name }) => !name.startsWith("this."));
    return new Scope(this.draws, [...own, ...variables], this.callables, [], this.depth + 1, this.#names);
  }

  all(type: TypeName): readonly Variable[] {
    return this.#variables.filter((each) => each.type === type);
  }

  /** A variable of the type: every scope has one of each. */
  variable(type: TypeName): string {
    return this.draws.pick(this.all(type)).name;
  }

  assignable(type: TypeName): string {
    return this.draws.pick(this.all(type).filter(({ isAssignable }) => isAssignable)).name;
  }
}
