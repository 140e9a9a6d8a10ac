// Leaving: return, break, continue. On the way out the finally blocks run that stand between.

import * as ts from "typescript";
import { refuse } from "../fault";
import { VOID } from "../types";
import type { Exit, Lowering } from "./lowering";

type Goal = Extract<Exit, { kind: "target" }>;

export function returnFrom(l: Lowering, { expression }: ts.ReturnStatement): void {
  const isNothing = l.result.kind === VOID.kind;
  const value = expression === undefined ? undefined
    : isNothing ? (l.expression(expression), undefined) : l.as(expression, l.result);
  leave(l, 0);
  l.builder.return(value);
}

export function jumpOut(l: Lowering, node: ts.BreakStatement | ts.ContinueStatement): void {
  const isBreak = ts.isBreakStatement(node);
  const index = l.exits.findLastIndex((exit) => exit.kind === "target" && (node.label === undefined
    ? (isBreak ? exit.isPlain : exit.isLoop) : exit.labels.includes(node.label.text)));
  const goal = l.exits[index] as Goal | undefined ?? refuse(node, "there is nothing to leave");
  leave(l, index + 1);
  l.builder.jump(isBreak ? goal.breakTo : goal.continueTo ?? refuse(node, "this is no loop"));
}

/** Runs what stands between here and the exit at `first`, from the inside out. */
function leave(l: Lowering, first: number): void {
  const { builder } = l;
  const { handler } = builder;
  const outside = l.exits.splice(first);
  for (let i = outside.length - 1; i >= 0; i--) {
    const exit = outside[i]!;
    if (exit.kind !== "finally") continue;
    l.exits.push(...outside.slice(0, i));
    builder.handler = exit.handlerOutside;
    exit.run();
    l.exits.splice(first);
  }
  l.exits.push(...outside);
  builder.handler = handler;
}

/** Runs the action as what such a jump can leave. */
export function within(l: Lowering, exit: Exit, action: () => void): void {
  l.exits.push(exit);
  action();
  l.exits.pop();
}

/** The labels directly before a statement. */
export function labelsOf(node: ts.Node): string[] {
  const { parent } = node;
  return ts.isLabeledStatement(parent) ? [parent.label.text, ...labelsOf(parent)] : [];
}

/**
 * A loop or a switch sees to its labels itself; out of anything else a label leads by break alone.
 */
export function labelled(l: Lowering, node: ts.LabeledStatement): void {
  const { statement } = node;
  if (ts.isIterationStatement(statement, false) || ts.isLabeledStatement(statement)
    || ts.isSwitchStatement(statement)) {
    return l.statement(statement);
  }
  const end = l.builder.newBlock();
  const labels = [node.label.text, ...labelsOf(node)];
  within(
    l, { kind: "target", labels, isLoop: false, isPlain: false, breakTo: end }, () =>
      l.statement(statement)
  );
  l.builder.jump(end);
  l.builder.startSealed(end);
  return undefined;
}
