// Functions as they are called: with their type arguments, for a class, with so many arguments.
// Each combination that is reached is lowered once, by itself.

import * as ts from "typescript";
import { bug } from "../../../base/bug";
import type { IrFunction, Kind, Value } from "../../ir/function";
import { alignmentOf, assemblyOf } from "../assembly";
import { placeOf, refuse } from "../fault";
import { textOf, type ObjectClass } from "../classes";
import type { Session } from "../session";
import { inBrackets } from "../type-reader";
import { NEVER, UNKNOWN, VOID, type Substitution, type Type } from "../types";
import type { FunctionNode } from "../variables";
import type { Instance } from "./function-instance";
import type { Lowering, Rules } from "./lowering";

export function keyOf(
  { node, given, owner, count, outer, captured, omitted = [] }: Instance,
): string {
  const around = outer?.key ?? owner?.key ?? node.getSourceFile().fileName;
  const gaps = omitted.length === 0 ? "" : ` without ${omitted.join(", ")}`;
  const arity = count < node.parameters.length || gaps !== "" ? `/${count}${gaps}` : "";
  const isTwin = captured !== undefined && captured.length === 0 && isNamed(node);
  const separator = outer === undefined && owner === undefined ? "#" : ".";
  const use = isTwin ? " as a value" : "";
  return `${around}${separator}${nameOfFunction(node)}${inBrackets(given)}${arity}${use}`;
}

/** Who has a name may be called by it, without a closure. */
const isNamed = (node: FunctionNode): boolean => !nameOfFunction(node).startsWith("<");

/** What a stack trace calls it. */
export function titleOf({ node, owner, outer }: Instance): string {
  const around = outer?.title ?? owner?.name;
  return around === undefined ? nameOfFunction(node) : `${around}.${nameOfFunction(node)}`;
}

export function nameOfFunction(node: FunctionNode): string {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  const prefix = ts.isGetAccessorDeclaration(node) ? "get " : ts.isSetAccessorDeclaration(node)
    ? "set " : "";
  if (node.name !== undefined) return `${prefix}${textOf(node.name)}`;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  const { line, character } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
  return `<arrow ${line + 1}:${character + 1}>`;
}

/** The symbol of the function, which will be lowered. */
export function request(session: Session, rules: Rules, instance: Instance): string {
  const key = keyOf(instance);
  if (key.length > LONGEST_KEY) {
    return refuse(instance.node, "each call makes greater types: there is no end of functions");
  }
  const template = assemblyOf(instance.node, session.checker);
  if (template !== undefined) {
    const at = placeOf(instance.node);
    const name = { title: titleOf(instance), at, ...alignmentOf(instance.node) };
    return session.reach.assemblyFunction(key, (symbol) =>
      rules.assembly(session, rules, template, { symbol, ...name }));
  }
  if (alignmentOf(instance.node).alignment !== undefined) {
    return refuse(instance.node, "@align is for functions in assembly");
  }
  return session.reach.function(key, (symbol): IrFunction =>
    rules.function(session, rules, symbol, instance));
}

/** Of types within types. */
const LONGEST_KEY = 2000;

/** A function of the runtime that is not generic. */
export function callRuntime(l: Lowering, name: string, args: readonly Value[], kind: Kind): Value {
  return l.builder.call(runtimeSymbol(l.session, l.rules, name, args.length), args, kind);
}

export function runtimeSymbol(session: Session, rules: Rules, name: string, count: number): string {
  const node = session.runtime.function(name);
  return request(session, rules, { node, within: new Map(), given: [], hasThis: false, count });
}

export function resultOf(session: Session, { node, within }: Instance): Type {
  if (ts.isConstructorDeclaration(node) || ts.isSetAccessorDeclaration(node)) return VOID;
  const signature = session.checker.getSignatureFromDeclaration(node)
    ?? bug(`${nameOfFunction(node)} has no signature`);
  const result = signature.getReturnType();
  return (result.flags & ts.TypeFlags.Never) !== 0 ? NEVER
    : session.reader.read(result, within, node);
}

/** The function's type parameters, with what stands for each. */
export function substitution(
  session: Session, node: FunctionNode, given: readonly Type[], around: Substitution,
): Substitution {
  const parameters = node.typeParameters ?? [];
  if (parameters.length === 0) return around;
  const within = new Map(around);
  parameters.forEach((each, i) => within.set(session.checker.getTypeAtLocation(each), given[i]!));
  return within;
}

/** A static member has no type arguments of its class. */
export function ownerOfStatic(session: Session, { parent }: ts.Node): ObjectClass {
  if (!ts.isClassLike(parent)) return bug("a static member stands in no class");
  const unknown = (parent.typeParameters ?? []).map(() => UNKNOWN);
  return session.world.classOf(session.reader.classType(parent, unknown));
}
