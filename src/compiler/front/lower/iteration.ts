// Going through what can be gone through: arrays, typed arrays, maps and sets.

import type * as ts from "typescript";
import { BODY } from "../../../formats/objects/layout";
import type { Block } from "../../ir/function";
import { refuse } from "../fault";
import { kindOf } from "../types";
import type { Lowering, Operand } from "./lowering";
import { collectionOf, iterateCollection } from "./collections";
import { viewElement } from "./elements";
import { elementAddress, lengthOf, viewAddress } from "./memory";

/**
 * What becomes of each element; a jump to `next` goes on with the one behind it, one to `end`
 * leaves.
 */
export type Body = (element: Operand, next: Block, end: Block) => void;

/** `body` for each element, in order. */
export function iterate(l: Lowering, node: ts.Expression, body: Body): void {
  const collection = collectionOf(l, node);
  if (collection !== undefined) return iterateCollection(l, collection, node, body);
  const whole = l.expression(node);
  const { kind } = whole.type;
  if (kind !== "array" && kind !== "view") refuse(node, "this cannot be gone through");
  return iterateIndices(l, whole, body);
}

export const forEachOf = (
  l: Lowering, node: ts.Expression, action: (element: Operand) => void
): void =>
  iterate(l, node, action);

/** The length is read anew each time: what the body adds is gone through too. */
function iterateIndices(l: Lowering, whole: Operand, body: Body): void {
  const { builder } = l;
  const [head, inside, next, end] = [
    builder.newBlock(), builder.newBlock(), builder.newBlock(), builder.newBlock(),
  ];
  const index = {};
  builder.write(index, l.number(0));
  builder.jump(head);
  builder.start(head);
  const at = builder.read(index, "number", "index");
  builder.branch("lo", at, lengthOf(l, whole.value, whole.type.kind === "view"), inside, end);
  builder.startSealed(inside);
  body(elementAt(l, whole, at), next, end);
  builder.jump(next);
  builder.startSealed(next);
  builder.write(index, builder.binary("add", builder.read(index, "number"), l.number(1), "number"));
  builder.jump(head);
  builder.seal(head);
  builder.startSealed(end);
}

function elementAt(l: Lowering, { value, type }: Operand, at: Operand["value"]): Operand {
  if (type.kind === "view") {
    const { width, shift, element } = viewElement(type.name);
    const address = viewAddress(l, value, at, shift);
    return { value: l.builder.load(width, address, 0, kindOf(element)), type: element };
  }
  const element = type.kind === "array" ? type.element : type;
  const address = elementAddress(l, value, at);
  return { value: l.builder.load("u64", address, BODY, kindOf(element)), type: element };
}
