// An image holds only what its program reaches: a worklist from the entry, over references of code
// to code and data, and of data to both. It is gone through twice: before the optimizer, which need
// not see what was there for initializers only; and behind it, since what has been put into all its
// callers is not called any more.

import { bug } from "../base/bug";
import { prepareFunction } from "./back/compile";
import type { CompiledFunction } from "./back/compiled";
import type { BackParts } from "./back/parts";
import { type StackUse, uncheckedFunctions } from "./back/stack-checks";
import type { IrFunction } from "./ir/function";
import type { AssemblyFunction, Datum } from "./ir/program";
import { symbolsIn } from "./ir/references";

export interface Reached {
  /** In the order in which the program has them. */
  readonly functions: readonly CompiledFunction[];
  readonly assembly: readonly AssemblyFunction[];
  readonly data: readonly Datum[];
}

/** Those of `functions` that are reached from the first of `assembly`, or from `roots`. */
export function reachedFunctions(
  functions: readonly IrFunction[], data: readonly Datum[],
  assembly: readonly AssemblyFunction[], roots: readonly string[],
): IrFunction[] {
  const uses = new Map<string, () => Iterable<string>>([
    ...assembly.map((each) => [each.symbol, () => Object.values(each.uses)] as const),
    ...data.map(({ symbol, relocations }) =>
      [symbol, () => relocations.map((each) => each.symbol)] as const),
    ...functions.map((each) => [each.symbol, () => symbolsIn(each)] as const),
  ]);
  const reached = new Set([...assembly.slice(0, 1).map(({ symbol }) => symbol), ...roots]);
  for (const symbol of reached) for (const used of uses.get(symbol)?.() ?? []) reached.add(used);
  return functions.filter(({ symbol }) => reached.has(symbol));
}

/**
 * Compiles what is reached from the first of `assembly`, or from `roots`. `isNear`: one instruction
 * will reach every symbol; and who need not look at the stack does not.
 */
export function compileReached(
  functions: readonly IrFunction[], data: readonly Datum[], assembly: readonly AssemblyFunction[],
  roots: readonly string[], parts: Partial<BackParts> = {}, isNear = false,
): Reached {
  const sources = new Map(functions.map((each) => [each.symbol, each]));
  const datums = new Map(data.map((each) => [each.symbol, each]));
  const texts = new Map(assembly.map((each) => [each.symbol, each]));
  const compiled = new Map<string, CompiledFunction>();
  const again = new Map<string, (isUnchecked: boolean) => CompiledFunction>();
  const held = new Set<string>();
  const waiting = [...assembly.slice(0, 1).map(({ symbol }) => symbol), ...roots];
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
    const source = sources.get(symbol) ?? bug(`nothing is called ${symbol}`);
    const prepared = prepareFunction(source, parts, isNear);
    const made = prepared();
    again.set(symbol, prepared);
    compiled.set(symbol, made);
    waiting.push(...made.relocations.map((each) => each.symbol));
  }
  const unchecked = isNear
    ? uncheckedFunctions([...compiled.values()].map((each) => stackUse(each, texts)))
    : new Set<string>();
  for (const symbol of unchecked) compiled.set(symbol, again.get(symbol)!(true));
  return {
    functions: functions.flatMap(({ symbol }) => compiled.get(symbol) ?? []),
    assembly: assembly.filter(({ symbol }) => held.has(symbol)),
    data: data.filter(({ symbol }) => held.has(symbol)),
  };
}

/** BLR, whatever the register. */
const isIndirectCall = (word: number): boolean => (word & 0xffff_fc1f) >>> 0 === 0xd63f_0000;

/** Assembly may take as much of the stack as it likes; but what calls nobody takes little. */
function stackUse(
  { symbol, frameBytes, words, relocations }: CompiledFunction,
  texts: ReadonlyMap<string, AssemblyFunction>,
): StackUse {
  const calls = relocations.filter(({ kind }) => kind === "CALL26").map((each) => each.symbol)
    .filter((each) => !each.startsWith("trap/"));
  const callsAssembly = calls.some((each) => Object.keys(texts.get(each)?.uses ?? {}).length > 0);
  const callsUnknown = callsAssembly || words.some(isIndirectCall);
  return { symbol, frameBytes, calls, callsUnknown };
}
