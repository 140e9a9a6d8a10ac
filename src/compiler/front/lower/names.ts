// Names: of local variables, of what modules declare, of constants.
//
// 1. TypeScript has found out what a variable is not at this place. For a variable that nobody else
//    can change this is true; for any other it is checked.

import * as ts from "typescript";
import type { Value } from "../../ir/function";
import { refuse } from "../fault";
import { symbolOf } from "../references";
import {
  NULL, isObject, kindOf, sameType, withoutNull, type Type,
} from "../types";
import { functionOf } from "../variables";
import { functionValue } from "./closures";
import { readGlobal } from "./globals";
import type { Lowering, Operand } from "./lowering";
import { isStable, readStorage } from "./variables";

export function identifier(l: Lowering, node: ts.Identifier): Operand {
  if (node.text === "undefined") return l.constant(0n, NULL);
  const symbol = symbolOf(node, l.session.checker)
    ?? refuse(node, `${node.text} stands for nothing`);
  const storage = l.storages.get(symbol);
  if (storage !== undefined) {
    const operand = { value: readStorage(l, storage, symbol.name), type: storage.type };
    return narrowed(l, node, operand, isStable(storage));
  }
  const literal = literalOf(l.session.checker, symbol);
  if (literal !== undefined) return l.constant(...literalOperand(l, literal, node));
  if (functionOf(symbol) !== undefined) return functionValue(l, symbol, node);
  const { isConstant, operand } = readGlobal(l, symbol, node);
  return narrowed(l, node, operand, isConstant);
}

/** The value of a constant whose initializer is a literal. */
function literalOf(checker: ts.TypeChecker, symbol: ts.Symbol): ts.LiteralType | undefined {
  const { valueDeclaration } = symbol;
  if (valueDeclaration === undefined || !ts.isVariableDeclaration(valueDeclaration)) return undefined;
  if (!(ts.getCombinedNodeFlags(valueDeclaration) & ts.NodeFlags.Const)) return undefined;
  return unitType(checker.getTypeOfSymbolAtLocation(symbol, valueDeclaration));
}

/** A type of one number, word or truth: strings have an address. */
export function unitType(type: ts.Type): ts.LiteralType | undefined {
  const flags = ts.TypeFlags.NumberLiteral | ts.TypeFlags.BigIntLiteral | ts.TypeFlags.BooleanLiteral;
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
  if (type.kind !== "nullable" && type.kind !== "unknown" && !isObject(type)) return operand;
  const found = typeHere(l, node, type);
  if (found === undefined || sameType(found, type)) return operand;
  if (found.kind === "null" || found.kind === "void" || found.kind === "never") return operand;
  const value = type.kind === "nullable" && found.kind !== "nullable"
    ? knownNonNull(l, operand.value, isSure) : operand.value;
  if (!isSure && !sameType(withoutNull(type), withoutNull(found))) {
    return refuse(node, "what this is may have changed since it was tested: test a constant");
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
