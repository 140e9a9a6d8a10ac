// Whom a function calls and whose address it takes: what must be there for it to run.

import type { IrFunction } from "./function";

export function symbolsIn({ blocks }: IrFunction): Set<string> {
  const symbols = new Set<string>();
  for (const { instructions, terminator } of blocks) {
    for (const each of instructions) {
      if (each.op === "call" || each.op === "symbol") symbols.add(each.symbol);
    }
    if (terminator?.op === "invoke" && typeof terminator.callee === "string") {
      symbols.add(terminator.callee);
    }
  }
  return symbols;
}
