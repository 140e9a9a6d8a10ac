// What a generator is: of an expression, of a statement.

import type { Scope, TypeName } from "../scope";

/** Makes an expression; `e` makes an operand of a type. */
export type Generator = (s: Scope, e: (type: TypeName) => string) => string;

/** Generators by the name of what they make. */
export type Generators = Readonly<Record<string, Generator>>;

export type Piece = string | Statement[];

/** Text with lists of statements in it, from any of which one may be left out: so a program that fails is made small. */
export interface Statement {
  readonly pieces: readonly Piece[];
}

/** What a generator of statements calls for what stands inside. */
export interface Grammar {
  e(s: Scope, type: TypeName, depth?: number): string;
  block(s: Scope, most?: number): Statement[];
}

export type StatementGenerators = Readonly<Record<string, (s: Scope, grammar: Grammar) => Statement>>;

/** How what may call itself begins: so much fuel that nothing is deep enough to fill a stack, which is not Node's. */
export const TIRED = "if ((fuel -= 40) <= 0) return 0;";

export const line = (text: string): Statement => ({ pieces: [text] });

/** An index that is good, or almost never not. */
export const index = (s: Scope, array: string, n: string): string =>
  (s.draws.chance(6) ? n : `Math.abs(${n} % ${array}.length)`);
