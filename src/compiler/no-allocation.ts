// Proves what `@noalloc` says of a function: whatever it calls, and whatever that calls, nothing
// comes to the one function of the runtime from which all memory is. A check that fails calls
// the panic, which says the same of itself.

import { CompileFault, type FrontRefusal } from "./front/fault";
import { type CallSite, CallGraph } from "./ir/call-graph";
import type { IrFunction } from "./ir/function";
import type { Program } from "./ir/program";
import { RULES } from "./language/rules";
import { RUNTIME_ROOTS } from "./runtime-assembly";

/** @throws CompileFault at the calls that lead to an allocation. */
export function proveNoAllocation(program: Program): void {
  const marked = program.functions.filter(({ mayAllocate }) => !mayAllocate);
  if (marked.length === 0) return;
  const graph = new CallGraph(program);
  const titles = new Map(program.functions.map(({ symbol, title }) => [symbol, title]));
  const refusals = marked.flatMap((each): FrontRefusal[] => {
    const way = graph.way(each.symbol, RUNTIME_ROOTS.allocate);
    return way === undefined ? [] : [refusal(each, way, titles)];
  });
  if (refusals.length > 0) throw new CompileFault(refusals);
}

function refusal(
  { title }: IrFunction, way: readonly CallSite[], titles: ReadonlyMap<string, string>,
): FrontRefusal {
  const [wrong, advice] = RULES.noalloc;
  const calls = way.map(({ to, at }) => `${titles.get(to) ?? to} (${at.file}:${at.line})`);
  return { at: way[0]!.at, text: `${wrong}: ${[title, ...calls].join(", calls ")}; ${advice}` };
}
