// Arguments, in order, as the parameters want them; those of a rest parameter become an array.

import * as ts from "typescript";
import type { Value } from "../../ir/function";
import { refuse } from "../fault";
import type { Session } from "../session";
import { arrayOf, type Substitution, type Type } from "../types";
import type { FunctionNode } from "../variables";
import { forEachOf } from "./iteration";
import type { Lowering } from "./lowering";
import { newArray, writeElement } from "./memory";
import { callGeneric } from "./runtime-calls";

const MOST = 8;

export function parameterTypes(session: Session, node: FunctionNode, within: Substitution): Type[] {
  return node.parameters.map((each) =>
    session.reader.read(session.checker.getTypeAtLocation(each), within, each));
}

/** Of a function that is known: `implicit` arguments, such as this, come before. */
export function argumentsFor(
  l: Lowering, callee: FunctionNode, types: readonly Type[], args: readonly ts.Expression[],
  implicit: number, node: ts.Node,
): Value[] {
  const last = callee.parameters.length - 1;
  const hasRest = callee.parameters[last]?.dotDotDotToken !== undefined;
  const plain = hasRest ? args.slice(0, last) : args;
  const values = plainArguments(l, plain, types, node);
  if (hasRest) values.push(restArray(l, args.slice(last), types[last]!, node));
  if (values.length + implicit > MOST) refuse(node, `at most ${MOST} arguments are passed, this among them`);
  return values;
}

export function plainArguments(
  l: Lowering, args: readonly ts.Expression[], types: readonly Type[], node: ts.Node,
): Value[] {
  return args.map((each, i) => {
    if (ts.isSpreadElement(each)) return refuse(each, "only a rest parameter takes what is spread");
    return l.as(each, types[i] ?? refuse(node, "there are more arguments than parameters"));
  });
}

function restArray(l: Lowering, args: readonly ts.Expression[], type: Type, node: ts.Node): Value {
  if (type.kind !== "array") return refuse(node, "a rest parameter is an array");
  const { element } = type;
  const [only] = args;
  if (args.some(ts.isSpreadElement)) {
    const { array } = newArray(l, element, l.number(0));
    const operand = { value: array, type: arrayOf(element) };
    for (const each of args) {
      const push = (value: Value): void => {
        callGeneric(l, "arrays#push", [operand, { value, type: element }], node);
      };
      if (ts.isSpreadElement(each)) {
        forEachOf(l, each.expression, (part) => push(l.coerce(part, element, each)));
      } else push(l.as(each, element));
    }
    return array;
  }
  const values = args.map((each) => l.as(each, element));
  const { array, block } = newArray(l, element, l.number(only === undefined ? 0 : values.length));
  values.forEach((value, i) => writeElement(l, block, i, value));
  return array;
}
