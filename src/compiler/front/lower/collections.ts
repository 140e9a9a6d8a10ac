// Maps and sets, as for...of and spread go through them: by a cursor of the runtime's
// (../../../unikernel/runtime/maps.ts).

import * as ts from "typescript";
import type { Block } from "../../ir/function";
import { BOOLEAN, NUMBER, tupleOf, type ClassType, type Type } from "../types";
import type { Lowering, Operand } from "./lowering";
import { newArray, newObject, writeElement } from "./memory";
import { callMethod, methodType } from "./methods";
import { readProperty } from "./properties";

export interface Collection {
  readonly object: Operand;
  readonly isMap: boolean;
  readonly part: "keys" | "values" | "entries";
}

const PARTS = ["keys", "values", "entries"] as const;

/** A map or a set, or what one of its three iterators gives. */
export function collectionOf(l: Lowering, node: ts.Expression): Collection | undefined {
  const part = partOf(node);
  const object = part === undefined ? node : (node as PartCall).expression.expression;
  const isMap = isOf(l, object, "maps#KernelMap");
  if (!isMap && !isOf(l, object, "maps#KernelSet")) return undefined;
  return { object: l.expression(object), isMap, part: isMap ? part ?? "entries" : "keys" };
}

type PartCall = ts.CallExpression & { readonly expression: ts.PropertyAccessExpression };

function partOf(node: ts.Expression): Collection["part"] | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return undefined;
  }
  return PARTS.find((each) => each === (node.expression as ts.PropertyAccessExpression).name.text);
}

function isOf(l: Lowering, node: ts.Expression, name: string): boolean {
  const symbol = l.session.checker.getTypeAtLocation(node).getSymbol();
  if (!/^(Readonly)?(Map|Set)$/.test(symbol?.name ?? "")) return false;
  const type = l.typeOf(node);
  return type.kind === "class" && type.declaration === l.session.runtime.class(name);
}

export function iterateCollection(
  l: Lowering, { object, isMap, part }: Collection, node: ts.Node,
  body: (element: Operand, next: Block, end: Block) => void,
): void {
  const { builder } = l;
  const call = (on: Operand, name: string): Operand => {
    const signature = methodType(l, on.type, name, [], node);
    return callMethod(l, { object: on, name, given: [] }, signature, [], node);
  };
  const cursor = call(object, "cursor");
  const [head, inside, end] = [builder.newBlock(), builder.newBlock(), builder.newBlock()];
  builder.jump(head);
  builder.start(head);
  builder.branch("ne", call(cursor, "next").value, l.constant(0n, BOOLEAN).value, inside, end);
  builder.startSealed(inside);
  const read = (name: "key" | "value"): Operand => readProperty(l, cursor, name, node);
  const element = part === "entries" && isMap ? pair(l, read("key"), read("value"))
    : read(part === "values" ? "value" : "key");
  body(element, head, end);
  builder.jump(head);
  builder.seal(head);
  builder.startSealed(end);
}

function pair(l: Lowering, first: Operand, second: Operand): Operand {
  const type: Type = tupleOf([first.type, second.type]);
  if (type.kind === "tuple") {
    const made = l.session.world.classOf(type);
    const value = newObject(l, made);
    [first, second].forEach(
      (each, i) => l.builder.store("u64", value, made.fields[i]!.offset, each.value)
    );
    return { value, type };
  }
  const { array, block } = newArray(l, first.type, l.constant(2n, NUMBER).value);
  [first, second].forEach((each, i) => writeElement(l, block, i, each.value));
  return { value: array, type };
}

/** map.get(key) for what may stand where no null can: the place tells whether it is there. */
export function lookUp(
  l: Lowering, map: Operand & { readonly type: ClassType }, key: ts.Expression, absent: Block,
): Operand {
  const [keyType] = map.type.arguments;
  const number = methodType(l, map.type, "placeOf", [], key);
  const place = callMethod(
    l, { object: map, name: "placeOf", given: [] }, number, [l.as(key, keyType!)], key
  );
  const present = l.builder.newBlock();
  l.builder.branch("lt", place.value, l.raw(0), absent, present);
  l.builder.startSealed(present);
  const signature = methodType(l, map.type, "valueAt", [], key);
  return callMethod(l, { object: map, name: "valueAt", given: [] }, signature, [place.value], key);
}
