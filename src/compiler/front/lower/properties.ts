// Properties: fields of objects, accessors, and those of strings, arrays and typed arrays.

import * as ts from "typescript";
import type { Value } from "../../ir/function";
import type { Member, ObjectClass } from "../classes";
import { isStatic } from "../classes";
import { coerceType } from "../coercion";
import { refuse } from "../fault";
import { symbolOf } from "../references";
import { NUMBER, isObject, kindOf, type Type } from "../types";
import {
  accessorSymbol, callAnswer, fieldThunk, memberType, type Answer,
} from "./dispatch";
import { readGlobal } from "./globals";
import { ownerOfStatic, request, resultOf } from "./instance";
import { libraryProperty, staticProperty } from "./library";
import type { Lowering, Operand, Target } from "./lowering";
import { literalOperand, narrowed, unitType } from "./narrowing";

export function propertyAccess(l: Lowering, node: ts.PropertyAccessExpression): Operand {
  const constant = constantProperty(l, node);
  if (constant !== undefined) return constant;
  const found = staticProperty(l, node);
  if (found !== undefined) return found;
  const { checker } = l.session;
  const symbol = checker.getSymbolAtLocation(node.name);
  const declaration = symbol?.valueDeclaration;
  if (declaration !== undefined && isAccessor(declaration) && isStatic(declaration)) {
    return callStaticAccessor(l, symbol!, "get", []);
  }
  if (symbol !== undefined && declaration !== undefined && isGlobal(declaration)) {
    const { operand, isConstant } = readGlobal(l, symbol, node);
    return narrowed(l, node, operand, isConstant);
  }
  const object = receiver(l, node);
  const operand = readProperty(l, object, node.name.text, node, declaration);
  return narrowed(l, node, operand, declaration !== undefined && isReadonly(declaration));
}

const isAccessor = (node: ts.Node): node is ts.AccessorDeclaration => ts.isAccessor(node);

export function callStaticAccessor(
  l: Lowering, symbol: ts.Symbol, which: "get" | "set", args: readonly Value[],
): Operand {
  const { session, rules } = l;
  const node = symbol.declarations?.find((each): each is ts.AccessorDeclaration =>
    (which === "get" ? ts.isGetAccessor(each) : ts.isSetAccessor(each)));
  if (node === undefined) {
    return refuse(symbol.valueDeclaration!, `there is no ${which} ${symbol.name}`);
  }
  const owner = ownerOfStatic(session, node);
  const instance = {
    node, within: owner.type!.within, given: [], owner, hasThis: false, count: args.length,
  };
  const type = resultOf(session, instance);
  return { value: l.builder.call(request(session, rules, instance), args, kindOf(type)), type };
}

/** A static field, or a variable of a module that was imported whole. */
function isGlobal(declaration: ts.Declaration): boolean {
  return (ts.isPropertyDeclaration(declaration) && isStatic(declaration))
    || ts.isVariableDeclaration(declaration);
}

const isReadonly = (declaration: ts.Declaration): boolean =>
  (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0;

/**
 * What a table of `as const`, or a readonly field of a literal type, has at the name, if that is a
 * number or a truth. It is the member's own type that counts: what TypeScript has found out about
 * the member here may have changed since.
 */
function constantProperty(l: Lowering, node: ts.PropertyAccessExpression): Operand | undefined {
  const { checker } = l.session;
  const symbol = checker.getSymbolAtLocation(node.name);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined) return undefined;
  if (!isConstantPath(l, node.expression)) return undefined;
  if (!ts.isPropertyAssignment(declaration) && !isReadonly(declaration)) return undefined;
  const type = unitType(checker.getTypeOfSymbol(symbol));
  return type === undefined ? undefined : l.constant(...literalOperand(l, type, node));
}

/** Names of constants and properties of them: nothing is computed. */
function isConstantPath(l: Lowering, node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.questionDotToken === undefined && isConstantPath(l, node.expression);
  }
  const symbol = ts.isIdentifier(node) ? symbolOf(node, l.session.checker) : undefined;
  return symbol?.valueDeclaration !== undefined
    && ts.isVariableDeclaration(symbol.valueDeclaration);
}

/** The object whose property or element it is; behind ?. the chain ends if there is none. */
export function receiver(
  l: Lowering, node: ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression,
): Operand {
  return presentInChain(l, l.expression(node.expression), node);
}

export function presentInChain(
  l: Lowering, object: Operand,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression,
): Operand {
  if (node.questionDotToken === undefined || l.chainEnd === undefined) return object;
  const { value, type } = object;
  if (type.kind !== "nullable") return object;
  const next = l.builder.newBlock();
  l.builder.branch("eq", value, l.raw(0), l.chainEnd, next);
  l.builder.startSealed(next);
  return { value: l.builder.nonNull(value), type: type.of };
}

export function readProperty(
  l: Lowering, object: Operand, name: string, node: ts.Node, declaration?: ts.Node,
): Operand {
  const { value, type } = object;
  if (!isObject(type)) return libraryProperty(l, object, name, node);
  if (type.kind === "tuple" && name === "length") {
    return l.constant(BigInt(type.elements.length), NUMBER);
  }
  const declared = fieldOf(l, type, name, declaration);
  if (declared !== undefined) {
    const { field: { offset, type: held, declaration: at } } = declared;
    const isFinal = at !== undefined && isReadonly(at) && !isConstructing(l);
    return { value: l.builder.load("u64", value, offset, kindOf(held), isFinal), type: held };
  }
  const result = memberType(l, type, name, node);
  const shared = sharedOffset(l, type, name);
  if (shared !== undefined) {
    noteFields(l, type, name, result, node);
    return { value: l.builder.load("u64", value, shared, kindOf(result)), type: result };
  }
  const { session, rules } = l;
  const answer: Answer = (each) => {
    const member = each.member(name);
    if (member?.kind === "field") {
      coerceType(session.world, member.field.type, result, node);
      return fieldThunk(session, each, member.field, "get");
    }
    if (member?.kind !== "accessor" || member.get === undefined) return undefined;
    return accessorSymbol(session, rules, member.get, member.owner);
  };
  return {
    value: callAnswer(l, type, `get ${name}`, answer, [value], kindOf(result)), type: result,
  };
}

/** Whether readonly fields may yet be assigned here. */
const isConstructing = (l: Lowering): boolean => l.owner !== undefined
  && (l.home.node === undefined || ts.isConstructorDeclaration(l.home.node));

/** The field, of a static type that has it as it stands; heirs have it at the same offset. */
function fieldOf(
  l: Lowering, type: Type, name: string, declaration: ts.Node | undefined,
): Extract<Member, { kind: "field" }> | undefined {
  if (type.kind !== "class" && type.kind !== "tuple") return undefined;
  const made = l.session.world.classOf(type);
  const member = name.startsWith("#") && declaration !== undefined
    ? made.declared(declaration) : made.member(name);
  return member?.kind === "field" ? member : undefined;
}

/** The offset, if all classes that there may be have a field of the name at the same one. */
function sharedOffset(l: Lowering, type: Type, name: string): number | undefined {
  const { world } = l.session;
  if (!world.isClosed) return undefined;
  const offsets = world.possible(type).map((each) => fieldOffset(each, name));
  const [first] = offsets;
  return first !== undefined && offsets.every((each) => each === first) ? first : undefined;
}

function fieldOffset(each: ObjectClass, name: string): number | undefined {
  const member = each.member(name);
  return member?.kind === "field" ? member.field.offset : undefined;
}

/** What is in the fields may come out as the property's type. */
function noteFields(l: Lowering, type: Type, name: string, result: Type, node: ts.Node): void {
  for (const each of l.session.world.possible(type)) {
    const member = each.member(name);
    if (member?.kind === "field") coerceType(l.session.world, member.field.type, result, node);
  }
}

export function propertyTarget(l: Lowering, node: ts.PropertyAccessExpression): Target {
  const object = l.expression(node.expression);
  const declaration = l.session.checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  const name = node.name.text;
  const type = isObject(object.type)
    ? fieldOf(l, object.type, name, declaration)?.field.type
      ?? memberType(l, object.type, name, node)
    : refuse(node, `${name} cannot be assigned`);
  return {
    type,
    read: () => readProperty(l, object, name, node, declaration),
    write: (value) => writeProperty(l, object, name, value, node, declaration),
  };
}

export function writeProperty(
  l: Lowering, { value: object, type }: Operand, name: string, value: Value, node: ts.Node,
  declaration?: ts.Node,
): void {
  const { session, rules } = l;
  const declared = fieldOf(l, type, name, declaration);
  const offset = declared?.field.offset ?? sharedOffset(l, type, name);
  if (offset !== undefined) {
    session.world.noteWritten(type, offset);
    return l.builder.store("u64", object, offset, value);
  }
  const answer: Answer = (each) => {
    const member = each.member(name);
    if (member?.kind === "field") {
      session.world.noteWritten(each, member.field.offset);
      return fieldThunk(session, each, member.field, "set", 1);
    }
    if (member?.kind !== "accessor" || member.set === undefined) return undefined;
    return accessorSymbol(session, rules, member.set, member.owner);
  };
  callAnswer(l, type, `set ${name}`, answer, [object, value], "raw");
  return undefined;
}

