// Expressions, a row a kind. What is not here has been refused before.

import * as ts from "typescript";
import { refuse } from "../fault";
import { BIGINT, BOOLEAN, NULL, NUMBER, VOID, kindOf, sameType, type Type } from "../types";
import { endsChain, nonNull, optionalChain } from "./absence";
import { arrayLiteral } from "./arrays";
import { increment } from "./assignments";
import { call } from "./calls";
import { closureValue } from "./closures";
import { newExpression, newFilledArray } from "./construction";
import { elementAccess } from "./elements";
import type { Lowering, Operand } from "./lowering";
import { identifier } from "./names";
import { binary, combine, prefix } from "./operators";
import { propertyAccess } from "./properties";
import { objectLiteral } from "./records";
import { template, text } from "./text";

type Rule<N extends ts.Node> = (l: Lowering, node: N, wanted: Type | undefined) => Operand;

const rule = <N extends ts.Node>(lower: Rule<N>): Rule<ts.Node> => lower as Rule<ts.Node>;

const K = ts.SyntaxKind;

const RULES: Partial<Record<ts.SyntaxKind, Rule<ts.Node>>> = {
  [K.NumericLiteral]: rule<ts.NumericLiteral>((l, node) => numeric(l, node)),
  [K.BigIntLiteral]: rule<ts.BigIntLiteral>((l, { text: digits }) =>
    l.constant(BigInt(digits.slice(0, -1)), BIGINT)),
  [K.StringLiteral]: rule<ts.StringLiteral>((l, node) => text(l, node.text, node)),
  [K.NoSubstitutionTemplateLiteral]: rule<ts.NoSubstitutionTemplateLiteral>((l, node) =>
    text(l, node.text, node)),
  [K.TemplateExpression]: rule<ts.TemplateExpression>(template),
  [K.TrueKeyword]: (l) => l.constant(true, BOOLEAN),
  [K.FalseKeyword]: (l) => l.constant(false, BOOLEAN),
  [K.NullKeyword]: (l) => l.constant(0n, NULL),
  [K.ThisKeyword]: (l, node) => l.this(node),
  [K.Identifier]: rule<ts.Identifier>(identifier),
  [K.ParenthesizedExpression]: rule<ts.ParenthesizedExpression>((l, node, wanted) =>
    l.expression(node.expression, wanted)),
  [K.BinaryExpression]: rule<ts.BinaryExpression>(binary),
  [K.PrefixUnaryExpression]: rule<ts.PrefixUnaryExpression>(prefix),
  [K.PostfixUnaryExpression]: rule<ts.PostfixUnaryExpression>(
    (l, node) => increment(l, node, combine)
  ),
  [K.ConditionalExpression]: rule<ts.ConditionalExpression>(conditional),
  [K.CallExpression]: rule<ts.CallExpression>((l, node) =>
    newFilledArray(l, node) ?? call(l, node)),
  [K.NewExpression]: rule<ts.NewExpression>(newExpression),
  [K.PropertyAccessExpression]: rule<ts.PropertyAccessExpression>(propertyAccess),
  [K.ElementAccessExpression]: rule<ts.ElementAccessExpression>(elementAccess),
  [K.NonNullExpression]: rule<ts.NonNullExpression>(nonNull),
  [K.ArrayLiteralExpression]: rule<ts.ArrayLiteralExpression>(arrayLiteral),
  [K.ObjectLiteralExpression]: rule<ts.ObjectLiteralExpression>(objectLiteral),
  [K.ArrowFunction]: rule<ts.ArrowFunction>((l, node) => closureValue(l, node)),
  [K.FunctionExpression]: rule<ts.FunctionExpression>((l, node) => closureValue(l, node)),
  [K.AsExpression]: rule<ts.AsExpression>(as),
  [K.SatisfiesExpression]: rule<ts.SatisfiesExpression>((l, node, wanted) =>
    l.expression(node.expression, wanted ?? l.typeOf(node))),
  [K.TaggedTemplateExpression]: rule<ts.TaggedTemplateExpression>((_, node) =>
    refuse(node, "assembly is a function's whole body: { return asm`...`; } and nothing else")),
  [K.VoidExpression]: rule<ts.VoidExpression>((l, node) => {
    l.expression(node.expression);
    return l.constant(0n, VOID);
  }),
};

export function expression(l: Lowering, node: ts.Expression, wanted: Type | undefined): Operand {
  const lower = RULES[node.kind] ?? refuse(node, `${K[node.kind]} is not in the language`);
  if (!endsChain(node)) return lower(l, node, wanted);
  return optionalChain(l, node, () => lower(l, node, wanted));
}

function numeric(l: Lowering, node: ts.NumericLiteral): Operand {
  const value = Number(node.text);
  if (!Number.isSafeInteger(value)) return refuse(node, `${node.text} is no safe integer`);
  return l.constant(BigInt(value), NUMBER);
}

/** To a wider type; `as const` changes what TypeScript knows, not the value. */
function as(l: Lowering, node: ts.AsExpression, wanted: Type | undefined): Operand {
  const isConst = ts.isTypeReferenceNode(node.type) && node.type.getText() === "const";
  if (isConst) return l.expression(node.expression, wanted ?? l.typeOf(node));
  const type = l.typeOf(node.type);
  return { value: l.as(node.expression, type), type };
}

function conditional(
  l: Lowering, node: ts.ConditionalExpression, wanted: Type | undefined,
): Operand {
  const { builder } = l;
  const [then, otherwise, end] = [builder.newBlock(), builder.newBlock(), builder.newBlock()];
  const result = {};
  const type = wanted ?? typeOfEither(l, node);
  l.condition(node.condition, then, otherwise);
  l.block(then, end, () => builder.write(result, l.as(node.whenTrue, type)));
  l.block(otherwise, end, () => builder.write(result, l.as(node.whenFalse, type)));
  builder.startSealed(end);
  return { value: builder.read(result, kindOf(type)), type };
}

/** What stands in an array has no undefined here, though TypeScript says so. */
function typeOfEither(l: Lowering, node: ts.ConditionalExpression): Type {
  const type = l.typeOf(node);
  return sameType(type, VOID) ? VOID : type;
}
