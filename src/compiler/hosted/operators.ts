// Which operators and calls need a check under Node, and the name of the check in checks.ts.

import * as ts from "typescript";

/** A check of two operands; `assigns`: the first is also where the result goes. */
export interface ArithmeticCheck {
  readonly name: "add" | "subtract" | "multiply" | "divide" | "remainder";
  readonly assigns: boolean;
}

const row = (name: ArithmeticCheck["name"], assigns: boolean): ArithmeticCheck => ({ name, assigns });

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

/** Compound assignments that cannot fail but where an element is read and written. `isChoice`: only perhaps written. */
export const NATIVE_COMPOUND: Readonly<Partial<Record<ts.SyntaxKind, { readonly operator: string; readonly isChoice: boolean }>>> = {
  [ts.SyntaxKind.AmpersandEqualsToken]:                         { operator: "&", isChoice: false },
  [ts.SyntaxKind.BarEqualsToken]:                               { operator: "|", isChoice: false },
  [ts.SyntaxKind.CaretEqualsToken]:                             { operator: "^", isChoice: false },
  [ts.SyntaxKind.LessThanLessThanEqualsToken]:                  { operator: "<<", isChoice: false },
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken]:            { operator: ">>", isChoice: false },
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken]: { operator: ">>>", isChoice: false },
  [ts.SyntaxKind.BarBarEqualsToken]:                            { operator: "||", isChoice: true },
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken]:                { operator: "&&", isChoice: true },
  [ts.SyntaxKind.QuestionQuestionEqualsToken]:                  { operator: "??", isChoice: true },
};

/** ++ and --, in front and behind. */
export const STEPS: Readonly<Partial<Record<ts.SyntaxKind, { readonly name: "increment" | "decrement"; readonly by: 1 | -1 }>>> = {
  [ts.SyntaxKind.PlusPlusToken]:   { name: "increment", by: 1 },
  [ts.SyntaxKind.MinusMinusToken]: { name: "decrement", by: -1 },
};

/** What may nest in BigInt.asUintN without being a word itself. */
export const WORD_OPERATORS: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken, ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.BarToken, ts.SyntaxKind.CaretToken, ts.SyntaxKind.TildeToken, ts.SyntaxKind.LessThanLessThanToken,
];

/** Methods that take an index and may be given one that is out of range. */
export const INDEX_CALLS = { code: "charCodeAt", set: "set" } as const;

/** Methods that take a length or a base and may be given one that is out of range. */
export const LENGTH_CALLS: readonly string[] = ["repeat", "padStart", "padEnd", "toString"];
