// An image holds only what its program reaches: a worklist from what the start-up code calls, over references of code to
// code and data, and of data to both.

import { bug } from "../base/bug";
import { compileFunction } from "./back/compile";
import type { CompiledFunction } from "./back/compiled";
import type { BackParts } from "./back/parts";
import type { IrFunction } from "./ir/function";
import type { Datum } from "./ir/program";
import type { AssemblyFunction } from "./link/assembly-function";

export interface Reached {
  /** In the order in which the program has them. */
  readonly functions: readonly CompiledFunction[];
  readonly data: readonly Datum[];
}

/** Compiles what is reached from `assembly`. */
export function compileReached(
  functions: readonly IrFunction[], data: readonly Datum[], assembly: readonly AssemblyFunction[],
  parts: Partial<BackParts> = {},
): Reached {
  const sources = new Map(functions.map((each) => [each.symbol, each]));
  const datums = new Map(data.map((each) => [each.symbol, each]));
  const own = new Set(assembly.map(({ symbol }) => symbol));
  const compiled = new Map<string, CompiledFunction>();
  const held = new Set<string>();
  const waiting = assembly.flatMap(({ uses }) => Object.values(uses));
  for (let symbol = waiting.pop(); symbol !== undefined; symbol = waiting.pop()) {
    if (compiled.has(symbol) || held.has(symbol) || own.has(symbol) || symbol.startsWith("link/")) continue;
    const datum = datums.get(symbol);
    if (datum !== undefined) {
      held.add(symbol);
      waiting.push(...datum.relocations.map((each) => each.symbol));
      continue;
    }
    const made = compileFunction(sources.get(symbol) ?? bug(`nothing is called ${symbol}`), parts);
    compiled.set(symbol, made);
    waiting.push(...made.relocations.map((each) => each.symbol));
  }
  return {
    functions: functions.flatMap(({ symbol }) => compiled.get(symbol) ?? []),
    data: data.filter(({ symbol }) => held.has(symbol)),
  };
}
