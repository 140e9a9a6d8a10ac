// Assembly text to bytes, in two passes: the first gives every statement its address and every label its value, the
// second encodes. An instruction is four bytes whatever it says, which is why two passes are enough.
//
//   label:  mnemonic operands   // comment          .word 1, 2    .ascii "text"    .align 3    .equ name, value
//           ldr x0, =expression                     puts the constant into the literal pool (.ltorg, or the end)

import { UserFault } from "../../base/fault";
import { type Decoder, standardDecoder } from "./decoder";
import { type Directive, directiveNamed } from "./directives";
import { Encoder } from "./encode";
import { type Lookup, parseExpression } from "./expression";
import { LiteralPool } from "./literal-pool";
import { Scanner } from "./scanner";
import { splitStatements, type Statement } from "./statement";

/** Lines and columns count from 1. */
export class AssemblyError extends UserFault {
  override readonly name = "AssemblyError";
  readonly line: number;
  readonly column: number;
  /** The message without its place. */
  readonly what: string;

  constructor(line: number, column: number, what: string) {
    super(`${line}:${column}: ${what}`);
    this.line = line;
    this.column = column;
    this.what = what;
  }
}

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

/** More than this is a slip of .space or .align, not a program. */
const SIZE_LIMIT = 64 * 1024 * 1024;

export class Assembler {
  readonly #encoder: Encoder;

  constructor(decoder: Decoder) {
    this.#encoder = new Encoder(decoder);
  }

  /** Assembles `source` to be loaded at `base`. Throws AssemblyError at the first mistake. */
  assemble(source: string, base = 0n): Assembly {
    const statements = splitStatements(source);
    const layout = new Layout(statements, base, this.#encoder);
    return new Emission(layout, base, this.#encoder).assembly();
  }
}

interface Placed {
  readonly statement: Statement;
  readonly offset: number;
  readonly length: number;
  readonly directive: Directive | undefined;
  /** For ldr =: where the constant lies. */
  readonly literal: { readonly offset: number } | undefined;
}

/** The first pass. */
class Layout {
  readonly placed: Placed[] = [];
  readonly symbols = new Map<string, bigint>();
  readonly pools: LiteralPool[] = [];
  size = 0;
  readonly #base: bigint;

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
  }

  #directiveLength(directive: Directive, statement: Statement): number {
    const text = new Scanner(statement.text, statement.operandsStart);
    const here = this.#base + BigInt(this.size);
    const length = directive.length(text, {
      offset: this.size,
      lookup: (name) => (name === "." ? here : this.symbols.get(name)),
      define: (name, value) => this.#define(statement, name, value),
    });
    if (length === undefined) throw errorAt(statement, text.failedAt, `expected ${text.wanted}`);
    return length;
  }

  #define(statement: Statement, name: string, value: bigint): void {
    if (this.symbols.has(name)) throw errorAt(statement, statement.labelColumn, `${name} is defined twice`);
    this.symbols.set(name, value);
  }
}

/** The second pass. */
class Emission {
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

  /** Symbols, `.`, and numeric labels (1f, 1b) as seen from `offset`. */
  #lookup(offset: number): Lookup {
    const here = this.#base + BigInt(offset);
    return (name) => (name === "." ? here : this.#layout.symbols.get(name));
  }
}

export function writeLittleEndian(bytes: Uint8Array, offset: number, size: number, value: bigint): void {
  for (let i = 0; i < size; i++) bytes[offset + i] = Number((value >> BigInt(8 * i)) & 0xffn);
}

function errorAt(statement: Statement, column: number, what: string): AssemblyError {
  return new AssemblyError(statement.line, column + 1, what);
}

let standard: Encoder | undefined;

/** The word of one instruction at `pc`. Throws AssemblyError; its line is 1. */
export function assembleLine(text: string, pc = 0n): number {
  standard ??= new Encoder(standardDecoder());
  const word = standard.encode(text, { pc });
  if (typeof word === "number") return word;
  throw new AssemblyError(1, word.column + 1, word.message);
}
