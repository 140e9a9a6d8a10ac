// What TypeScript has found out of a value holds as long as nobody else has assigned the variable
// or field since. Of which class it is, compiled code would have to test again. That it is not null
// it does test, and stops; Node goes on until somebody wants a member of null. Where a member is
// wanted at once, that is the same.

import * as ts from "typescript";
import { isAsked } from "../null-tests";
import { isAssignmentTarget } from "../references";
import { functionAround } from "../variables";
import { mayChangeBefore } from "./interference";
import { declaredSymbol, isNameInUse, outer } from "./nodes";
import type { Check, Context } from "./refusal";
import { argumentsOf, hasFlag, isList, isReadonlySymbol, partsOf, shapeOf } from "./shape";

export const changedSince: Check = (node, context) => {
  const held = heldType(node, context);
  if (held === undefined || isAsked(node) || isAssignmentTarget(node as ts.Expression)) return;
  const { checker, refuse } = context;
  const type = checker.getTypeAtLocation(node);
  const [before, here] = [held, type].map((each) => classesOf(each, checker));
  const isOther = here!.length > 0 && here!.join() !== before!.join();
  const isFull = mayBeNull(held) && !mayBeNull(type) && !isUsedUp(node);
  if ((!isOther && !isFull) || isSure(node, context)) return;
  if (isOther) refuse(node, "changed since");
  else if (mayChangeBefore(node as ts.Expression, context)) {
    refuse(node, "changed since", "a value that was found not to be null, and may be by now",
      "put `!` behind it, which tests it again, or test a constant: const it = ...");
  }
};

const mayBeNull = (type: ts.Type): boolean => partsOf(type).some((each) =>
  hasFlag(each, ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void));

/** A member, an element, a call, `!`: there null stops Node as well. */
function isUsedUp(node: ts.Node): boolean {
  const { parent, child } = outer(node);
  const isFirst = ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)
    || ts.isCallOrNewExpression(parent) || ts.isNonNullExpression(parent)
    || ts.isForOfStatement(parent);
  return isFirst && parent.expression === child;
}

/** The type of the variable, field or element, without what TypeScript makes of it here. */
function heldType(node: ts.Node, { checker }: Context): ts.Type | undefined {
  if (ts.isElementAccessExpression(node)) {
    const list = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
    return isList(list, checker) && !checker.isTupleType(list)
      ? argumentsOf(list, checker)[0] : undefined;
  }
  const isVariable = ts.isIdentifier(node) && isNameInUse(node);
  const member = ts.isPropertyAccessExpression(node) ? node.name : undefined;
  const symbol = isVariable ? declaredSymbol(node, checker)
    : member && checker.getSymbolAtLocation(member);
  const isHolder = symbol !== undefined && (symbol.flags & HOLDERS) !== 0;
  return isHolder ? checker.getTypeOfSymbol(symbol) : undefined;
}

const HOLDERS = ts.SymbolFlags.Variable | ts.SymbolFlags.Property | ts.SymbolFlags.Accessor;

function classesOf(type: ts.Type, checker: ts.TypeChecker): readonly string[] {
  if (hasFlag(type, ts.TypeFlags.Unknown)) return ["unknown"];
  return [...new Set(partsOf(type).filter((each) => hasFlag(each, ts.TypeFlags.Object))
    .map((each) => shapeOf(each, checker)))].sort();
}

function isSure(node: ts.Node, { checker, variables }: Context): boolean {
  if (ts.isElementAccessExpression(node)) return false;
  if (ts.isPropertyAccessExpression(node)) {
    const symbol = checker.getSymbolAtLocation(node.name);
    const isGetter = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Accessor) !== 0;
    return symbol !== undefined && !isGetter && isReadonlySymbol(symbol);
  }
  const symbol = declaredSymbol(node, checker);
  const declaration = symbol?.valueDeclaration;
  if (symbol === undefined || declaration === undefined) return true;
  if (isConstant(declaration)) return true;
  if (functionAround(declaration) === undefined) return false;
  return !variables.isInCell(symbol, node) || !variables.isAssigned(symbol, node);
}

const isConstant = (declaration: ts.Declaration): boolean =>
  (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
