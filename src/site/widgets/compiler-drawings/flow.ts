/** A small flow graph, what is lost of it without one of its blocks, and the tree that follows from that. */

/** By block, from 0, which is the entry: those that may come next. */
export type Flow = readonly (readonly number[])[];

/** A loop with an if and an else in it, and what comes behind the loop. */
export const FLOW: Flow = [[1], [2, 6], [3, 4], [5], [5], [1], []];

/** What the entry leads to, if no way may pass `without`. */
export function reachedWithout(flow: Flow, without: number | undefined): ReadonlySet<number> {
  const reached = new Set<number>();
  const waiting = [0];
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    if (block === without || reached.has(block)) continue;
    reached.add(block);
    waiting.push(...flow[block]!);
  }
  return reached;
}

/** The blocks that no way leads to but through `block`: those that it dominates, itself left out. */
export function lostWithout(flow: Flow, block: number): ReadonlySet<number> {
  const reached = reachedWithout(flow, block);
  return new Set([...reachedWithout(flow, undefined)].filter((each) => each !== block && !reached.has(each)));
}

/** Of those that dominate the block, the one that loses the fewest others; the entry has none. */
export function immediateDominator(flow: Flow, block: number): number | undefined {
  const above = flow.flatMap((_, each) => {
    const lost = lostWithout(flow, each);
    return lost.has(block) ? [{ each, count: lost.size }] : [];
  });
  return above.sort((a, b) => a.count - b.count)[0]?.each;
}
