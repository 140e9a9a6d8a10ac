import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * Block d dominates block n if there is no way from the entry, block 0, to n but through d. The immediate dominator of n is
 * the nearest of the others: all the rest of them dominate it. `next` says for each block which ones may come next, perhaps
 * one of them twice. undefined for the entry itself, and for a block to which no way leads.
 */
export const immediateDominators: CompilerQuestions["immediateDominators"] = (next) => {
  const order = reversePostorder(next);
  const place = new Map(order.map((block, i) => [block, i]));
  const immediate = new Map<number, number>([[0, 0]]);

  const common = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y) {
      if (place.get(x)! > place.get(y)!) x = immediate.get(x)!;
      else y = immediate.get(y)!;
    }
    return x;
  };

  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const block of order.slice(1)) {
      const before = order.filter((each) => next[each]!.includes(block) && immediate.has(each));
      const nearest = before.reduce(common);
      if (immediate.get(block) === nearest) continue;
      immediate.set(block, nearest);
      isChanged = true;
    }
  }
  return next.map((_, block) => (block === 0 ? undefined : immediate.get(block)));
};

/** What is reached, each block before those that come after it, but for the ways back. */
function reversePostorder(next: readonly (readonly number[])[]): number[] {
  const seen = new Set<number>();
  const finished: number[] = [];
  const visit = (block: number): void => {
    if (seen.has(block)) return;
    seen.add(block);
    next[block]!.forEach(visit);
    finished.push(block);
  };
  visit(0);
  return finished.reverse();
}
