// ldr x0, =constant: no instruction carries 64 bits, so the constant lies near the code and LDR
// (literal) fetches it.

import type { Statement } from "./statement";

export interface Literal {
  readonly statement: Statement;
  /** Where the expression starts in the line, from 0. */
  readonly column: number;
  readonly expression: string;
  /** In bytes: 4 for a W or S register, 8 for X or D, 16 for Q. */
  readonly size: number;
  /** Where it lies, in bytes from the start; known once the pool has its place. */
  offset: number;
}

const SIZES: Readonly<Record<string, number>> = { w: 4, s: 4, x: 8, d: 8, q: 16 };

export class LiteralPool {
  readonly #literals: Literal[] = [];

  isEmpty(): boolean {
    return this.#literals.length === 0;
  }

  /** The literal of `statement`, if it asks for one. An expression is kept once for each size. */
  add(statement: Statement): Literal | undefined {
    const operands = statement.text.slice(statement.operandsStart);
    const found = /^(\s*(\w)\w*\s*,\s*=\s*)(.*)$/.exec(operands);
    if (found === null || statement.name.toLowerCase() !== "ldr") return undefined;
    const [, before = "", letter = "x", expression = ""] = found;
    const size = SIZES[letter.toLowerCase()] ?? 8;
    const known = this.#literals.find((l) => l.expression === expression && l.size === size);
    if (known !== undefined) return known;
    const column = statement.operandsStart + before.length;
    const literal = { statement, column, expression, size, offset: 0 };
    this.#literals.push(literal);
    return literal;
  }

  /** Puts the pool at `start` or the next aligned place, and says where it ends. */
  place(start: number): number {
    let end = start;
    for (const literal of this.#literals) {
      end = Math.ceil(end / literal.size) * literal.size;
      literal.offset = end;
      end += literal.size;
    }
    return end;
  }

  literals(): readonly Literal[] {
    return this.#literals;
  }
}
