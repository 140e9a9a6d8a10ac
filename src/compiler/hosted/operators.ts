// Which operators and calls need a check under Node, and the name of the check in checks.ts.

import * as ts from "typescript";

/** A check of two operands; `assigns`: the first is also where the result goes. */
export interface ArithmeticCheck {
  readonly name: "add" | "subtract" | "multiply" | "divide" | "remainder";
  readonly assigns: boolean;
}

const row = (name: ArithmeticCheck["name"], assigns: boolean): ArithmeticCheck =>
  ({ name, assigns });

export const ARITHMETIC: Readonly<Partial<Record<ts.SyntaxKind, ArithmeticCheck>>> = {
  [ts.SyntaxKind.PlusToken]:           row("add", false),
  [ts.SyntaxKind.MinusToken]:          row("subtract", false),
  [ts.SyntaxKind.AsteriskToken]:       row("multiply", false),
  [ts.SyntaxKind.SlashToken]:          row("divide", false),
  [ts.SyntaxKind.PercentToken]:        row("remainder", false),
  [ts.SyntaxKind.PlusEqualsToken]:     row("add", true),
  [ts.SyntaxKind.MinusEqualsToken]:    row("subtract", true),
  [ts.SyntaxKind.AsteriskEqualsToken]: row("multiply", true),
  [ts.SyntaxKind.SlashEqualsToken]:    row("divide", true),
  [ts.SyntaxKind.PercentEqualsToken]:  row("remainder", true),
};

interface NativeCompound {
  /** Between two operands. */
  readonly operator: string;
  /** Only perhaps written. */
  readonly isChoice: boolean;
}

const bits = (operator: string): NativeCompound => ({ operator, isChoice: false });
const choice = (operator: string): NativeCompound => ({ operator, isChoice: true });

/**
 * Compound assignments that cannot fail but where an element is read and written. (Behind a call,
 * << and a parenthesis could begin type arguments; << + cannot.)
 */
export const NATIVE_COMPOUND: Readonly<Partial<Record<ts.SyntaxKind, NativeCompound>>> = {
  [ts.SyntaxKind.AmpersandEqualsToken]:                         bits("&"),
  [ts.SyntaxKind.BarEqualsToken]:                               bits("|"),
  [ts.SyntaxKind.CaretEqualsToken]:                             bits("^"),
  [ts.SyntaxKind.LessThanLessThanEqualsToken]:                  bits("<< +"),
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken]:            bits(">>"),
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken]: bits(">>>"),
  [ts.SyntaxKind.BarBarEqualsToken]:                            choice("||"),
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken]:                choice("&&"),
  [ts.SyntaxKind.QuestionQuestionEqualsToken]:                  choice("??"),
};

interface Step {
  readonly name: "increment" | "decrement";
  readonly by: 1 | -1;
}

/** ++ and --, in front and behind. */
export const STEPS: Readonly<Partial<Record<ts.SyntaxKind, Step>>> = {
  [ts.SyntaxKind.PlusPlusToken]:   { name: "increment", by: 1 },
  [ts.SyntaxKind.MinusMinusToken]: { name: "decrement", by: -1 },
};

/** What may nest in BigInt.asUintN without being a word itself. */
export const WORD_OPERATORS: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken, ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.AmpersandToken, ts.SyntaxKind.BarToken, ts.SyntaxKind.CaretToken,
  ts.SyntaxKind.TildeToken, ts.SyntaxKind.LessThanLessThanToken,
];

type CallCheck = "code" | "set" | "text" | "each";

/** Methods that may be given what they cannot take, each with the check that calls it. */
export const CHECKED_CALLS: Readonly<Record<string, CallCheck>> = {
  // an index
  charCodeAt: "code", set: "set",
  // a length or a base
  repeat: "text", padStart: "text", padEnd: "text", toString: "text" as const,
  // a function that takes away the elements which it is still to see
  map: "each", find: "each", findIndex: "each",
};
