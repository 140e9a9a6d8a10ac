// What an object answers, where its class is known when the program runs: if all classes that the
// object may have agree, a direct call or a load; if not, a table of code by class number.
//
// 1. A table begins at the lowest class number of its classes; where no class answers it has 0,
//    which nothing reaches.

import type * as ts from "typescript";
import { HEADER } from "../../../formats/objects/layout";
import { FunctionBuilder } from "../../ir/builder";
import type { IrFunction, Kind, Place, Value } from "../../ir/function";
import type { Datum } from "../../ir/program";
import { textOf, type Field, type Member, type ObjectClass } from "../classes";
import { placeOf, refuse } from "../fault";
import type { Session } from "../session";
import { kindOf, type Type } from "../types";
import { request, substitution } from "./instance";
import type { Lowering, Rules } from "./lowering";

/**
 * Where the code of the answer is, for each class that may have to answer; undefined: it never
 * does.
 */
export type Answer = (each: ObjectClass) => string | undefined;

/** Calls what the object's class answers. The object is the first argument. */
export function callAnswer(
  l: Lowering, type: Type, selector: string, answer: Answer, args: readonly Value[], kind: Kind,
): Value {
  const { world, reach } = l.session;
  const resolve = (): (readonly [ObjectClass, string])[] =>
    world.possible(type).flatMap((each) => {
      const symbol = answer(each);
      return symbol === undefined ? [] : [[each, symbol] as const];
    });
  const key = `${type.key}.${selector}`;
  reach.dispatched(key, () => { resolve(); });
  const answers = resolve();
  const symbols = new Set(answers.map(([, symbol]) => symbol));
  const [only] = symbols;
  if (only === undefined) return neverCalled(l, kind);
  if (symbols.size === 1) return l.builder.call(only, args, kind);
  return l.builder.callIndirect(codeFrom(l, key, answers, args[0]!), args, kind);
}

/** No object of such a class is ever made, so control does not come here. */
function neverCalled(l: Lowering, kind: Kind): Value {
  if (l.session.world.isClosed) l.builder.trap("unreachable");
  return l.builder.constant(0n, kind);
}

function codeFrom(
  l: Lowering, key: string, answers: readonly (readonly [ObjectClass, string])[], object: Value,
): Value {
  const { world, reach } = l.session;
  const numbers = answers.map(([each]) => world.number(each));
  const lowest = Math.min(...numbers);
  const table = reach.datum(`${key} by class`, (symbol): Datum => ({
    symbol, section: ".rodata", alignment: 8, bytes: new Uint8Array(
      8 * (Math.max(...numbers) - lowest + 1)
    ),
    relocations: answers.map(([each, target]) =>
      ({ offset: 8 * (world.number(each) - lowest), symbol: target, addend: 0 }))
      .sort((a, b) => a.offset - b.offset),
  }));
  const { builder } = l;
  const number = builder.load("u32", object, HEADER.class, "raw", true);
  const row = builder.binary(
    "shl", builder.binary("sub", number, l.raw(lowest), "raw"), l.raw(3), "raw"
  );
  const address = builder.binary("add", builder.symbol(table), row, "raw");
  return builder.load("u64", address, 0, "raw", true);
}

/** The method's code, for this many arguments. */
export function methodSymbol(
  session: Session, rules: Rules, member: Extract<Member, { kind: "method" }>,
  given: readonly Type[], count: number, omitted: readonly number[],
): string {
  const { node, owner } = member;
  const around = owner.type!.within;
  return request(session, rules, {
    node, owner, given, hasThis: true, within: substitution(session, node, given, around),
    count: Math.min(count, node.parameters.length), omitted,
  });
}

export function accessorSymbol(
  session: Session, rules: Rules, node: ts.GetAccessorDeclaration | ts.SetAccessorDeclaration,
  owner: ObjectClass,
): string {
  return request(session, rules, {
    node, owner, given: [], hasThis: true, within: owner.type!.within,
    count: node.parameters.length,
  });
}

/** A function that does to a field what an accessor would do. */
export function fieldThunk(
  session: Session, made: ObjectClass, field: Field, action: "get" | "set" | "call", count = 0,
): string {
  const at = field.declaration === undefined
    ? { file: "", line: 1, column: 1 } : placeOf(field.declaration);
  return session.reach.function(`${made.key}.${action} ${field.name}/${count}`, (symbol) =>
    thunk(symbol, `${action} ${field.name}`, field, action, count, at));
}

function thunk(
  symbol: string, title: string, field: Field, action: "get" | "set" | "call", count: number,
  at: Place,
): IrFunction {
  const kind = kindOf(field.type);
  const parameters = [{ name: "this", kind: "ref" as const },
    ...Array.from({ length: count }, (_, i) => ({ name: `a${i}`, kind: "raw" as const }))];
  const builder = new FunctionBuilder(symbol, title, parameters, at);
  const [self, ...rest] = builder.parameters;
  if (action === "set") builder.store("u64", self!, field.offset, rest[0]!);
  const value = builder.load("u64", self!, field.offset, kind);
  if (action === "call") {
    const code = builder.load("u64", value, 8, "raw", true);
    const result = field.type.kind === "closure" ? kindOf(field.type.result) : "raw";
    builder.return(builder.callIndirect(code, [value, ...rest], result));
  } else builder.return(action === "get" ? value : undefined);
  return builder.finish();
}

// ---- what types say of a member

/** What a property, or a method without overloads, is on objects of the type. */
export function memberType(l: Lowering, type: Type, name: string, node: ts.Node): Type {
  const { session } = l;
  if (type.kind === "union") {
    const [first, ...others] = type.members.map((each) => memberType(l, each, name, node));
    if (others.every(({ key }) => key === first!.key)) return first!;
    return l.typeOf(node);
  }
  if (type.kind === "record") {
    return type.properties.find((each) => each.name === name)?.type ?? noMember(name, node);
  }
  if (type.kind === "tuple") return type.elements[Number(name)] ?? noMember(name, node);
  if (type.kind === "interface") {
    const property = session.checker.getPropertyOfType(type.type, name) ?? noMember(name, node);
    return session.reader.readProperty(property, type.within, node);
  }
  if (type.kind !== "class") return noMember(name, node);
  const member = session.world.classOf(type).member(name);
  return member === undefined ? declaredType(l, type.declaration, name, node, type.within)
    : typeOfMember(session, member);
}

/** Abstract members, which no object has as they stand. */
function declaredType(
  l: Lowering, declaration: ts.ClassLikeDeclaration, name: string, node: ts.Node,
  within: ReadonlyMap<ts.Type, Type>,
): Type {
  const found = declaration.members.find(
    (each) => each.name !== undefined && textOf(each.name) === name
  );
  if (found !== undefined) {
    return l.session.reader.read(l.session.checker.getTypeAtLocation(found), within, node);
  }
  const type = l.session.checker.getTypeAtLocation(declaration);
  const property = l.session.checker.getPropertyOfType(type, name) ?? noMember(name, node);
  return l.session.reader.read(
    l.session.checker.getTypeOfSymbolAtLocation(property, node), within, node
  );
}

function typeOfMember(session: Session, member: Member): Type {
  switch (member.kind) {
    case "field": return member.field.type;
    case "method": {
      const signature = session.checker.getSignatureFromDeclaration(member.node)!;
      return session.reader.readSignature(signature, member.owner.type!.within, member.node);
    }
    case "accessor": {
      const { get, set, owner } = member;
      const node = get ?? set!.parameters[0]!;
      const found = session.checker.getTypeAtLocation(node);
      return session.reader.read(found, owner.type!.within, node);
    }
  }
}

const noMember = (name: string, node: ts.Node): never => refuse(node, `there is no ${name}`);

