// Loops. Each round of a for loop has its own variables, if closures capture them.

import * as ts from "typescript";
import type { Block } from "../../ir/function";
import type { Storage } from "./storage";
import { iterate } from "./iteration";
import { labelsOf, within } from "./jumps";
import type { Lowering, Operand } from "./lowering";
import { forget, namesIn, renewCell } from "./variables";

function loopBody(
  l: Lowering, node: ts.IterationStatement, breakTo: Block, continueTo: Block,
): void {
  within(l, {
    kind: "target", labels: labelsOf(node), isLoop: true, isPlain: true, breakTo, continueTo,
  }, () => {
    l.statement(node.statement);
  });
}

export function whileStatement(l: Lowering, node: ts.WhileStatement): void {
  const { builder } = l;
  const [head, body, end] = [builder.newBlock(), builder.newBlock(), builder.newBlock()];
  builder.jump(head);
  builder.start(head);
  l.condition(node.expression, body, end);
  builder.startSealed(body);
  loopBody(l, node, end, head);
  builder.jump(head);
  builder.seal(head);
  builder.startSealed(end);
}

export function doStatement(l: Lowering, node: ts.DoStatement): void {
  const { builder } = l;
  const [body, test, end] = [builder.newBlock(), builder.newBlock(), builder.newBlock()];
  builder.jump(body);
  builder.start(body);
  loopBody(l, node, end, test);
  builder.jump(test);
  builder.startSealed(test);
  l.condition(node.expression, body, end);
  builder.seal(body);
  builder.startSealed(end);
}

export function forStatement(
  l: Lowering, node: ts.ForStatement, declareAll: (l: Lowering, list: ts.VariableDeclarationList) =>
    void,
): void {
  const { builder } = l;
  const { initializer, condition, incrementor } = node;
  const [head, body, next, end] = [
    builder.newBlock(), builder.newBlock(), builder.newBlock(), builder.newBlock(),
  ];
  if (initializer !== undefined && ts.isVariableDeclarationList(initializer)) {
    for (const { name } of initializer.declarations) forget(l, name);
    declareAll(l, initializer);
  }
  else if (initializer !== undefined) l.expression(initializer);
  const cells = loopCells(l, initializer);
  builder.jump(head);
  builder.start(head);
  if (condition === undefined) builder.jump(body);
  else l.condition(condition, body, end);
  builder.startSealed(body);
  loopBody(l, node, end, next);
  builder.jump(next);
  builder.startSealed(next);
  for (const each of cells) renewCell(l, each);
  if (incrementor !== undefined) l.expression(incrementor);
  builder.jump(head);
  builder.seal(head);
  builder.startSealed(end);
}

/** The loop's variables that live in cells. */
function loopCells(l: Lowering, initializer: ts.ForInitializer | undefined): Storage[] {
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) return [];
  return initializer.declarations.flatMap(({ name }) => namesIn(name)).flatMap((name) => {
    const symbol = l.session.checker.getSymbolAtLocation(name);
    const storage = symbol === undefined ? undefined : l.storages.get(symbol);
    return storage?.kind === "cell" ? [storage] : [];
  });
}

export function forOfStatement(
  l: Lowering, node: ts.ForOfStatement, bind: (
    l: Lowering, name: ts.BindingName, element: Operand
  ) => void,
): void {
  iterate(l, node.expression, (element, next, end) => {
    bindElement(l, node, element, bind);
    loopBody(l, node, end, next);
  });
}

function bindElement(
  l: Lowering, { initializer }: ts.ForOfStatement, element: Operand,
  bind: (l: Lowering, name: ts.BindingName, element: Operand) => void,
): void {
  if (ts.isVariableDeclarationList(initializer)) {
    const { name } = initializer.declarations[0]!;
    forget(l, name);
    bind(l, name, element);
  } else {
    const target = l.target(initializer);
    target.write(l.coerce(element, target.type, initializer));
  }
}
