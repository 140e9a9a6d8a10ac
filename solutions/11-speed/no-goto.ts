import type { JitParts } from "../../src/machine/jit/parts";

/**
 * What each node of a graph becomes where there is no goto. `order` gives each node its place in reverse postorder, and an edge
 * goes back if its target's place is not behind its own: a node that goes on to itself goes back, too. Node 0 is the root,
 * and `dominator` has each node's immediate dominator, the root's being the root itself.
 *
 * A node is a merge if two edges or more go forward to it, from one node or from several. It is a loop if an edge goes back
 * to it from a node that it dominates (each node dominates itself), and wild if one does from a node that it does not
 * dominate. It may be all three.
 */
export const shapesOf: JitParts["shapesOf"] = (graph, order, dominator) => {
  const dominates = (node: number, other: number): boolean => {
    let at = other;
    while (at !== node && at !== 0) at = dominator[at]!;
    return at === node;
  };
  const edges = graph.flatMap((after, from) => after.map((to) => ({ from, to, isBack: order[to]! <= order[from]! })));
  return graph.map((_, node) => {
    const here = edges.filter(({ to }) => to === node);
    const back = here.filter(({ isBack }) => isBack);
    return {
      isMerge: here.length - back.length > 1,
      isLoop: back.some(({ from }) => dominates(node, from)),
      isWild: back.some(({ from }) => !dominates(node, from)),
    };
  });
};
