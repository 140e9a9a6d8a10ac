// Integer expressions of assembly: numbers (decimal, 0x, 0b, 0 for octal, 'c'), symbols, . for the
// address of the statement, and C's operators with C's precedence. Values are unbounded; whoever
// uses one checks its range.

import type { Scanner } from "./scanner";

export type Lookup = (name: string) => bigint | undefined;

type Binary = (a: bigint, b: bigint) => bigint | undefined;

/** From the loosest to the tightest. Undefined: the operation has no value. */
const OPERATORS: readonly Readonly<Record<string, Binary>>[] = [
  { "|": (a, b) => a | b },
  { "^": (a, b) => a ^ b },
  { "&": (a, b) => a & b },
  { "<<": shift((a, b) => a << b), ">>": shift((a, b) => a >> b) },
  { "+": (a, b) => a + b, "-": (a, b) => a - b },
  { "*": (a, b) => a * b, "/": unlessByZero((a, b) => a / b), "%": unlessByZero((a, b) => a % b) },
];

function unlessByZero(operation: (a: bigint, b: bigint) => bigint): Binary {
  return (a, b) => (b === 0n ? undefined : operation(a, b));
}

/** A shift by more than any word is wide would only fill the host's memory. */
function shift(operation: (a: bigint, b: bigint) => bigint): Binary {
  return (a, b) => (b < 0n || b > 128n ? undefined : operation(a, b));
}

const NESTING_LIMIT = 64;

/** The value of the expression at `text`'s position; without `lookup`, no symbol is defined. */
export function parseExpression(
  text: Scanner, lookup: Lookup = () => undefined,
): bigint | undefined {
  return parseLevel(text, lookup, 0, 0);
}

function parseLevel(
  text: Scanner, lookup: Lookup, level: number, depth: number,
): bigint | undefined {
  const operators = OPERATORS[level];
  if (operators === undefined) return parseUnary(text, lookup, depth);
  let left = parseLevel(text, lookup, level + 1, depth);
  for (;;) {
    if (left === undefined) return undefined;
    text.skipSpace();
    const start = text.position;
    const name = Object.keys(operators).find((operator) => text.text.startsWith(operator, start));
    if (name === undefined) return left;
    text.position += name.length;
    const right = parseLevel(text, lookup, level + 1, depth);
    if (right === undefined) return undefined;
    const value = operators[name]!(left, right);
    if (value === undefined) {
      const operation = `${left} ${name} ${right}`;
      return text.fail(`an expression that has a value (${operation} has none)`, start);
    }
    left = value;
  }
}

function parseUnary(text: Scanner, lookup: Lookup, depth: number): bigint | undefined {
  if (depth > NESTING_LIMIT) return text.fail("an expression that nests less deeply");
  const sign = text.match(/[-+~(]?/y, "an expression");
  if (sign === "") return parsePrimary(text, lookup);
  if (sign === "(") {
    const inner = parseLevel(text, lookup, 0, depth + 1);
    return inner !== undefined && text.literal(")") ? inner : undefined;
  }
  const value = parseUnary(text, lookup, depth + 1);
  if (value === undefined) return undefined;
  return sign === "-" ? -value : sign === "~" ? ~value : value;
}

function parsePrimary(text: Scanner, lookup: Lookup): bigint | undefined {
  text.skipSpace();
  const start = text.position;
  const token = text.match(/'(?:\\.|[^\\'])'|[\w.$]+/y, "a number or a symbol");
  if (token === undefined) return undefined;
  const value = literalValue(token) ?? (isSymbol(token) ? lookup(token) : undefined);
  return value ?? text.refuse(start, `a number or a defined symbol (there is no ${token})`);
}

/** The value of a number or a quoted character. */
function literalValue(token: string): bigint | undefined {
  if (/^(?:0x[0-9a-f]+|0b[01]+)$/i.test(token)) return BigInt(token);
  if (/^0[0-7]+$/.test(token)) return BigInt(`0o${token.slice(1)}`);
  if (/^[0-9]+$/.test(token)) return BigInt(token);
  return token.startsWith("'") ? BigInt(characterCode(token.slice(1, -1))) : undefined;
}

/** A name, or the next (1f) or last (1b) of the numeric labels 1. */
const isSymbol = (token: string): boolean => /^(?:[^0-9]|[0-9]+[fb]$)/.test(token);

const ESCAPES: Readonly<Record<string, number>> = {
  n: 10, t: 9, r: 13, 0: 0, "\\": 92, "'": 39, '"': 34, b: 8, f: 12,
};

/** The code of a character as it stands between quotes, perhaps escaped. */
export function characterCode(text: string): number {
  if (text.startsWith("\\")) return ESCAPES[text[1] ?? ""] ?? text.charCodeAt(1);
  return text.codePointAt(0) ?? 0;
}

/** Whether `value` is a number of `width` bits, signed or unsigned. */
export const fits = (value: bigint, width: number): boolean =>
  value === BigInt.asUintN(width, value) || value === BigInt.asIntN(width, value);
