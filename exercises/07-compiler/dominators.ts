import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * Block d dominates block n if there is no way from the entry, block 0, to n but through d. The immediate dominator of n is
 * the nearest of the others: all the rest of them dominate it. `next` says for each block which ones may come next, perhaps
 * one of them twice. undefined for the entry itself, and for a block to which no way leads.
 */
export const immediateDominators: CompilerQuestions["immediateDominators"] = (next) => {
  throw new Error(`Return the immediate dominator of each of ${next.length} blocks, undefined for block 0.`);
};
