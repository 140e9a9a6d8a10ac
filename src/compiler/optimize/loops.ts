// The loops of a function: a header, to which an edge leads back from a block that it dominates,
// and the blocks on the ways from there to that edge. Loops that share a header are one.

import type { Dominators } from "../ir/dominators";
import type { Block } from "../ir/function";

export interface Loop {
  readonly header: Block;
  /** The header too. */
  readonly blocks: ReadonlySet<Block>;
}

/** Outer loops before those in them. */
export function loopsOf(dominators: Dominators): Loop[] {
  const loops: Loop[] = [];
  for (const header of dominators.order) {
    const back = dominators.predecessorsOf(header)
      .filter((block) => dominators.dominates(header, block));
    if (back.length > 0) loops.push({ header, blocks: blocksBefore(back, header, dominators) });
  }
  return loops;
}

/** Whatever can reach one of `ends` without passing `header`; both among them. */
export function blocksBefore(
  ends: readonly Block[], header: Block, dominators: Dominators,
): Set<Block> {
  const found = new Set([header, ...ends]);
  const waiting = ends.filter((block) => block !== header);
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    for (const before of dominators.predecessorsOf(block)) {
      if (found.has(before)) continue;
      found.add(before);
      waiting.push(before);
    }
  }
  return found;
}
