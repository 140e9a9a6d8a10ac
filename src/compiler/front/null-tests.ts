// Where an expression is asked whether it is null, or of which class: what TypeScript has found out
// about it before does not count there.

import * as ts from "typescript";
import { EQUALITY, testedIn } from "./validate/comparisons";
import { inner, outer } from "./validate/nodes";

export function isAsked(node: ts.Node): boolean {
  const { parent, child } = outer(node);
  if (testedIn(parent) === child) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  const { left, right, operatorToken: { kind } } = parent;
  if (EQUALITY.has(kind)) return isNull(inner(left === child ? right : left));
  const isAsking = kind === ts.SyntaxKind.QuestionQuestionToken
    || kind === ts.SyntaxKind.InstanceOfKeyword;
  return isAsking && left === child;
}

const isNull = (node: ts.Expression): boolean => node.kind === ts.SyntaxKind.NullKeyword
  || (ts.isIdentifier(node) && node.text === "undefined");
