// An image holds only what its program reaches: a worklist from the entry, over references of code
// to code and data, and of data to both. It is gone through twice: before the optimizer, which need
// not see what was there for initializers only; and behind it, since what has been put into all its
// callers is not called any more.

import { bug } from "../base/bug";
import { compileFunction } from "./back/compile";
import type { CompiledFunction } from "./back/compiled";
import type { BackParts } from "./back/parts";
import type { IrFunction } from "./ir/function";
import type { Datum } from "./ir/program";
import { symbolsIn } from "./ir/references";
import type { AssemblyFunction } from "./link/assembly-function";

export interface Reached {
  /** In the order in which the program has them. */
  readonly functions: readonly CompiledFunction[];
  readonly assembly: readonly AssemblyFunction[];
  readonly data: readonly Datum[];
}

/**
 * Those of `functions` that are reached from the first of `assembly`, or by a check that fails:
 * `trap`.
 */
export function reachedFunctions(
  functions: readonly IrFunction[], data: readonly Datum[],
  assembly: readonly AssemblyFunction[], trap: string,
): IrFunction[] {
  const uses = new Map<string, () => Iterable<string>>([
    ...assembly.map((each) => [each.symbol, () => Object.values(each.uses)] as const),
    ...data.map(({ symbol, relocations }) =>
      [symbol, () => relocations.map((each) => each.symbol)] as const),
    ...functions.map((each) => [each.symbol, () => symbolsIn(each)] as const),
  ]);
  const reached = new Set([...assembly.slice(0, 1).map(({ symbol }) => symbol), trap]);
  for (const symbol of reached) for (const used of uses.get(symbol)?.() ?? []) reached.add(used);
  return functions.filter(({ symbol }) => reached.has(symbol));
}

/** Compiles what is reached from the first of `assembly`. */
export function compileReached(
  functions: readonly IrFunction[], data: readonly Datum[], assembly: readonly AssemblyFunction[],
  parts: Partial<BackParts> = {},
): Reached {
  const sources = new Map(functions.map((each) => [each.symbol, each]));
  const datums = new Map(data.map((each) => [each.symbol, each]));
  const texts = new Map(assembly.map((each) => [each.symbol, each]));
  const compiled = new Map<string, CompiledFunction>();
  const held = new Set<string>();
  const waiting = assembly.slice(0, 1).map(({ symbol }) => symbol);
  for (let symbol = waiting.pop(); symbol !== undefined; symbol = waiting.pop()) {
    if (compiled.has(symbol) || held.has(symbol) || symbol.startsWith("link/")) continue;
    const text = texts.get(symbol);
    if (text !== undefined) {
      held.add(symbol);
      waiting.push(...Object.values(text.uses));
      continue;
    }
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
    assembly: assembly.filter(({ symbol }) => held.has(symbol)),
    data: data.filter(({ symbol }) => held.has(symbol)),
  };
}
