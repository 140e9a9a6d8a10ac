// Arrays that are made here: literals, with what is spread into them, and what has a length alone.

import * as ts from "typescript";
import { refuse } from "../fault";
import { arrayOf, isReference, NUMBER, withoutNull, type Type } from "../types";
import { forEachOf } from "./iteration";
import type { Lowering, Operand } from "./lowering";
import { newArray, newObject, writeElement } from "./memory";
import { callGeneric } from "./runtime-calls";

export function arrayLiteral(
  l: Lowering, node: ts.ArrayLiteralExpression, wanted: Type | undefined,
): Operand {
  const type = literalType(l, node, wanted);
  if (type.kind === "tuple") return tupleLiteral(l, node, type);
  if (type.kind !== "array") return refuse(node, "an array stands where none is expected");
  const first = node.elements.findIndex(ts.isSpreadElement);
  const plain = first < 0 ? node.elements : node.elements.slice(0, first);
  const values = plain.map((each) => l.as(each, type.element));
  const { array, block } = newArray(l, type.element, l.number(values.length));
  values.forEach((value, i) => writeElement(l, block, i, value));
  const operand = { value: array, type };
  if (first >= 0) node.elements.slice(first).forEach((each) => append(l, operand, each));
  return operand;
}

function literalType(l: Lowering, node: ts.ArrayLiteralExpression, wanted: Type | undefined): Type {
  const expected = wanted === undefined ? undefined : withoutNull(wanted);
  if (expected?.kind === "array" || expected?.kind === "tuple") return expected;
  const type = l.typeOf(node);
  if (type.kind === "array" && type.element.kind === "never" && node.elements.length > 0) {
    return refuse(node, "nothing says what the array holds: give the variable a type");
  }
  return type;
}

function tupleLiteral(
  l: Lowering, node: ts.ArrayLiteralExpression, type: Extract<Type, { kind: "tuple" }>,
): Operand {
  const made = l.session.world.classOf(type);
  if (node.elements.length !== type.elements.length || node.elements.some(ts.isSpreadElement)) {
    return refuse(node, "a tuple's elements are written one by one");
  }
  const values = node.elements.map((each, i) => l.as(each, type.elements[i]!));
  const value = newObject(l, made);
  values.forEach((each, i) => l.builder.store("u64", value, made.fields[i]!.offset, each));
  return { value, type };
}

function append(
  l: Lowering, array: Operand & { type: { element: Type } }, node: ts.Expression,
): void {
  const push = (operand: Operand): void => {
    const value = l.coerce(operand, array.type.element, node);
    callGeneric(l, "arrays#push", [array, { value, type: array.type.element }], node);
  };
  if (!ts.isSpreadElement(node)) push(l.expression(node, array.type.element));
  else forEachOf(l, node.expression, push);
}

/** A new array from the i-th element on. */
export function sliceFrom(l: Lowering, whole: Operand, i: number, node: ts.Node): Operand {
  if (whole.type.kind !== "array") return refuse(node, "name the elements one by one");
  return callGeneric(l, "arrays#slice", [whole, { value: l.number(i), type: NUMBER }], node);
}

/** new Array<T>(length).fill(value) */
export function filledArray(
  l: Lowering, length: ts.Expression, value: ts.Expression, type: Type, node: ts.Node,
): Operand {
  if (type.kind !== "array") return refuse(node, "nothing says what the array holds");
  const count = l.as(length, NUMBER);
  const { array } = newArray(l, type.element, count);
  const operand = { value: array, type: arrayOf(type.element) };
  const filler = { value: l.as(value, type.element), type: type.element };
  const isZero = filler.value.op === "constant" && filler.value.value === 0n;
  if (!isZero || isReference(type.element)) callGeneric(l, "arrays#fill", [operand, filler], node);
  return operand;
}
