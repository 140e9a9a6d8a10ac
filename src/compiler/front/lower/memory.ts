// Objects in memory, as instructions: what ../../../formats/objects/layout.ts says of them.

import { ARRAY, BODY, CELL, HEADER, VIEW, builtInClass } from "../../../formats/objects/layout";
import type { Value } from "../../ir/function";
import type { ObjectClass } from "../classes";
import { isReference, kindOf, type Type } from "../types";
import { callRuntime } from "./instance";
import type { Lowering } from "./lowering";

/** A new instance; its fields are zero. */
export function newObject(l: Lowering, made: ObjectClass): Value {
  l.session.world.instantiate(made);
  return allocate(l, l.session.world.number(made), made.size);
}

export function newCell(l: Lowering, type: Type): Value {
  const name = isReference(type) ? "cell of a reference" : "cell of a word";
  return allocate(l, builtInClass(name), CELL.bytes);
}

function allocate(l: Lowering, number: number, bytes: number): Value {
  return callRuntime(l, "allocate#allocate", [l.number(number), l.number(bytes)], "ref");
}

export const readCell = (l: Lowering, cell: Value, type: Type): Value =>
  l.builder.load("u64", cell, CELL.value, kindOf(type));

export const writeCell = (l: Lowering, cell: Value, value: Value): void =>
  l.builder.store("u64", cell, CELL.value, value);

/** An array of so many elements, all zero, and its block. */
export function newArray(
  l: Lowering, element: Type, length: Value,
): { array: Value; block: Value } {
  const name = isReference(element) ? "allocate#newArrayOfReferences" : "allocate#newArrayOfWords";
  const array = callRuntime(l, name, [length], "ref");
  return { array, block: l.builder.load("u64", array, ARRAY.block, "ref") };
}

export const writeElement = (l: Lowering, block: Value, index: number, value: Value): void =>
  l.builder.store("u64", block, BODY + 8 * index, value);

export const lengthOf = (l: Lowering, object: Value, invariant: boolean): Value =>
  l.builder.load("u32", object, HEADER.length, "number", invariant);

export const classNumberOf = (l: Lowering, object: Value): Value =>
  l.builder.load("u32", object, HEADER.class, "raw", true);

/** Where the element at `index` of an array is; no further than this is checked. */
export function elementAddress(l: Lowering, array: Value, index: Value): Value {
  const block = l.builder.load("u64", array, ARRAY.block, "ref");
  return l.builder.binary("add", block, scaled(l, index, 3), "raw");
}

/** Where the element at `index` of a typed array is. */
export function viewAddress(l: Lowering, view: Value, index: Value, shift: number): Value {
  const data = l.builder.load("u64", view, VIEW.data, "raw", true);
  return l.builder.binary("add", data, scaled(l, index, shift), "raw");
}

const scaled = (l: Lowering, index: Value, shift: number): Value =>
  (shift === 0 ? index : l.builder.binary("shl", index, l.raw(shift), "raw"));
