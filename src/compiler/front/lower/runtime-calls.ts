// Calls of the runtime's generic functions: each is compiled for the types that it is used with.

import type * as ts from "typescript";
import { bug } from "../../../base/bug";
import { CompileFault, refuse } from "../fault";
import { isWord, kindOf, nullable, type Type } from "../types";
import type { Instance } from "./function-instance";
import { infer, type Bindings } from "./infer";
import { request, resultOf } from "./instance";
import type { Lowering, Operand } from "./lowering";

/** An argument: a value that is there, or an expression that is computed in its turn. */
export type Argument = Operand | ts.Expression;

const isOperand = (argument: Argument): argument is Operand => "value" in argument;

/** `mayBeNull`: the runtime says T, and gives 0 for nothing. */
export function callGeneric(
  l: Lowering, name: string, args: readonly Argument[], node: ts.Node, mayBeNull = false,
): Operand {
  const { session } = l;
  const { checker, reader } = session;
  const target = session.runtime.function(name);
  const found: Bindings = new Map();
  const declared = target.parameters.map((each) => checker.getTypeAtLocation(each));
  const operands = args.map((argument, i) => {
    const type = declared[i] ?? bug(`${name} takes ${declared.length} arguments`);
    const operand = isOperand(argument)
      ? argument : l.expression(argument, wanted(l, type, found, node));
    infer(checker, type, operand.type, found);
    return operand;
  });
  const given = (target.typeParameters ?? []).map((each) =>
    found.get(checker.getTypeAtLocation(each))
      ?? refuse(node, `nothing says what ${each.getText()} is`));
  const instance: Instance = {
    node: target, within: new Map(found), given, hasThis: false, count: args.length,
  };
  const values = operands.map((operand, i) =>
    l.coerce(operand, reader.read(declared[i]!, instance.within, node), node));
  const declaredResult = resultOf(session, instance);
  const type = mayBeNull && !isWord(declaredResult) ? nullable(declaredResult) : declaredResult;
  const code = request(session, l.rules, instance);
  return { value: l.builder.call(code, values, kindOf(type)), type };
}

/** What the parameter expects, as far as that is known by now. */
function wanted(l: Lowering, type: ts.Type, found: Bindings, node: ts.Node): Type | undefined {
  try {
    return l.session.reader.read(type, new Map(found), node);
  } catch (fault) {
    if (fault instanceof CompileFault) return undefined;
    throw fault;
  }
}
