// What must have been passed to get to a block. After Cooper, Harvey and Kennedy, "A Simple, Fast
// Dominance Algorithm" (2001): blocks in reverse postorder, each block's immediate dominator the
// nearest common one of its predecessors, until nothing changes.

import { bug } from "../../base/bug";
import type { Block, IrFunction } from "./function";
import { successorsOf } from "./operands";

export class Dominators {
  /** The blocks that are reached, each before those it dominates. */
  readonly order: readonly Block[];
  readonly #index = new Map<Block, number>();
  readonly #predecessors = new Map<Block, Block[]>();
  /** By index; the entry's is itself. */
  readonly #immediate: number[] = [];
  readonly #children = new Map<Block, Block[]>();

  constructor(ir: IrFunction) {
    this.order = reversePostorder(ir.blocks[0] ?? bug(`${ir.symbol} has no blocks`));
    this.order.forEach((block, i) => this.#index.set(block, i));
    for (const block of this.order) this.#predecessors.set(block, []);
    for (const block of this.order) {
      for (const next of successorsOf(block)) this.#predecessors.get(next)!.push(block);
    }
    this.#solve();
    for (const block of this.order) this.#children.set(block, []);
    this.order.slice(1).forEach((block, i) => {
      this.#children.get(this.order[this.#immediate[i + 1]!]!)!.push(block);
    });
  }

  isReached(block: Block): boolean {
    return this.#index.has(block);
  }

  /** A block twice, if two of its edges lead here. */
  predecessorsOf(block: Block): readonly Block[] {
    return this.#predecessors.get(block) ?? [];
  }

  /** The entry has none. */
  immediateDominatorOf(block: Block): Block | undefined {
    const index = this.#index.get(block);
    return index === undefined || index === 0 ? undefined : this.order[this.#immediate[index]!];
  }

  /** The blocks whose immediate dominator this one is. */
  childrenOf(block: Block): readonly Block[] {
    return this.#children.get(block) ?? [];
  }

  /** Whether every way to `below` leads through `above`; each block dominates itself. */
  dominates(above: Block, below: Block): boolean {
    const limit = this.#index.get(above);
    let index = this.#index.get(below);
    if (limit === undefined || index === undefined) return false;
    while (index > limit) index = this.#immediate[index]!;
    return index === limit;
  }

  #solve(): void {
    this.#immediate[0] = 0;
    for (let changed = true; changed;) {
      changed = false;
      for (let i = 1; i < this.order.length; i++) {
        const known = this.predecessorsOf(this.order[i]!)
          .map((block) => this.#index.get(block)!)
          .filter((index) => this.#immediate[index] !== undefined);
        const nearest = known.reduce((a, b) => this.#common(a, b));
        if (this.#immediate[i] === nearest) continue;
        this.#immediate[i] = nearest;
        changed = true;
      }
    }
  }

  #common(a: number, b: number): number {
    let [low, high] = a < b ? [a, b] : [b, a];
    while (low !== high) {
      high = this.#immediate[high]!;
      if (high < low) [low, high] = [high, low];
    }
    return low;
  }
}

/** Without recursion: functions may have thousands of blocks. */
function reversePostorder(entry: Block): Block[] {
  const finished: Block[] = [];
  const seen = new Set([entry]);
  const path = [{ block: entry, next: [...successorsOf(entry)] }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.next.pop();
    if (next === undefined) {
      finished.push(top.block);
      path.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      path.push({ block: next, next: [...successorsOf(next)] });
    }
  }
  return finished.reverse();
}
