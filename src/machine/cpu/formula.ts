// A formula: what the explainer has in place of a value. It is never evaluated, so there is no
// number in it that a meaning could look at (rule 1 of operations.ts).

import type { Size } from "./operations";

export interface Formula {
  readonly text: string;
  /** For ~x, x: x + ~y + 1 is read as x - y. */
  readonly inverted?: Formula;
  /** Of x op y, op. */
  readonly operator?: string;
  /** For flags: the sum they are of. */
  readonly flagsOf?: string;
  /** How many bits it has, where the text itself says so: the low ones need no <hi:0>. */
  readonly bits?: number;
  /** For SignExtend(x, 32), x: SInt() of either is the same. */
  readonly extended?: { readonly signed: boolean; readonly from: Formula };
  /** Element i of a vector, i being a name; without this it is text[i]. */
  readonly elementAt?: (size: Size) => Formula;
}

const LETTERS: Readonly<Record<Size, string>> = { 8: "B", 16: "H", 32: "S", 64: "D", 128: "Q" };

/** B, H, S, D, Q: how assembly calls a scalar of `size` bits. */
export const letterOf = (size: Size): string => LETTERS[size];

export const formula = (text: string): Formula => ({ text });

/** 9, 0xa */
export const numeral = (value: number | bigint): string =>
  value < 10 ? `${value}` : `0x${value.toString(16)}`;

/** As a part of a larger formula: in parentheses, unless all its spaces are inside some already. */
export const term = ({ text }: Formula): string => (hasOpenSpace(text) ? `(${text})` : text);

function hasOpenSpace(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "(" || character === "[") depth++;
    else if (character === ")" || character === "]") depth--;
    else if (character === " " && depth === 0) return true;
  }
  return false;
}

/** x op y. A sum is added to without parentheses. */
export const infix = (x: Formula, operator: string, y: Formula): Formula => {
  const left = operator === "+" && x.operator === "+" ? x.text : term(x);
  return { text: `${left} ${operator} ${term(y)}`, operator };
};

/** f(x, y, ...) */
export const application = (name: string, ...operands: readonly (Formula | string)[]): Formula =>
  formula(`${name}(${operands.map((x) => (typeof x === "string" ? x : x.text)).join(", ")})`);

/** Element `index`, a number or a name, of a vector of elements of `size` bits. */
export function elementOf(vector: Formula, size: Size, index: string): Formula {
  return vector.elementAt === undefined || index !== "i"
    ? { text: `${term(vector)}.${letterOf(size)}[${index}]`, bits: size }
    : vector.elementAt(size);
}

/** The low `bits` bits. */
export const lowBitsOf = (x: Formula, bits: number): Formula =>
  x.bits !== undefined && x.bits <= bits ? x : { text: `${term(x)}<${bits - 1}:0>`, bits };

export const ZERO = formula("0");

export const isZero = ({ text }: Formula): boolean => text === "0";
