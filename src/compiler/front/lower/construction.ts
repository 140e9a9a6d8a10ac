// new: memory, then the constructor, which gives the fields their values. A class without a
// constructor has one that hands on its arguments.

import * as ts from "typescript";
import { bug } from "../../../base/bug";
import type { Value } from "../../ir/function";
import { hasModifier, isStatic, textOf, type ObjectClass } from "../classes";
import { refuse } from "../fault";
import { symbolOf } from "../references";
import { VIEW_NAMES, withoutNull, type Type, type ViewName } from "../types";
import { argumentsFor, parameterTypes } from "./arguments";
import { filledArray } from "./arrays";
import type { Instance } from "./function-instance";
import { request } from "./instance";
import { namespaceOf } from "./library";
import type { Lowering, Operand } from "./lowering";
import { newObject } from "./memory";
import { callGeneric } from "./runtime-calls";

export function newExpression(
  l: Lowering, node: ts.NewExpression, wanted: Type | undefined,
): Operand {
  const name = namespaceOf(l, node.expression);
  const view = VIEW_NAMES.find((each) => each === name);
  if (view !== undefined) return newView(l, view, node);
  if (name === "Array") return refuse(node, "write new Array<T>(length).fill(value)");
  const type = constructed(l, node, wanted);
  if (type.kind !== "class") return refuse(node, `there is no new ${type.key}`);
  const made = l.session.world.classOf(type);
  const value = newObject(l, made);
  construct(l, made, value, node.arguments ?? [], node);
  return { value, type };
}

/** new Map() knows from what is expected what it holds. */
function constructed(l: Lowering, node: ts.NewExpression, wanted: Type | undefined): Type {
  const isBare = node.typeArguments === undefined && (node.arguments?.length ?? 0) === 0;
  const expected = wanted === undefined ? undefined : withoutNull(wanted);
  if (isBare && expected?.kind === "class" && expected.arguments.length > 0) {
    const named = namedClass(l, node.expression);
    if (named === undefined || named === expected.declaration) return expected;
  }
  return l.typeOf(node);
}

/** Of the program; Map and Set are the runtime's. */
function namedClass(l: Lowering, node: ts.Expression): ts.Declaration | undefined {
  const symbol = ts.isIdentifier(node) ? symbolOf(node, l.session.checker) : undefined;
  const declaration = symbol?.valueDeclaration;
  return declaration !== undefined && ts.isClassLike(declaration) ? declaration : undefined;
}

function newView(l: Lowering, view: ViewName, node: ts.NewExpression): Operand {
  const [from] = node.arguments ?? [];
  if (from === undefined || node.arguments!.length > 1) {
    return refuse(node, `new ${view} takes a length, or an array`);
  }
  const operand = l.expression(from);
  const name = operand.type.kind === "number" ? `typed-arrays#new${view}`
    : `typed-arrays#new${view}From`;
  return callGeneric(l, name, [operand], node);
}

/** new Array<T>(length).fill(value), or undefined. */
export function newFilledArray(l: Lowering, node: ts.CallExpression): Operand | undefined {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "fill") {
    return undefined;
  }
  const { expression: made } = expression;
  if (!ts.isNewExpression(made) || namespaceOf(l, made.expression) !== "Array") return undefined;
  const [length] = made.arguments ?? [];
  const [value] = node.arguments;
  if (length === undefined || value === undefined) {
    return refuse(node, "write new Array<T>(length).fill(value)");
  }
  return filledArray(l, length, value, l.typeOf(made), node);
}

/** Runs the class's constructor on an object that is there. */
export function construct(
  l: Lowering, made: ObjectClass, object: Value, args: readonly ts.Expression[], node: ts.Node,
): void {
  const { session, rules } = l;
  const type = made.type ?? bug(`${made.name} has no constructor`);
  const explicit = type.declaration.members.find((each): each is ts.ConstructorDeclaration =>
    ts.isConstructorDeclaration(each) && each.body !== undefined);
  if (explicit === undefined) {
    if (made.base !== undefined) construct(l, made.base, object, args, node);
    if (hasInitializers(made)) l.builder.call(rules.fields(session, rules, made), [object], "raw");
    return;
  }
  const types = parameterTypes(session, explicit, type.within);
  const { values, count, omitted } = argumentsFor(l, explicit, types, args, 1, node);
  const instance: Instance = {
    node: explicit, within: type.within, given: [], owner: made, hasThis: true, count, omitted,
  };
  l.builder.call(request(session, rules, instance), [object, ...values], "raw");
}

function initializersOf({ type }: ObjectClass): readonly ts.PropertyDeclaration[] {
  const members: readonly ts.ClassElement[] = type?.declaration.members ?? [];
  return members.filter(ts.isPropertyDeclaration).filter((each) =>
    each.initializer !== undefined && !isStatic(each)
      && !hasModifier(each, ts.SyntaxKind.DeclareKeyword));
}

const hasInitializers = (made: ObjectClass): boolean => initializersOf(made).length > 0;

/** Gives the class's own fields their first values, in the order in which they stand. */
export function initializeFields(l: Lowering, made: ObjectClass): void {
  const self = l.this(made.type!.declaration);
  for (const each of initializersOf(made)) {
    const field = made.fields.find(({ declaration }) => declaration === each)
      ?? bug(`${made.name} has no field ${textOf(each.name)}`);
    const value = l.as(each.initializer!, field.type);
    l.builder.store("u64", self.value, field.offset, value);
  }
}
