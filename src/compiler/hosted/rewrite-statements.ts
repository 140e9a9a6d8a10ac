// Statements: traps pass by the program's catch and finally; a value that nobody wants is not kept.

import * as ts from "typescript";
import { unused } from "./rewrite-operations";
import type { Rewriter } from "./rewriter";
import { pattern } from "./targets";

export function statement(r: Rewriter, node: ts.Node): string | undefined {
  if (ts.isTryStatement(node) && node.finallyBlock) return tryFinally(r, node, node.finallyBlock);
  if (ts.isCatchClause(node)) return catchClause(r, node);
  if (ts.isExpressionStatement(node)) return r.copy(node, (child) => unused(r, child));
  if (ts.isForStatement(node)) {
    return r.copyBut(node, node.incrementor, (child) => unused(r, child));
  }
  if (ts.isForOfStatement(node) && ts.isExpression(node.initializer)) {
    return r.copyBut(node, node.initializer, (child) => pattern(r, child));
  }
  return undefined;
}

function catchClause(r: Rewriter, node: ts.CatchClause): string {
  const { variableDeclaration, block } = node;
  const name = variableDeclaration ? r.rewrite(variableDeclaration.name) : "$e";
  const lines = r.lines(r.start(node), r.start(block));
  return `catch (${name}) ${lines}{ $check.caught(${name});${r.copy(block).slice(1)}`;
}

/** A finally that a trap passes by. */
function tryFinally(r: Rewriter, node: ts.TryStatement, finallyBlock: ts.Block): string {
  const { tryBlock, catchClause: handler } = node;
  const inner = r.rewrite(tryBlock) + (handler === undefined ? ""
    : r.between(tryBlock.end, r.start(handler)) + r.rewrite(handler));
  const gap = r.lines((handler ?? tryBlock).end, r.start(finallyBlock));
  const body = handler === undefined ? inner : `{ try ${inner} }`;
  return `{ let $trapped = false; try ${body} `
    + `catch ($e) { $trapped = $check.isTrap($e); throw $e; }`
    + ` ${gap}finally { if (!$trapped) ${r.rewrite(finallyBlock)} } }`;
}
