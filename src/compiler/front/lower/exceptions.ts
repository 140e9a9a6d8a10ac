// try, catch, finally. A finally block is lowered once for each way out of what it guards.

import type * as ts from "typescript";
import { UNKNOWN } from "../types";
import { callRuntime } from "./instance";
import { within } from "./jumps";
import type { Lowering } from "./lowering";
import { declare, forget, writeStorage } from "./variables";

export function tryStatement(l: Lowering, node: ts.TryStatement): void {
  const { finallyBlock } = node;
  if (finallyBlock === undefined) return tryCatch(l, node);
  const { builder } = l;
  const [handler, end] = [builder.newBlock(), builder.newBlock()];
  const exception = builder.newParameter(handler, "ref", "exception");
  const handlerOutside = builder.handler;
  const run = (): void => l.statement(finallyBlock);
  builder.handler = handler;
  within(l, { kind: "finally", handlerOutside, run }, () => {
    if (node.catchClause === undefined) l.statement(node.tryBlock);
    else tryCatch(l, node);
  });
  builder.handler = handlerOutside;
  run();
  builder.jump(end);
  builder.startSealed(handler);
  run();
  callRuntime(l, "exceptions#throwException", [exception], "raw");
  builder.unreachable();
  builder.startSealed(end);
}

function tryCatch(l: Lowering, { tryBlock, catchClause }: ts.TryStatement): void {
  const { builder } = l;
  const [handler, end] = [builder.newBlock(), builder.newBlock()];
  const exception = builder.newParameter(handler, "ref", "exception");
  const handlerOutside = builder.handler;
  builder.handler = handler;
  l.statement(tryBlock);
  builder.handler = handlerOutside;
  builder.jump(end);
  builder.startSealed(handler);
  const { variableDeclaration, block } = catchClause!;
  if (variableDeclaration !== undefined) {
    forget(l, variableDeclaration.name);
    const symbol = l.session.checker.getSymbolAtLocation(variableDeclaration.name)!;
    const storage = declare(l, symbol, UNKNOWN, variableDeclaration);
    writeStorage(l, storage, exception);
  }
  l.statement(block);
  builder.jump(end);
  builder.startSealed(end);
}
