// Operators: what they take, and results that are not among kernel TypeScript's values.

import * as ts from "typescript";
import { inner, isOfLibrary, outer } from "./nodes";
import type { Check, Context } from "./refusal";
import { hasFlag, partsOf, primitiveOf } from "./shape";

const { SyntaxKind } = ts;

/** The operator that `a += b` and the like apply. */
const WITHIN_ASSIGNMENT: ReadonlyMap<ts.SyntaxKind, ts.SyntaxKind> = new Map([
  [SyntaxKind.PlusEqualsToken, SyntaxKind.PlusToken],
  [SyntaxKind.MinusEqualsToken, SyntaxKind.MinusToken],
  [SyntaxKind.AsteriskEqualsToken, SyntaxKind.AsteriskToken],
  [SyntaxKind.SlashEqualsToken, SyntaxKind.SlashToken],
  [SyntaxKind.PercentEqualsToken, SyntaxKind.PercentToken],
  [SyntaxKind.LessThanLessThanEqualsToken, SyntaxKind.LessThanLessThanToken],
  [SyntaxKind.GreaterThanGreaterThanEqualsToken, SyntaxKind.GreaterThanGreaterThanToken],
  [SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken,
    SyntaxKind.GreaterThanGreaterThanGreaterThanToken],
  [SyntaxKind.AmpersandEqualsToken, SyntaxKind.AmpersandToken],
  [SyntaxKind.BarEqualsToken, SyntaxKind.BarToken],
  [SyntaxKind.CaretEqualsToken, SyntaxKind.CaretToken],
]);

const ARITHMETIC: ReadonlySet<ts.SyntaxKind> = new Set(WITHIN_ASSIGNMENT.values());

/** Of words, these may leave the word; in BigInt.asUintN, only the lowest bits count. */
const WRAPPING: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.PlusToken, SyntaxKind.MinusToken,
  SyntaxKind.AsteriskToken, SyntaxKind.LessThanLessThanToken,
]);

/** These keep the lowest bits right as well, whether they leave the word or not. */
const BITWISE: ReadonlySet<ts.SyntaxKind> =
  new Set([SyntaxKind.AmpersandToken, SyntaxKind.BarToken, SyntaxKind.CaretToken]);

/** `| 0` and `>>> 0` take the fraction off. */
const CUTTING: ReadonlySet<ts.SyntaxKind> =
  new Set([SyntaxKind.BarToken, SyntaxKind.GreaterThanGreaterThanGreaterThanToken]);

type Unary = ts.PrefixUnaryExpression | ts.PostfixUnaryExpression;

export const operator: Check = (node, context) => {
  if (ts.isBinaryExpression(node)) checkBinary(node, context);
  else if (ts.isPrefixUnaryExpression(node)) checkUnary(node, context);
  else if (ts.isPostfixUnaryExpression(node)) checkUnary(node, context);
};

/** The primitive that the expression is, or "object" for a reference; undefined for a mixture. */
export function sortOf(node: ts.Node, { checker }: Context): string | undefined {
  return sortOfType(checker.getTypeAtLocation(node), checker);
}

export function sortOfType(type: ts.Type, checker: ts.TypeChecker): string | undefined {
  const isParameter = hasFlag(type, ts.TypeFlags.TypeParameter);
  const parts = partsOf(isParameter ? checker.getBaseConstraintOfType(type) ?? type : type);
  const sorts = new Set(parts.map(sortOfPart));
  return sorts.size === 1 ? [...sorts][0] : undefined;
}

function sortOfPart(type: ts.Type): string {
  const isOpen = hasFlag(type, ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter);
  return primitiveOf(type) ?? (isOpen ? "any type" : "object");
}

function checkBinary(node: ts.BinaryExpression, context: Context): void {
  const { kind } = node.operatorToken;
  const applied = WITHIN_ASSIGNMENT.get(kind) ?? kind;
  if (!ARITHMETIC.has(applied)) return;
  const [a, b] = [sortOf(node.left, context), sortOf(node.right, context)];
  if (applied === SyntaxKind.PlusToken && (a === "string" || b === "string")) {
    if (a !== b) context.refuse(node, "concatenation");
  } else if (a === "bigint") checkWords(node, applied, context);
  else if (a === "number" && applied === SyntaxKind.SlashToken) checkQuotient(node, context);
  else if ((a !== "number" || b !== "number") && a !== undefined && b !== undefined) {
    context.refuse(node, "arithmetic");
  }
}

function checkWords(node: ts.BinaryExpression, applied: ts.SyntaxKind, context: Context): void {
  if (!WRAPPING.has(applied) || isWord(constantOf(node))) return;
  if (applied === SyntaxKind.LessThanLessThanToken && !isSmallCount(node.right)) {
    context.refuse(node, "shift");
  } else if (!isInWord(node, context)) context.refuse(node, "word");
}

const isSmallCount = (node: ts.Expression): boolean => {
  const count = constantOf(node);
  return count !== undefined && count >= 0n && count < 64n;
};

const isWord = (value: bigint | undefined): boolean =>
  value !== undefined && BigInt.asUintN(64, value) === value;

/** What the operators of literals make, so that 1n << 63n may stand for itself. */
function constantOf(node: ts.Expression): bigint | undefined {
  const bare = inner(node);
  if (ts.isBigIntLiteral(bare)) return BigInt(bare.text.slice(0, -1));
  if (!ts.isBinaryExpression(bare)) return undefined;
  const [a, b] = [constantOf(bare.left), constantOf(bare.right)];
  if (a === undefined || b === undefined) return undefined;
  switch (bare.operatorToken.kind) {
    case SyntaxKind.PlusToken: return a + b;
    case SyntaxKind.MinusToken: return a - b;
    case SyntaxKind.AsteriskToken: return a * b;
    case SyntaxKind.LessThanLessThanToken: return b >= 0n && b < 64n ? a << b : undefined;
    default: return undefined;
  }
}

/** Whether only operators that keep the lowest bits right are between here and a BigInt.asUintN. */
function isInWord(node: ts.Expression, context: Context): boolean {
  const { parent, child } = outer(node);
  if (ts.isCallExpression(parent)) {
    return parent.arguments[1] === child && isAsUintN(parent, context);
  }
  if (ts.isPrefixUnaryExpression(parent)) {
    return isWrappingSign(parent) && isInWord(parent, context);
  }
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  const keeps = BITWISE.has(kind)
    || (WRAPPING.has(kind) && (kind !== SyntaxKind.LessThanLessThanToken || parent.left === child));
  return keeps && isInWord(parent, context);
}

const isWrappingSign = ({ operator: sign }: Unary): boolean =>
  sign === SyntaxKind.TildeToken || sign === SyntaxKind.MinusToken;

/** Of a constant number of bits, 64 at most. */
function isAsUintN(
  { expression, arguments: [bits] }: ts.CallExpression, { checker }: Context,
): boolean {
  const isNamed = ts.isPropertyAccessExpression(expression) && expression.name.text === "asUintN"
    && isOfLibrary(checker.getSymbolAtLocation(expression.name));
  return isNamed && bits !== undefined && ts.isNumericLiteral(bits) && Number(bits.text) <= 64;
}

function checkQuotient(node: ts.BinaryExpression, context: Context): void {
  const { parent, child } = outer(node);
  const isTruncated = ts.isCallExpression(parent) && parent.arguments[0] === child
    && isQuotientCall(parent, context);
  const isCut = ts.isBinaryExpression(parent) && parent.left === child && isZero(parent.right)
    && CUTTING.has(parent.operatorToken.kind);
  if (node.operatorToken.kind !== SyntaxKind.SlashToken || !(isTruncated || isCut)) {
    context.refuse(node, "division");
  }
}

const isZero = (node: ts.Expression): boolean =>
  ts.isNumericLiteral(inner(node)) && Number((inner(node) as ts.NumericLiteral).text) === 0;

/** Math.trunc or Math.floor, the library's own. */
function isQuotientCall({ expression }: ts.CallExpression, { checker }: Context): boolean {
  return ts.isPropertyAccessExpression(expression)
    && ["trunc", "floor"].includes(expression.name.text)
    && isOfLibrary(checker.getSymbolAtLocation(expression.name));
}

/** Math.trunc and Math.floor of anything but a quotient. */
export const quotientCall: Check = (node, context) => {
  if (!ts.isCallExpression(node) || !isQuotientCall(node, context)) return;
  const argument = node.arguments[0] && inner(node.arguments[0]);
  const isQuotient = argument !== undefined && ts.isBinaryExpression(argument)
    && argument.operatorToken.kind === SyntaxKind.SlashToken;
  if (!isQuotient) context.refuse(node, "quotient");
};

function checkUnary(node: Unary, context: Context): void {
  if (node.operator === SyntaxKind.ExclamationToken) return;
  const sort = sortOf(node.operand, context);
  if (sort === "number" || sort === undefined) return;
  if (sort !== "bigint") context.refuse(node, "arithmetic");
  else if (node.operator === SyntaxKind.MinusToken && ts.isBigIntLiteral(inner(node.operand))) {
    context.refuse(node, "literal word");
  } else if (!isWrappingSign(node) || !isInWord(node, context)) {
    context.refuse(node, "word");
  }
}
