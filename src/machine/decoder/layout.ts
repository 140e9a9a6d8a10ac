// The assembler's first pass: every statement gets its address, every label its value, every ldr =
// its place in a literal pool. Nothing is encoded yet.

import { checkEnd, errorAt, failure } from "./assembly-error";
import { type Directive, directiveNamed } from "./directives";
import type { Encoder } from "./encode";
import { type Lookup, parseExpression } from "./expression";
import { LiteralPool } from "./literal-pool";
import { Scanner } from "./scanner";
import type { Statement } from "./statement";

/** More than this is a slip of .space or .align, not a program. */
const SIZE_LIMIT = 64 * 1024 * 1024;

export interface Placed {
  readonly statement: Statement;
  /** In bytes, from the start of the program. */
  readonly offset: number;
  readonly length: number;
  /** Undefined for an instruction. */
  readonly directive: Directive | undefined;
  /** For ldr =: where the constant lies. */
  readonly literal: { readonly offset: number } | undefined;
}

/** A .equ, and the address at which it stands. */
interface Equation {
  readonly statement: Statement;
  readonly here: bigint;
}

export class Layout {
  readonly placed: Placed[] = [];
  readonly symbols = new Map<string, bigint>();
  /** Numeric labels, which may be defined again and again, in the order of their places. */
  readonly numeric: { readonly name: string; readonly offset: number }[] = [];
  readonly pools: LiteralPool[] = [];
  size = 0;
  readonly #base: bigint;
  readonly #encoder: Encoder;
  /** The literals that have no place yet. */
  #pool = new LiteralPool();
  /** .equ whose expression uses a symbol that comes later, and where each stands. */
  #waiting: Equation[] = [];

  constructor(statements: readonly Statement[], base: bigint, encoder: Encoder) {
    this.#base = base;
    this.#encoder = encoder;
    for (const statement of statements) {
      if (statement.label !== undefined) this.#define(statement, statement.label, this.#here());
      if (statement.name !== "") this.#layOut(statement);
    }
    this.#placePool();
    this.#settle();
  }

  #layOut(statement: Statement): void {
    switch (statement.name.toLowerCase()) {
      case ".ltorg": case ".pool": return this.#placePool();
      case ".equ": case ".set": return this.#layOutEquation({ statement, here: this.#here() });
      default:
        if (statement.name.startsWith(".")) this.#layOutDirective(statement);
        else this.#layOutInstruction(statement);
    }
  }

  #layOutEquation(equation: Equation): void {
    if (!this.#equate(equation)) this.#waiting.push(equation);
  }

  #layOutDirective(statement: Statement): void {
    const directive = directiveNamed(statement.name);
    if (directive === undefined) {
      throw errorAt(statement, statement.nameColumn, `unknown directive ${statement.name}`);
    }
    const text = new Scanner(statement.text, statement.operandsStart);
    const length = directive.length(text, { offset: this.size, lookup: this.#lookup() });
    if (length === undefined) throw failure(statement, text);
    this.#place({ statement, offset: this.size, length, directive, literal: undefined });
  }

  #layOutInstruction(statement: Statement): void {
    if (!this.#encoder.isMnemonic(statement.name)) {
      throw errorAt(statement, statement.nameColumn, `unknown mnemonic ${statement.name}`);
    }
    const literal = this.#pool.add(statement);
    this.#place({ statement, offset: this.size, length: 4, directive: undefined, literal });
  }

  #place(placed: Placed): void {
    const { statement, length } = placed;
    this.placed.push(placed);
    this.size += length;
    if (this.size > SIZE_LIMIT) {
      const what = `the program grows beyond ${SIZE_LIMIT} bytes`;
      throw errorAt(statement, statement.nameColumn, what);
    }
  }

  #placePool(): void {
    if (this.#pool.isEmpty()) return;
    this.size = this.#pool.place(this.size);
    this.pools.push(this.#pool);
    this.#pool = new LiteralPool();
  }

  /** .equ name, expression: false if the expression has no value yet. */
  #equate({ statement, here }: Equation, mustHave = false): boolean {
    const text = new Scanner(statement.text, statement.operandsStart);
    const name = text.match(/[a-z_.$][\w.$]*/iy, "a symbol");
    if (name === undefined || !text.literal(",")) throw failure(statement, text);
    const value = parseExpression(text, this.#lookup(here));
    if (value === undefined) {
      if (mustHave) throw failure(statement, text);
      return false;
    }
    checkEnd(statement, text);
    this.#define(statement, name, value);
    return true;
  }

  /** Once all labels are known, each .equ that waited has a value, or waits for one that does. */
  #settle(): void {
    while (this.#waiting.length > 0) {
      const left = this.#waiting.filter((equation) => !this.#equate(equation));
      if (left.length === this.#waiting.length) this.#equate(left[0]!, true);
      this.#waiting = left;
    }
  }

  #define(statement: Statement, name: string, value: bigint): void {
    if (/^[0-9]+$/.test(name)) {
      this.numeric.push({ name, offset: this.size });
      return;
    }
    if (this.symbols.has(name)) {
      throw errorAt(statement, statement.labelColumn, `${name} is defined twice`);
    }
    this.symbols.set(name, value);
  }

  #here(): bigint {
    return this.#base + BigInt(this.size);
  }

  /** The symbols defined so far, and . for `here`. */
  #lookup(here = this.#here()): Lookup {
    return (name) => (name === "." ? here : this.symbols.get(name));
  }
}
