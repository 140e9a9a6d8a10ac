// Object literals: objects of a class that has the literal's properties and nothing else.

import * as ts from "typescript";
import { textOf } from "../classes";
import { refuse } from "../fault";
import { recordOf, withoutNull, type Type } from "../types";
import type { Lowering, Operand } from "./lowering";
import { newObject } from "./memory";
import { memberType } from "./dispatch";

interface Part { readonly name: string; readonly operand: Operand }

export function objectLiteral(
  l: Lowering, node: ts.ObjectLiteralExpression, wanted: Type | undefined,
): Operand {
  const expected = wanted === undefined ? undefined : memberOf(l, withoutNull(wanted), node);
  const parts = new Map<string, Part>();
  for (const property of node.properties) {
    const part = partOf(l, property, expected);
    parts.set(part.name, part);
  }
  const type = recordOf(
    [...parts.values()].map(({ name, operand }) => ({ name, type: operand.type }))
  );
  const made = l.session.world.classOf(type);
  const value = newObject(l, made);
  for (const { name, offset } of made.fields) {
    l.builder.store("u64", value, offset, parts.get(name)!.operand.value);
  }
  return { value, type };
}

function partOf(
  l: Lowering, property: ts.ObjectLiteralElementLike, expected: Type | undefined,
): Part {
  const { name: node } = property;
  if (node === undefined || ts.isComputedPropertyName(node)) {
    return refuse(
      property, "a property's name is written out: use a Map for names that are not known"
    );
  }
  const name = textOf(node);
  const type = expected === undefined ? undefined : memberType(l, expected, name, property);
  const value = ts.isPropertyAssignment(property) ? property.initializer
    : ts.isShorthandPropertyAssignment(property) ? property.name
      : refuse(property, "an object literal has properties alone: write a class");
  if (type === undefined) return { name, operand: l.expression(value) };
  return { name, operand: { value: l.as(value, type), type } };
}

/** Of a union, the member that has the literal's properties. */
function memberOf(l: Lowering, wanted: Type, node: ts.ObjectLiteralExpression): Type | undefined {
  if (wanted.kind === "record" || wanted.kind === "interface") return wanted;
  if (wanted.kind !== "union") return undefined;
  const contextual = l.session.checker.getContextualType(node);
  const candidates = contextual?.isUnion() === true ? contextual.types : [];
  const own = l.session.checker.getTypeAtLocation(node);
  const fitting = candidates.filter((each) => l.session.checker.isTypeAssignableTo(own, each));
  const [only] = fitting;
  return only === undefined ? undefined : l.read(only, node);
}
