// A graph of blocks becomes loops, blocks and ifs: WebAssembly has no goto (N. Ramsey, "Beyond
// Relooper", ICFP 2022). The nodes of the dominator tree nest as the code will:
//
// 1. A node that several others go forward to is placed behind a `block`, which they leave by br.
// 2. A node that is gone back to from what it dominates is a `loop`.
// 3. Whatever else is gone back to becomes one of the root's successors: the root is a loop around
//    all, which begins with a switch. So are the region's entries.
//
// Node 0 is the root.

import type { JitParts, Shape } from "./parts";

export interface Structure {
  /** Each node's place in reverse postorder. */
  readonly order: readonly number[];
  /** Children in the dominator tree, those that come last in the order first. */
  readonly children: readonly (readonly number[])[];
  readonly isMerge: readonly boolean[];
  /** Gone back to from what it dominates. */
  readonly isLoop: readonly boolean[];
  readonly dominator: readonly number[];
  /** What the root's switch chooses between. */
  readonly entries: readonly number[];
}

/** `successors[n]` of node n; `entries` are the root's. All can be reached. */
export function structureOf(
  successors: readonly (readonly number[])[], entries: readonly number[],
  shapes: JitParts["shapesOf"] = shapesOf,
): Structure {
  const all = [...entries];
  for (;;) {
    const graph = [all, ...successors.slice(1)];
    const order = reversePostorder(graph);
    const dominator = dominatorsOf(graph, order);
    const shape = shapes(graph, order, dominator);
    const wild = findWild(shape, all);
    if (wild === -1) return describe(shape, order, dominator, all);
    all.push(wild);
  }
}

/** Whether the edge goes back, or stays. */
export const goesBack = (order: readonly number[], from: number, to: number): boolean =>
  order[to]! <= order[from]!;

function reversePostorder(graph: readonly (readonly number[])[]): number[] {
  const order = graph.map(() => -1);
  const seen = graph.map(() => false);
  let next = graph.length - 1;
  const visit = (node: number): void => {
    seen[node] = true;
    const after = graph[node]!;
    for (let i = after.length - 1; i >= 0; i--) if (!seen[after[i]!]!) visit(after[i]!);
    order[node] = next--;
  };
  visit(0);
  return order;
}

/** Immediate dominators (K. Cooper, T. Harvey, K. Kennedy). The root's is itself. */
function dominatorsOf(
  graph: readonly (readonly number[])[], order: readonly number[],
): number[] {
  const nodes = graph.map((_, node) => node).filter((node) => order[node]! >= 0)
    .sort((a, b) => order[a]! - order[b]!);
  const before = graph.map((): number[] => []);
  graph.forEach((after, node) => { for (const to of after) before[to]!.push(node); });
  const dominator = graph.map(() => -1);
  dominator[0] = 0;
  for (let isChanging = true; isChanging;) {
    isChanging = false;
    for (const node of nodes) {
      if (node === 0) continue;
      let common = -1;
      for (const from of before[node]!) {
        if (dominator[from] === -1) continue;
        common = common === -1 ? from : meet(common, from, dominator, order);
      }
      if (dominator[node] !== common) isChanging = true;
      dominator[node] = common;
    }
  }
  return dominator;
}

function meet(
  one: number, other: number, dominator: readonly number[], order: readonly number[],
): number {
  let [a, b] = [one, other];
  while (a !== b) {
    while (order[a]! > order[b]!) a = dominator[a]!;
    while (order[b]! > order[a]!) b = dominator[b]!;
  }
  return a;
}

export function dominates(
  node: number, other: number, dominator: readonly number[], order: readonly number[],
): boolean {
  let at = other;
  while (order[at]! > order[node]!) at = dominator[at]!;
  return at === node;
}

/** A node that is gone back to from what it does not dominate, and no switch leads to; or -1. */
function findWild(shape: readonly Shape[], entries: readonly number[]): number {
  return shape.findIndex(({ isWild }, node) => isWild && !entries.includes(node));
}

/** See parts.ts. */
export function shapesOf(
  graph: readonly (readonly number[])[], order: readonly number[], dominator: readonly number[],
): Shape[] {
  const forward = graph.map(() => 0);
  const isLoop = graph.map(() => false);
  const isWild = graph.map(() => false);
  graph.forEach((after, from) => {
    for (const to of after) {
      if (!goesBack(order, from, to)) forward[to]!++;
      else if (dominates(to, from, dominator, order)) isLoop[to] = true;
      else isWild[to] = true;
    }
  });
  return graph.map((_, node) =>
    ({ isMerge: forward[node]! > 1, isLoop: isLoop[node]!, isWild: isWild[node]! }));
}

function describe(
  shape: readonly Shape[], order: readonly number[], dominator: readonly number[],
  entries: readonly number[],
): Structure {
  const children = shape.map((): number[] => []);
  for (let node = 1; node < shape.length; node++) children[dominator[node]!]!.push(node);
  for (const list of children) list.sort((a, b) => order[b]! - order[a]!);
  const isSwitched = (node: number): boolean => entries.length > 1 && entries.includes(node);
  const isMerge = shape.map((each, node) => each.isMerge || isSwitched(node));
  const isLoop = shape.map((each) => each.isLoop);
  return { order, children, isMerge, isLoop, dominator, entries };
}
