// Destructuring: a pattern takes a value apart, in the order in which it is written.

import * as ts from "typescript";
import { textOf } from "../classes";
import { refuse } from "../fault";

import { readElement } from "./elements";
import { sliceFrom } from "./arrays";
import type { Lowering, Operand } from "./lowering";
import { readProperty } from "./properties";

/** Gives each variable of the pattern, of nested ones too, its part. */
export function bindPattern(
  l: Lowering, pattern: ts.BindingPattern, whole: Operand,
  bind: (element: ts.BindingElement, part: Operand) => void,
): void {
  pattern.elements.forEach((element, i) => {
    if (ts.isOmittedExpression(element)) return;
    const part = partOf(l, pattern, element, i, whole);
    if (ts.isIdentifier(element.name)) bind(element, part);
    else bindPattern(l, element.name, part, bind);
  });
}

function partOf(
  l: Lowering, pattern: ts.BindingPattern, element: ts.BindingElement, i: number, whole: Operand,
): Operand {
  if (element.initializer !== undefined) {
    return refuse(element, "a pattern has no default: every part is there");
  }
  if (ts.isObjectBindingPattern(pattern)) {
    if (element.dotDotDotToken !== undefined) {
      return refuse(element, "name the properties one by one");
    }
    return readProperty(l, whole, textOf(element.propertyName ?? element.name), element);
  }
  if (element.dotDotDotToken !== undefined) return sliceFrom(l, whole, i, element);
  return readPart(l, whole, i, element);
}

/** The i-th part of a tuple or an array. */
export function readPart(l: Lowering, whole: Operand, i: number, node: ts.Node): Operand {
  if (whole.type.kind === "tuple") return readProperty(l, whole, String(i), node);
  return readElement(l, whole, l.number(i), node);
}

