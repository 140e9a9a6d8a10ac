// The assembler's second pass: with every symbol known, statements become bytes.

import { checkEnd, errorAt, failure } from "./assembly-error";
import { type Directive, writeLittleEndian } from "./directives";
import type { Encoder } from "./encode";
import { fits, type Lookup, parseExpression } from "./expression";
import type { Layout, Placed } from "./layout";
import type { Literal } from "./literal-pool";
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
    for (const pool of pools) for (const literal of pool.literals()) this.#literal(literal);
    const lines = placed.filter(({ length }) => length > 0).map(lineOf);
    return { bytes: this.#bytes, symbols, lines };
  }

  #instruction({ statement, offset, literal }: Placed): void {
    const site = { pc: this.#addressOf(offset), lookup: this.#lookup(offset) };
    // ldr x0, =constant is ldr x0, address-of-the-constant.
    const text = literal === undefined
      ? statement.text
      : statement.text.replace(/=.*$/, `0x${this.#addressOf(literal.offset).toString(16)}`);
    const word = this.#encoder.encode(text.slice(statement.nameColumn), site);
    if (typeof word !== "number") {
      throw errorAt(statement, statement.nameColumn + word.column, word.message);
    }
    writeLittleEndian(this.#bytes, offset, 4, BigInt(word));
  }

  #directive({ statement, offset, length }: Placed, directive: Directive): void {
    const text = new Scanner(statement.text, statement.operandsStart);
    const bytes = this.#bytes.subarray(offset, offset + length);
    const done = directive.emit(text, { bytes, offset, lookup: this.#lookup(offset) });
    if (done === undefined) throw failure(statement, text);
    checkEnd(statement, text);
  }

  #literal({ statement, column, offset, size }: Literal): void {
    const text = new Scanner(statement.text, column);
    const value = parseExpression(text, this.#lookup(offset));
    if (value === undefined) throw failure(statement, text);
    checkEnd(statement, text);
    if (!fits(value, 8 * size)) {
      throw errorAt(statement, column, `expected a value of ${8 * size} bits`);
    }
    writeLittleEndian(this.#bytes, offset, size, value);
  }

  #addressOf(offset: number): bigint {
    return this.#base + BigInt(offset);
  }

  /** Symbols, . and numeric labels as seen from `offset`: 1f is the next label 1, 1b the last. */
  #lookup(offset: number): Lookup {
    const { symbols, numeric } = this.#layout;
    return (name) => {
      if (name === ".") return this.#addressOf(offset);
      const [, number, direction] = /^([0-9]+)([fb])$/.exec(name) ?? [];
      if (number === undefined) return symbols.get(name);
      const labels = numeric.filter((label) => label.name === number);
      const found = direction === "f"
        ? labels.find((label) => label.offset > offset)
        : labels.findLast((label) => label.offset <= offset);
      return found && this.#addressOf(found.offset);
    };
  }
}

function lineOf({ statement, offset, length, directive }: Placed): AssembledLine {
  const kind = directive === undefined ? "instruction" : "data";
  return { line: statement.line, offset, length, kind };
}
