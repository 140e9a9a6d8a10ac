// What TypeScript has found out about a value at a place: that it is not null, of which class it
// is, which literal it is.
//
// 1. Of a variable that nobody else can have changed, what was found out is true. Of any other,
//    that it is not null is checked again, and its class cannot be taken for granted.

import * as ts from "typescript";
import type { Value } from "../../ir/function";
import { RULES } from "../../language/rules";
import { refuse } from "../fault";
import { isAsked } from "../null-tests";
import { RUNTIME } from "../runtime";
import { isObject, kindOf, sameType, withoutNull, type Type } from "../types";
import type { Lowering, Operand } from "./lowering";

/** A type of one number, word or truth: strings have an address. */
export function unitType(type: ts.Type): ts.LiteralType | undefined {
  const { NumberLiteral, BigIntLiteral, BooleanLiteral } = ts.TypeFlags;
  const flags = NumberLiteral | BigIntLiteral | BooleanLiteral;
  return (type.flags & flags) !== 0 && !type.isUnion() ? type as ts.LiteralType : undefined;
}

export function literalOperand(l: Lowering, type: ts.LiteralType, node: ts.Node): [bigint, Type] {
  const read = l.read(type, node);
  const text = l.session.checker.typeToString(type);
  if (read.kind === "boolean") return [text === "true" ? 1n : 0n, read];
  if (typeof type.value === "object") {
    const { negative, base10Value } = type.value;
    return [BigInt(base10Value) * (negative ? -1n : 1n), read];
  }
  const value = Number(type.value);
  if (!Number.isSafeInteger(value)) return refuse(node, `${value} is no safe integer`);
  return [BigInt(value), read];
}

/** What flow analysis makes of it here. `isSure`: nobody can have changed it since. */
export function narrowed(
  l: Lowering, node: ts.Expression, operand: Operand, isSure: boolean,
): Operand {
  const { type } = operand;
  if (isAsked(node)) return operand;
  if (type.kind !== "nullable" && type.kind !== "unknown" && !isObject(type)) return operand;
  if (isBareParameter(l, node)) return operand;
  const here = typeHere(l, node, type);
  // An element is there, though TypeScript says that it may be undefined.
  const found = here === undefined || type.kind === "nullable" ? here : withoutNull(here);
  if (found === undefined || sameType(found, type)) return operand;
  if (found.kind === "null" || found.kind === "void" || found.kind === "never") return operand;
  const value = type.kind === "nullable" && found.kind !== "nullable"
    ? knownNonNull(l, operand.value, isSure) : operand.value;
  if (!isSure && !sameType(withoutNull(type), withoutNull(found))) {
    const [wrong, instead] = RULES["changed since"];
    return refuse(node, `${wrong}; ${instead}`);
  }
  return { value, type: found };
}

function typeHere(l: Lowering, node: ts.Expression, type: Type): Type | undefined {
  const here = l.session.checker.getTypeAtLocation(node);
  if ((here.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return undefined;
  const found = l.read(here, node);
  return type.kind === "unknown" || kindOf(found).startsWith("ref") ? found : undefined;
}

function knownNonNull(l: Lowering, value: Value, isSure: boolean): Value {
  if (!isSure) l.builder.guard("ne", value, l.raw(0), "null");
  return l.builder.nonNull(value);
}

/** In the runtime's generic functions, what is of type T may be null if T may, whatever ! says. */
export function isBareParameter(l: Lowering, node: ts.Expression): boolean {
  if (!node.getSourceFile().fileName.startsWith(RUNTIME)) return false;
  const type = l.session.checker.getNonNullableType(l.session.checker.getTypeAtLocation(node));
  const parts = type.isIntersection() ? type.types : [type];
  return parts.some(({ flags }) => (flags & ts.TypeFlags.TypeParameter) !== 0);
}
