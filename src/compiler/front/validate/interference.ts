// Whether something runs between a test and a use that may assign what was tested: a call, an
// accessor, an assignment to a member of that name. It goes by the text: what stands between the
// nearest place that surely tested the value, or used it, and the use; of a loop around the use
// alone, all of the loop.

import * as ts from "typescript";
import { isAssignmentTarget } from "../references";
import { isOfLibrary } from "./nodes";
import type { Context } from "./refusal";

interface Region {
  /** Behind the test. */
  readonly start: number;
  /** Loops that begin behind the test and go around the use. */
  readonly loops: readonly ts.Node[];
}

export function mayChangeBefore(use: ts.Expression, context: Context): boolean {
  const home = ts.findAncestor(use.parent, isHome) ?? use.getSourceFile();
  const { start, loops } = regionBefore(use, home);
  let isFound = false;
  const visit = (node: ts.Node): void => {
    if (isFound || (ts.isFunctionLike(node) && node !== home)) return;
    if (isAssignmentOf(node, use.getText())) return; // TypeScript sees what comes of it.
    const isBetween = (node.end > start && node.end <= use.getStart())
      || loops.some((loop) => node.pos >= loop.pos && node.end <= loop.end);
    isFound ||= isBetween && mayAssign(node, use, context);
    ts.forEachChild(node, visit);
  };
  visit(home);
  return isFound;
}

const isHome = (node: ts.Node): boolean =>
  ts.isFunctionLike(node) || ts.isPropertyDeclaration(node);

function regionBefore(use: ts.Expression, home: ts.Node): Region {
  const loops: ts.Node[] = [];
  const text = use.getText();
  let child: ts.Node = use;
  for (let up = use.parent; up !== home; child = up, up = up.parent) {
    const tested = testBefore(up, child) ?? [];
    const last = tested.flatMap((each) => occurrences(each, text)).at(-1);
    if (last !== undefined) return { start: last.end, loops };
    if (ts.isIterationStatement(up, false)) loops.push(up);
  }
  return { start: home.pos, loops };
}

/** What has surely run when control comes from `up` to its part `child`: conditions, statements. */
function testBefore(up: ts.Node, child: ts.Node): readonly ts.Node[] | undefined {
  if (ts.isIfStatement(up) || ts.isWhileStatement(up)) {
    return child === up.expression ? undefined : [up.expression];
  }
  if (ts.isConditionalExpression(up)) return child === up.condition ? undefined : [up.condition];
  if (ts.isForStatement(up)) {
    return child === up.statement && up.condition ? [up.condition] : undefined;
  }
  if (ts.isBinaryExpression(up)) return child === up.right ? [up.left] : undefined;
  if (!ts.isBlock(up) && !ts.isCaseOrDefaultClause(up)) return undefined;
  return up.statements.filter((each) => each.end <= child.pos).flatMap(sureParts);
}

/** Of a statement, the expressions that are computed whichever way it goes. */
function sureParts(node: ts.Statement): readonly ts.Node[] {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return [node.expression];
  const isPlain = ts.isExpressionStatement(node) || ts.isVariableStatement(node);
  return isPlain ? [node] : [];
}

/** Where the same text stands as an expression, and is computed if the whole is. */
function occurrences(node: ts.Node, text: string): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isFunctionLike(each)) return;
    if (ts.isVariableDeclaration(each) && each.name.getText() === text
      || isAssignmentOf(each, text)) {
      found.push(each);
      return;
    }
    if (ts.isExpression(each) && each.getText() === text) found.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

const isAssignmentOf = (node: ts.Node, text: string): boolean =>
  ts.isBinaryExpression(node) && isAssignmentTarget(node.left) && node.left.getText() === text;

function mayAssign(node: ts.Node, use: ts.Expression, { checker }: Context): boolean {
  if (ts.isCallOrNewExpression(node)) {
    const declaration = checker.getResolvedSignature(node)?.declaration;
    return !isHarmless(declaration, node, use, checker);
  }
  const isMember = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  if (!isMember && !ts.isIdentifier(node)) return false;
  if (isAssignmentTarget(node)) return nameOf(node) === nameOf(use);
  const symbol = ts.isPropertyAccessExpression(node)
    ? checker.getSymbolAtLocation(node.name) : undefined;
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Accessor) !== 0;
}

/** An element by its kind, anything else by its last name. */
function nameOf(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isElementAccessExpression(node) ? "[]" : node.getText();
}

/** The library calls what it is given and changes arrays; the metal changes no variable. */
function isHarmless(
  declaration: ts.Node | undefined, call: ts.CallExpression | ts.NewExpression,
  use: ts.Expression, checker: ts.TypeChecker,
): boolean {
  const file = declaration?.getSourceFile().fileName ?? "";
  if (file.startsWith("src/unikernel/metal/")) return true;
  const symbol = declaration && (declaration as ts.Declaration & { symbol?: ts.Symbol }).symbol;
  if (!isOfLibrary(symbol) || ts.isElementAccessExpression(use)) return false;
  return (call.arguments ?? []).every((each) =>
    checker.getTypeAtLocation(each).getCallSignatures().length === 0);
}
