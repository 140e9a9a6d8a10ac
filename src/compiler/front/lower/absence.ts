// What may be missing: x!, a?.b, and what Map.get and Array.pop give.

import * as ts from "typescript";
import type { Block } from "../../ir/function";
import { withoutParentheses } from "../references";
import { NULL, VOID, isWord, kindOf, nullable, type ClassType } from "../types";
import { lookUp } from "./collections";
import type { Lowering, Operand } from "./lowering";
import { lengthOf } from "./memory";
import { isBareParameter } from "./narrowing";
import { callMethod, methodType } from "./methods";
import { callGeneric } from "./runtime-calls";

/** x! traps if x is null; an element that is in range is there. */
export function nonNull(l: Lowering, node: ts.NonNullExpression): Operand {
  const inner = withoutParentheses(node.expression);
  const taken = lastElement(l, inner) ?? valueOf(l, inner);
  const operand = taken ?? l.expression(inner);
  if (operand.type.kind !== "nullable" || isBareParameter(l, inner)) return operand;
  l.builder.guard("ne", operand.value, l.raw(0), "null");
  return { value: l.builder.nonNull(operand.value), type: operand.type.of };
}

interface MethodCallNode {
  readonly object: ts.Expression; readonly name: string; readonly args: readonly ts.Expression[],
}

function methodCall(node: ts.Expression): MethodCallNode | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return undefined;
  }
  if (ts.isOptionalChain(node)) return undefined;
  const { expression: object, name: { text: name } } = node.expression;
  return { object, name, args: node.arguments };
}

/** array.pop()! */
function lastElement(l: Lowering, node: ts.Expression): Operand | undefined {
  const call = methodCall(node);
  if (call?.name !== "pop"
    || !l.session.checker.isArrayType(l.session.checker.getTypeAtLocation(call.object))) {
    return undefined;
  }
  const array = l.expression(call.object);
  l.builder.guard("ne", lengthOf(l, array.value, false), l.raw(0), "null");
  return callGeneric(l, "arrays#pop", [array], node);
}

/** map.get(key)! */
function valueOf(l: Lowering, node: ts.Expression): Operand | undefined {
  const call = methodCall(node);
  if (call?.name !== "get" || !isMap(l, call.object)) return undefined;
  const object = l.expression(call.object);
  const type = object.type as ClassType;
  const signature = methodType(l, type, "getOrTrap", [], node);
  const key = l.as(call.args[0]!, type.arguments[0]!);
  return callMethod(l, { object, name: "getOrTrap", given: [] }, signature, [key], node);
}

function isMap(l: Lowering, node: ts.Expression): boolean {
  const type = l.session.checker.getTypeAtLocation(node);
  return /^(Readonly)?Map$/.test(type.getSymbol()?.name ?? "") && l.typeOf(node).kind === "class";
}

/** What stands before ??: goes on at `absent` if there is nothing. */
export function presentOr(l: Lowering, node: ts.Expression, absent: Block): Operand {
  const bare = withoutParentheses(node);
  const call = methodCall(bare);
  const { builder } = l;
  if (call?.name === "get" && isMap(l, call.object)) {
    const map = l.expression(call.object);
    const type = map.type as ClassType;
    if (isWord(type.arguments[1]!)) {
      return lookUp(l, { value: map.value, type }, call.args[0]!, absent);
    }
    const signature = methodType(l, type, "get", [], bare);
    const key = l.as(call.args[0]!, type.arguments[0]!);
    const found = callMethod(l, { object: map, name: "get", given: [] }, signature, [key], bare);
    return present(l, { ...found, type: nullable(found.type) }, absent);
  }
  if (call?.name === "pop"
    && l.session.checker.isArrayType(l.session.checker.getTypeAtLocation(call.object))) {
    const array = l.expression(call.object);
    const isThere = builder.newBlock();
    builder.branch("eq", lengthOf(l, array.value, false), l.raw(0), absent, isThere);
    builder.startSealed(isThere);
    return callGeneric(l, "arrays#pop", [array], node);
  }
  const chainEnd = l.chainEnd;
  l.chainEnd = absent;
  const operand = l.expression(bare);
  l.chainEnd = chainEnd;
  return present(l, operand, absent);
}

function present(l: Lowering, operand: Operand, absent: Block): Operand {
  const { builder } = l;
  if (operand.type.kind !== "nullable") return operand;
  const isThere = builder.newBlock();
  builder.branch("eq", operand.value, l.raw(0), absent, isThere);
  builder.startSealed(isThere);
  return { value: builder.nonNull(operand.value), type: operand.type.of };
}

/** a?.b.c, whole: null if a is. Directly before ?? the end is that operator's. */
export function optionalChain(l: Lowering, node: ts.Expression, inside: () => Operand): Operand {
  const { builder, chainEnd } = l;
  const isBeforeOr = chainEnd !== undefined && isLeftOfOr(node);
  if (isBeforeOr) return inside();
  const [absent, end] = [builder.newBlock(), builder.newBlock()];
  const result = {};
  l.chainEnd = absent;
  const operand = inside();
  l.chainEnd = chainEnd;
  const isNothing = operand.type.kind === VOID.kind || isWord(operand.type);
  const type = isNothing ? VOID : nullable(operand.type);
  builder.write(result, operand.value);
  builder.jump(end);
  l.block(absent, end, () => builder.write(result, l.constant(0n, isNothing ? VOID : NULL).value));
  builder.startSealed(end);
  return { value: builder.read(result, kindOf(type)), type };
}

export function isLeftOfOr(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isLeftOfOr(parent);
  return ts.isBinaryExpression(parent) && parent.left === node
    && parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
}

/** Whether the chain of ?. that the node is a link of ends with it. */
export function endsChain(node: ts.Expression): boolean {
  const { parent } = node;
  const goesOn = ts.isOptionalChain(parent)
    && (parent as ts.PropertyAccessExpression).expression === node;
  return ts.isOptionalChain(node) && !goesOn;
}
