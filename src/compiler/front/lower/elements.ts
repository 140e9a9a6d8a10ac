// Elements of arrays and typed arrays. An index that is out of range traps; `a[i]!` needs no other
// check, since what is in range is there.

import type * as ts from "typescript";
import type { Value } from "../../ir/function";
import { WIDTHS } from "../../ir/operation";
import { ELEMENTS } from "../../language/library/typed-arrays";
import { BODY } from "../../../formats/objects/layout";
import { refuse } from "../fault";
import { BIGINT, NUMBER, kindOf, type Type, type ViewName } from "../types";
import { memberType } from "./dispatch";
import type { Lowering, Operand, Target } from "./lowering";
import { elementAddress, lengthOf, viewAddress } from "./memory";
import { narrowed } from "./narrowing";
import { readProperty, receiver, writeProperty } from "./properties";

export function elementAccess(l: Lowering, node: ts.ElementAccessExpression): Operand {
  const object = receiver(l, node);
  if (object.type.kind === "tuple") {
    return readProperty(l, object, String(constantIndex(l, node.argumentExpression)), node);
  }
  const index = l.as(node.argumentExpression, NUMBER);
  return narrowed(l, node, readElement(l, object, index, node), false);
}

/** The index into a tuple whose elements are not alike. */
function constantIndex(l: Lowering, node: ts.Expression): number {
  const type = l.session.checker.getTypeAtLocation(node);
  return type.isNumberLiteral() ? type.value
    : refuse(node, "the elements are not of one type: the index must be a literal");
}

export function readElement(l: Lowering, object: Operand, index: Value, node: ts.Node): Operand {
  const { type, value } = object;
  if (type.kind === "array") {
    guardIndex(l, index, lengthOf(l, value, false));
    const address = elementAddress(l, value, index);
    return {
      value: l.builder.load("u64", address, BODY, kindOf(type.element)), type: type.element,
    };
  }
  if (type.kind !== "view") {
    return refuse(node, "only arrays and typed arrays have elements by index");
  }
  const { width, shift, element } = viewElement(type.name);
  guardIndex(l, index, lengthOf(l, value, true));
  const address = viewAddress(l, value, index, shift);
  return { value: l.builder.load(width, address, 0, kindOf(element)), type: element };
}

export function elementTarget(l: Lowering, node: ts.ElementAccessExpression): Target {
  const object = l.expression(node.expression);
  const { type } = object;
  if (type.kind === "tuple") return partTarget(l, object, node);
  if (type.kind !== "array" && type.kind !== "view") {
    return refuse(node, "only elements of arrays and typed arrays are assigned by index");
  }
  const index = l.as(node.argumentExpression, NUMBER);
  return {
    type: type.kind === "array" ? type.element : viewElement(type.name).element,
    read: () => readElement(l, object, index, node),
    write: (value) => writeElementAt(l, object, index, value),
  };
}

/** A part of a tuple whose elements are not alike. */
function partTarget(l: Lowering, object: Operand, node: ts.ElementAccessExpression): Target {
  const name = String(constantIndex(l, node.argumentExpression));
  return {
    type: memberType(l, object.type, name, node),
    read: () => readProperty(l, object, name, node),
    write: (value) => writeProperty(l, object, name, value, node),
  };
}

function writeElementAt(
  l: Lowering, { type, value: object }: Operand, index: Value, value: Value,
): void {
  if (type.kind === "view") {
    const { width, shift } = viewElement(type.name);
    guardIndex(l, index, lengthOf(l, object, true));
    l.builder.store(width, viewAddress(l, object, index, shift), 0, value);
  } else {
    guardIndex(l, index, lengthOf(l, object, false));
    l.builder.store("u64", elementAddress(l, object, index), BODY, value);
  }
}

/** Below 0 an index is, unsigned, above every length. */
function guardIndex(l: Lowering, index: Value, length: Value): void {
  l.builder.guard("lo", index, length, "index");
}

export function viewElement(
  name: ViewName,
): { readonly width: typeof ELEMENTS[ViewName]; readonly shift: number; readonly element: Type } {
  const width = ELEMENTS[name];
  return { width, shift: Math.log2(WIDTHS[width].bytes), element: width === "u64" ? BIGINT
    : NUMBER };
}
