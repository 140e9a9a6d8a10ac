// Methods: which code answers, for objects of a static type, and with which arguments.

import type * as ts from "typescript";
import type { Value } from "../../ir/function";
import type { ObjectClass } from "../classes";
import { coerceType } from "../coercion";
import { refuse } from "../fault";
import { inBrackets } from "../type-reader";
import { NEVER, VOID, closureType, kindOf, type ClosureType, type Type } from "../types";
import { callAnswer, fieldThunk, memberType, methodSymbol, type Answer } from "./dispatch";
import type { Instance } from "./function-instance";
import { resultOf, substitution } from "./instance";
import type { Lowering, Operand } from "./lowering";

type Method = Extract<ReturnType<ObjectClass["member"]>, { kind: "method" }>;

/** What a call by this name of an object of the type takes and gives. */
export function methodType(
  l: Lowering, type: Type, name: string, given: readonly Type[], node: ts.Node,
  declaration?: ts.Node,
): ClosureType {
  const method = staticMethod(l, type, name, declaration);
  if (method !== undefined) return typeOfMethod(l, method, given);
  const found = memberType(l, type, name, node);
  return found.kind === "closure" ? found : refuse(node, `${name} is no method`);
}

function staticMethod(
  l: Lowering, type: Type, name: string, declaration?: ts.Node,
): Method | undefined {
  if (type.kind !== "class") return undefined;
  const made = l.session.world.classOf(type);
  const member = name.startsWith("#") && declaration !== undefined
    ? made.declared(declaration) : made.member(name);
  return member?.kind === "method" ? member : undefined;
}

function typeOfMethod(l: Lowering, { node, owner }: Method, given: readonly Type[]): ClosureType {
  const { session } = l;
  const within = substitution(session, node, given, owner.type!.within);
  const instance: Instance = {
    node, within, given, owner, hasThis: true, count: node.parameters.length,
  };
  const parameters = node.parameters.map((each) =>
    session.reader.read(session.checker.getTypeAtLocation(each), within, each));
  return closureType(parameters, resultOf(session, instance));
}

export interface MethodCall {
  readonly object: Operand;
  readonly name: string;
  readonly given: readonly Type[];
  readonly declaration?: ts.Node | undefined;
  /** super.name(): what this class and no heir of it answers. */
  readonly isFixed?: boolean;
}

export function callMethod(
  l: Lowering, call: MethodCall, signature: ClosureType, args: readonly Value[], node: ts.Node,
  count = args.length, omitted: readonly number[] = [],
): Operand {
  const { session, rules } = l;
  const { object: { value, type }, name, given, declaration, isFixed = false } = call;
  const { result } = signature;
  const all = [value, ...args];
  const known = name.startsWith("#") || isFixed ? staticMethod(l, type, name, declaration)
    : undefined;
  if (known !== undefined) {
    const symbol = methodSymbol(session, rules, known, given, count, omitted);
    return finish(l, { value: l.builder.call(symbol, all, kindOf(result)), type: result });
  }
  const answer: Answer = (each) => {
    const member = each.member(name);
    if (member?.kind === "method") {
      noteFlows(l, typeOfMethod(l, member, given), signature, node);
      return methodSymbol(session, rules, member, given, count, omitted);
    }
    if (member?.kind !== "field") return undefined;
    return fieldThunk(session, each, member.field, "call", args.length);
  };
  const selector = `${name}${inBrackets(given)}/${count}${omitted.map((i) => `-${i}`).join("")}`;
  return finish(
    l, { value: callAnswer(l, type, selector, answer, all, kindOf(result)), type: result }
  );
}

/** Behind a call that does not return nothing follows. */
export function finish(l: Lowering, result: Operand): Operand {
  if (result.type.kind === NEVER.kind) l.builder.unreachable();
  return result;
}

/** What the call passes may come to the method, and what the method gives may come to the call. */
function noteFlows(l: Lowering, method: ClosureType, called: ClosureType, node: ts.Node): void {
  const { world } = l.session;
  method.parameters.forEach((each, i) => {
    const passed = called.parameters[i];
    if (passed !== undefined) coerceType(world, passed, each, node);
  });
  if (called.result.kind !== VOID.kind) coerceType(world, method.result, called.result, node);
}
