// The assembler's second pass: with every symbol known, statements become bytes.

import { errorAt, failure } from "./assembly-error";
import type { Directive } from "./directives";
import type { Encoder } from "./encode";
import { type Lookup, parseExpression } from "./expression";
import type { Layout, Placed } from "./layout";
import { Scanner } from "./scanner";

export interface Assembly {
  readonly bytes: Uint8Array;
  readonly symbols: ReadonlyMap<string, bigint>;
  /** Which source line made which bytes. */
  readonly lines: readonly AssembledLine[];
}

export interface AssembledLine {
  /** From 1. */
  readonly line: number;
  /** In bytes, from the start. */
  readonly offset: number;
  readonly length: number;
  readonly kind: "instruction" | "data";
}

export class Emission {
  readonly #layout: Layout;
  readonly #base: bigint;
  readonly #encoder: Encoder;
  readonly #bytes: Uint8Array;

  constructor(layout: Layout, base: bigint, encoder: Encoder) {
    this.#layout = layout;
    this.#base = base;
    this.#encoder = encoder;
    this.#bytes = new Uint8Array(layout.size);
  }

  assembly(): Assembly {
    const { placed, pools, symbols } = this.#layout;
    for (const each of placed) {
      if (each.directive === undefined) this.#instruction(each);
      else this.#directive(each, each.directive);
    }
    for (const pool of pools) {
      for (const { statement, column, offset, size, expression } of pool.literals()) {
        const text = new Scanner(expression);
        const value = parseExpression(text, this.#lookup(offset));
        if (value === undefined || !text.atEnd()) throw errorAt(statement, column + Math.max(text.failedAt, 0), `expected ${value === undefined ? text.wanted : "the end of the line"}`);
        if (!fits(value, 8 * size)) throw errorAt(statement, column, `expected a value of ${8 * size} bits`);
        writeLittleEndian(this.#bytes, offset, size, value);
      }
    }
    const lines = placed.filter((p) => p.length > 0).map(({ statement, offset, length, directive }) =>
      ({ line: statement.line, offset, length, kind: directive === undefined ? "instruction" as const : "data" as const }));
    return { bytes: this.#bytes, symbols, lines };
  }

  #instruction({ statement, offset, literal }: Placed): void {
    const lookup = this.#lookup(offset);
    const pc = this.#base + BigInt(offset);
    // ldr x0, =constant is ldr x0, address-of-the-constant.
    const text = literal === undefined ? statement.text : statement.text.replace(/=.*$/, `0x${(this.#base + BigInt(literal.offset)).toString(16)}`);
    const word = this.#encoder.encode(text.slice(statement.nameColumn), { pc, lookup });
    if (typeof word !== "number") throw errorAt(statement, statement.nameColumn + word.column, word.message);
    writeLittleEndian(this.#bytes, offset, 4, BigInt(word));
  }

  #directive({ statement, offset, length }: Placed, directive: Directive): void {
    const text = new Scanner(statement.text, statement.operandsStart);
    const done = directive.emit(text, { bytes: this.#bytes.subarray(offset, offset + length), offset, lookup: this.#lookup(offset) });
    if (done === undefined || !text.atEnd()) throw errorAt(statement, done === undefined ? text.failedAt : text.position, `expected ${done === undefined ? text.wanted : "the end of the line"}`);
  }

  /** Symbols, `.`, and numeric labels as seen from `offset`: 1f is the next label 1, 1b the last one. */
  #lookup(offset: number): Lookup {
    return (name) => {
      if (name === ".") return this.#base + BigInt(offset);
      const [, number, direction] = /^([0-9]+)([fb])$/.exec(name) ?? [];
      if (number === undefined) return this.#layout.symbols.get(name);
      const labels = this.#layout.numeric.filter((label) => label.name === number);
      const found = direction === "f" ? labels.find((label) => label.offset > offset) : labels.findLast((label) => label.offset <= offset);
      return found === undefined ? undefined : this.#base + BigInt(found.offset);
    };
  }
}

function writeLittleEndian(bytes: Uint8Array, offset: number, size: number, value: bigint): void {
  for (let i = 0; i < size; i++) bytes[offset + i] = Number((value >> BigInt(8 * i)) & 0xffn);
}

/** Whether `value` is a number of `width` bits, signed or unsigned. */
export const fits = (value: bigint, width: number): boolean =>
  value === BigInt.asUintN(width, value) || value === BigInt.asIntN(width, value);
