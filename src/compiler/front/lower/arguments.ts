// Arguments, in order, as the parameters want them; those of a rest parameter become an array.

import * as ts from "typescript";
import type { Value } from "../../ir/function";
import { refuse } from "../fault";
import type { Session } from "../session";
import { arrayOf, type Substitution, type Type } from "../types";
import type { FunctionNode } from "../variables";
import { forEachOf } from "./iteration";
import type { Lowering, Operand } from "./lowering";
import { newArray, writeElement } from "./memory";
import { readPart } from "./patterns";
import { callGeneric } from "./runtime-calls";

const MOST = 8;

export function parameterTypes(session: Session, node: FunctionNode, within: Substitution): Type[] {
  return node.parameters.map((each) =>
    session.reader.read(session.checker.getTypeAtLocation(each), within, each));
}

export interface Passed {
  readonly values: readonly Value[];
  /** How many parameters these are for, those among them that get none, and which they are. */
  readonly count: number;
  readonly omitted: readonly number[];
}

/** Of a function that is known: `implicit` arguments, such as this, come before. */
export function argumentsFor(
  l: Lowering, callee: FunctionNode, types: readonly Type[], args: readonly ts.Expression[],
  implicit: number, node: ts.Node,
): Passed {
  const last = callee.parameters.length - 1;
  const hasRest = callee.parameters[last]?.dotDotDotToken !== undefined;
  const plain = hasRest ? args.slice(0, last) : args;
  const omitted = plain.flatMap((each, i) => (isOmitted(each, callee.parameters[i]) ? [i] : []));
  const wanted = types.filter((_, i) => !omitted.includes(i));
  const values = plainArguments(l, plain.filter((_, i) => !omitted.includes(i)), wanted, node);
  const count = hasRest ? last + 1 : values.length + omitted.length;
  if (hasRest) {
    for (let i = plain.length; i < last; i++) omitted.push(i);
    values.push(restArray(l, args.slice(last), types[last]!, node));
  }
  if (values.length + implicit > MOST) {
    refuse(node, `at most ${MOST} arguments are passed, this among them`);
  }
  return { values, count, omitted };
}

/** `undefined` for a parameter with a default. */
function isOmitted(
  argument: ts.Expression, parameter: ts.ParameterDeclaration | undefined,
): boolean {
  return parameter?.initializer !== undefined && ts.isIdentifier(argument)
    && argument.text === "undefined";
}

export function plainArguments(
  l: Lowering, args: readonly ts.Expression[], types: readonly Type[], node: ts.Node,
): Value[] {
  const values: Value[] = [];
  const typeNext = (): Type =>
    types[values.length] ?? refuse(node, "there are more arguments than parameters");
  for (const each of args) {
    // A function may take less than its type says: the rest is computed, and nobody looks at it.
    if (!ts.isSpreadElement(each) && values.length === types.length) l.expression(each);
    else if (!ts.isSpreadElement(each)) values.push(l.as(each, typeNext()));
    else for (const part of tupleParts(l, each)) values.push(l.coerce(part(), typeNext(), each));
  }
  return values;
}

/** What is spread into single parameters has a known number of elements. */
function tupleParts(l: Lowering, { expression }: ts.SpreadElement): (() => Operand)[] {
  const { checker } = l.session;
  const type = checker.getTypeAtLocation(expression);
  if (!checker.isTupleType(type)) {
    return refuse(
      expression, "only a tuple is spread into parameters that are not a rest parameter"
    );
  }
  const whole = l.expression(expression);
  return checker.getTypeArguments(type as ts.TypeReference)
    .map((_, i) => () => readPart(l, whole, i, expression));
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
