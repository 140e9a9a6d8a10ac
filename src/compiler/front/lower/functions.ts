// A function's lowering from its parameters to its last return. The rules of all kinds of nodes
// come together here.

import * as ts from "typescript";
import { bug } from "../../../base/bug";
import type { IrFunction } from "../../ir/function";
import type { ObjectClass } from "../classes";
import { placeOf, refuse } from "../fault";
import { isNoalloc } from "../noalloc";
import type { Session } from "../session";
import { NEVER, VOID, closureType, kindOf, type Type } from "../types";
import { functionOf, type FunctionNode } from "../variables";
import { parameterTypes } from "./arguments";
import { lowerAssembly } from "./assembly";
import { targetOf } from "./assignments";
import { unpack } from "./closures";
import { condition } from "./conditions";
import { initializeFields } from "./construction";
import { expression } from "./expressions";
import { lowerInitializer } from "./initializers";
import { keyOf, nameOfFunction, resultOf, titleOf } from "./instance";
import type { Instance } from "./function-instance";
import { Lowering, type LoweredFunction, type Operand, type Rules } from "./lowering";
import { bindVariable, block, statement } from "./statements";

export const RULES: Rules = {
  expression, condition, statement,
  target: targetOf,
  function: lowerFunction,
  assembly: lowerAssembly,
  fields: requestFields,
  initializer: lowerInitializer,
};

function lowerFunction(
  session: Session, rules: Rules, symbol: string, instance: Instance,
): IrFunction {
  const { node, within, owner, hasThis, outer, captured, count, omitted = [] } = instance;
  const types = parameterTypes(session, node, within);
  const passed = node.parameters.filter((_, i) => i < count && !omitted.includes(i));
  const parameters: LoweredFunction["parameters"] = [
    ...(hasThis ? [{ name: "this", kind: "ref" as const }] : []),
    ...(captured === undefined ? [] : [{ name: "closure", kind: "ref" as const }]),
    ...passed.map((each) =>
      ({ name: each.name.getText(), kind: kindOf(types[node.parameters.indexOf(each)]!) })),
  ];
  const home = { node, key: keyOf(instance), title: titleOf(instance), within, outer };
  const l = new Lowering({
    session, rules, symbol, home, owner, parameters,
    result: resultOf(session, instance), at: placeOf(node),
  });
  const [first] = l.builder.parameters;
  if (hasThis) l.self = { value: first!, type: owner?.type ?? bug("a method without a class") };
  if (captured !== undefined) {
    unpack(l, captured, first!);
    nameItself(l, node, types, symbol);
  }
  const implicit = parameters.length - passed.length;
  prepareConstructor(l, instance);
  node.parameters.forEach((each, i) => {
    const index = passed.indexOf(each);
    const value = l.builder.parameters[implicit + index];
    bindVariable(l, each.name, index < 0 ? missing(l, each) : { value: value!, type: types[i]! });
  });
  lowerBody(l, instance);
  const ir = l.builder.finish();
  ir.mayAllocate = !isNoalloc(node);
  return ir;
}

/** A closure that calls itself by name has itself at hand. */
function nameItself(
  l: Lowering, node: FunctionNode, parameters: readonly Type[], code: string,
): void {
  const name = ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name;
  const symbol = name === undefined ? undefined : l.session.checker.getSymbolAtLocation(name);
  if (symbol === undefined || functionOf(symbol) !== node) return;
  const key = {};
  l.builder.write(key, l.builder.parameters[0]!);
  l.storages.set(symbol, { kind: "value", key, type: closureType(parameters, l.result), code });
}

/** A parameter that got no argument has its default, or null. */
function missing(l: Lowering, node: ts.ParameterDeclaration): Operand {
  const type = l.typeOf(node);
  if (node.initializer !== undefined) return { value: l.as(node.initializer, type), type };
  if (type.kind !== "nullable") return refuse(node, "what may be missing needs a default");
  return l.constant(0n, type);
}

/**
 * Fields have their first values before a constructor's body runs; a derived class's, behind
 * super().
 */
function prepareConstructor(l: Lowering, { node, owner }: Instance): void {
  if (!ts.isConstructorDeclaration(node) || owner === undefined) return;
  const initialize = (): void => initializeFields(l, owner);
  if (owner.base === undefined) initialize();
  else l.initializeFields = initialize;
}

function lowerBody(l: Lowering, { node }: Instance): void {
  const { body } = node;
  if (body === undefined) return refuse(node, `${nameOfFunction(node)} has no body`);
  if (ts.isBlock(body)) {
    block(l, body.statements);
    if (l.result.kind === VOID.kind) l.builder.return();
    else l.builder.trap("unreachable");
    return undefined;
  }
  if (l.result.kind === VOID.kind || l.result.kind === NEVER.kind) {
    l.expression(body);
    l.builder.return();
  } else l.builder.return(l.as(body, l.result));
  return undefined;
}

/** A function that gives the fields of a class without a constructor their values. */
function requestFields(session: Session, rules: Rules, made: ObjectClass): string {
  const key = `${made.key}.fields`;
  const { declaration, within } = made.type ?? bug(`${made.name} has no fields of its own`);
  return session.reach.function(key, (symbol) => {
    const home = { node: undefined, key, title: `${made.name}.fields`, within, outer: undefined };
    const l = new Lowering({
      session, rules, symbol, home, owner: made, parameters: [{ name: "this", kind: "ref" }],
      result: VOID, at: placeOf(declaration),
    });
    l.self = { value: l.builder.parameters[0]!, type: made.type! };
    initializeFields(l, made);
    l.builder.return();
    return l.builder.finish();
  });
}

