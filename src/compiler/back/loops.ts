// The loops of a function, and the order in which its blocks should stand.
//
// A loop is a block, its header, and the blocks from which there is a way back to it that does not
// leave what the header dominates.

import { Dominators } from "../ir/dominators";
import type { Block, IrFunction } from "../ir/function";
import { successorsOf } from "../ir/operands";

export interface Loop {
  readonly header: Block;
  readonly blocks: ReadonlySet<Block>;
}

export class Loops {
  readonly dominators: Dominators;
  /** Innermost first. */
  readonly #around = new Map<Block, Loop[]>();

  constructor(ir: IrFunction) {
    this.dominators = new Dominators(ir);
    const loops = this.#find().sort((a, b) => a.blocks.size - b.blocks.size);
    for (const block of this.dominators.order) {
      this.#around.set(block, loops.filter(({ blocks }) => blocks.has(block)));
    }
  }

  /** The loops around a block, the innermost first. */
  around(block: Block): readonly Loop[] {
    return this.#around.get(block) ?? [];
  }

  #find(): Loop[] {
    const loops: Loop[] = [];
    for (const header of this.dominators.order) {
      const latches = this.dominators.predecessorsOf(header)
        .filter((block) => this.dominators.dominates(header, block));
      if (latches.length > 0) loops.push({ header, blocks: this.#body(header, latches) });
    }
    return loops;
  }

  #body(header: Block, latches: readonly Block[]): Set<Block> {
    const blocks = new Set([header]);
    const pending = [...latches];
    for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
      if (blocks.has(block)) continue;
      blocks.add(block);
      pending.push(...this.dominators.predecessorsOf(block));
    }
    return blocks;
  }
}

/**
 * The blocks as they should stand: loops in one piece, a loop's test at its end, so that each round
 * takes one branch; what is rarely run behind everything else.
 */
export function blockOrder(loops: Loops): Block[] {
  const order = piece(loops.dominators.order, undefined, loops);
  const cold = order.filter((block) => isCold(block, loops));
  return [...order.filter((block) => !isCold(block, loops)), ...cold];
}

/** The blocks of one loop, or of the function, in order; inner loops where their headers are. */
function piece(blocks: readonly Block[], loop: Loop | undefined, loops: Loops): Block[] {
  const rest = new Set(blocks);
  const order: Block[] = [];
  for (const block of blocks) {
    if (!rest.has(block)) continue;
    const inner = loops.around(block).find((each) => each.header === block && each !== loop);
    const members = inner === undefined ? [block] : blocks.filter((each) => inner.blocks.has(each));
    order.push(...(inner === undefined ? members : piece(members, inner, loops)));
    for (const member of members) rest.delete(member);
  }
  return loop === undefined ? order : rotated(order, loop);
}

/** The header last, if it is where the loop is left and something in it leads back. */
function rotated(order: readonly Block[], { header, blocks }: Loop): Block[] {
  const isLeft = successorsOf(header).some((block) => !blocks.has(block));
  const [first, ...others] = order;
  return first === header && isLeft && others.length > 0 ? [...others, header] : [...order];
}

/** Ends in a trap or a throw, or is where an exception is caught. The entry is never cold. */
export function isCold(block: Block, { dominators }: Loops): boolean {
  const { terminator } = block;
  if (block === dominators.order[0]) return false;
  if (terminator?.op === "trap" || terminator?.op === "unreachable") return true;
  return dominators.predecessorsOf(block)
    .some(({ terminator: end }) => end?.op === "invoke" && end.handler === block);
}
