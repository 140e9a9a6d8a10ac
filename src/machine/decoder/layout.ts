// The assembler's first pass: every statement gets its address, every label its value, every ldr = its place in a
// literal pool. Nothing is encoded yet.

import { errorAt, failure } from "./assembly-error";
import { type Directive, directiveNamed } from "./directives";
import type { Encoder } from "./encode";
import { parseExpression } from "./expression";
import { LiteralPool } from "./literal-pool";
import { Scanner } from "./scanner";
import type { Statement } from "./statement";

/** More than this is a slip of .space or .align, not a program. */
const SIZE_LIMIT = 64 * 1024 * 1024;

export interface Placed {
  readonly statement: Statement;
  readonly offset: number;
  readonly length: number;
  readonly directive: Directive | undefined;
  /** For ldr =: where the constant lies. */
  readonly literal: { readonly offset: number } | undefined;
}

export class Layout {
  readonly placed: Placed[] = [];
  readonly symbols = new Map<string, bigint>();
  /** Numeric labels, which may be defined again and again, in the order of their places. */
  readonly numeric: { readonly name: string; readonly offset: number }[] = [];
  readonly pools: LiteralPool[] = [];
  size = 0;
  readonly #base: bigint;
  /** .equ whose expression uses a symbol that comes later. */
  #waiting: Statement[] = [];

  constructor(statements: readonly Statement[], base: bigint, encoder: Encoder) {
    this.#base = base;
    let pool = new LiteralPool();
    const flush = (): void => {
      if (pool.isEmpty()) return;
      this.size = pool.place(this.size);
      this.pools.push(pool);
      pool = new LiteralPool();
    };
    for (const statement of statements) {
      if (statement.label !== undefined) this.#define(statement, statement.label, base + BigInt(this.size));
      if (statement.name === "") continue;
      if (statement.name.toLowerCase() === ".ltorg" || statement.name.toLowerCase() === ".pool") {
        flush();
        continue;
      }
      if (/^\.(equ|set)$/i.test(statement.name)) {
        if (!this.#equate(statement)) this.#waiting.push(statement);
        continue;
      }
      const directive = statement.name.startsWith(".") ? directiveNamed(statement.name) : undefined;
      if (statement.name.startsWith(".") && directive === undefined) throw errorAt(statement, statement.nameColumn, `unknown directive ${statement.name}`);
      if (directive === undefined && !encoder.isMnemonic(statement.name)) {
        throw errorAt(statement, statement.nameColumn, `unknown mnemonic ${statement.name}`);
      }
      const literal = directive === undefined ? pool.add(statement) : undefined;
      const length = directive === undefined ? 4 : this.#directiveLength(directive, statement);
      this.placed.push({ statement, offset: this.size, length, directive, literal });
      this.size += length;
      if (this.size > SIZE_LIMIT) throw errorAt(statement, statement.nameColumn, `the program grows beyond ${SIZE_LIMIT} bytes`);
    }
    flush();
    this.#settle();
  }

  /** .equ name, expression: false if the expression has no value yet. */
  #equate(statement: Statement, mustHave = false): boolean {
    const text = new Scanner(statement.text, statement.operandsStart);
    const here = this.#base + BigInt(this.size);
    const name = text.match(/[a-z_.$][\w.$]*/iy, "a symbol");
    const comma = name !== undefined && text.literal(",");
    const value = comma ? parseExpression(text, (symbol) => (symbol === "." ? here : this.symbols.get(symbol))) : undefined;
    if (name === undefined || !comma || (value === undefined && mustHave)) throw failure(statement, text);
    if (value === undefined) return false;
    if (!text.atEnd()) throw errorAt(statement, text.position, "expected the end of the line");
    this.#define(statement, name, value);
    return true;
  }

  /** Once all labels are known, each .equ that waited has a value, or waits for one that does. */
  #settle(): void {
    while (this.#waiting.length > 0) {
      const left = this.#waiting.filter((statement) => !this.#equate(statement));
      if (left.length === this.#waiting.length) this.#equate(left[0]!, true);
      this.#waiting = left;
    }
  }

  #directiveLength(directive: Directive, statement: Statement): number {
    const text = new Scanner(statement.text, statement.operandsStart);
    const here = this.#base + BigInt(this.size);
    const length = directive.length(text, {
      offset: this.size,
      lookup: (name) => (name === "." ? here : this.symbols.get(name)),
    });
    if (length === undefined) throw failure(statement, text);
    return length;
  }

  #define(statement: Statement, name: string, value: bigint): void {
    if (/^[0-9]+$/.test(name)) {
      this.numeric.push({ name, offset: this.size });
      return;
    }
    if (this.symbols.has(name)) throw errorAt(statement, statement.labelColumn, `${name} is defined twice`);
    this.symbols.set(name, value);
  }
}
