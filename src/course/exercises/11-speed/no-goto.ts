import type { JitParts, Shape } from "../../../machine/jit/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";

type ShapesOf = JitParts["shapesOf"];
type Graph = readonly (readonly number[])[];

/** "M": a merge, "L": a loop, "W": wild; nothing of it: "". */
const shape = (letters: string): Shape => ({ isMerge: letters.includes("M"), isLoop: letters.includes("L"), isWild: letters.includes("W") });

const caseOf = (graph: Graph, shapes: readonly string[], why: string): Case<ShapesOf> =>
  ({ args: [graph, ...drawn(graph)], want: shapes.map(shape), why });

/** Reverse postorder and dominators, these by their definition. */
function drawn(graph: Graph): [order: number[], dominator: number[]] {
  const finished: number[] = [];
  const seen = new Set<number>();
  const visit = (node: number): void => {
    seen.add(node);
    for (const to of [...graph[node]!].reverse()) if (!seen.has(to)) visit(to);
    finished.push(node);
  };
  visit(0);
  const order = graph.map((_, node) => finished.length - 1 - finished.indexOf(node));
  const above = graph.map((_, node) => strictDominators(graph, node));
  return [order, graph.map((_, node) => (node === 0 ? 0 : above[node]!.find((d) => above[d]!.length === above[node]!.length - 1)!))];
}

const dominates = (graph: Graph, node: number, other: number): boolean => node === other || !reachedWithout(graph, node).has(other);

const strictDominators = (graph: Graph, node: number): number[] =>
  [...graph.keys()].filter((other) => other !== node && dominates(graph, other, node));

function reachedWithout(graph: Graph, removed: number): Set<number> {
  const seen = new Set<number>();
  const waiting = [0];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node) || node === removed) continue;
    seen.add(node);
    waiting.push(...graph[node]!);
  }
  return seen;
}

const REDUCIBLE: readonly Case<ShapesOf>[] = [
  caseOf([[]], [""], "the root alone"),
  caseOf([[1], [2], []], ["", "", ""], "one behind the other: nothing to be said"),
  caseOf([[1], [2, 3], [4], [4], []], ["", "", "", "", "M"], "if and else: both go on at 4"),
  caseOf([[1], [2, 3], [1], []], ["", "L", "", ""], "a loop; its way in is one edge forward, so it is no merge"),
  caseOf([[1], [1, 2], []], ["", "L", ""], "a block that goes on at itself"),
  caseOf([[1, 2], [2], [3, 2], []], ["", "", "ML", ""], "a loop that is entered from two places: both"),
  caseOf([[1], [2, 2], []], ["", "", "M"], "a branch whose two ways are the same: two edges"),
  caseOf([[1], [2, 4], [3, 5], [2], [5], []], ["", "", "L", "", "", "M"], "a loop inside an if"),
  caseOf([[1], [2], [3, 1], [2, 4], []], ["", "L", "L", "", ""], "a loop in a loop"),
  caseOf([[1], [2, 3], [1], [1, 4], []], ["", "L", "", "", ""], "continue: two edges back are one loop, and no merge"),
];

const IRREDUCIBLE: readonly Case<ShapesOf>[] = [
  caseOf([[1, 2], [2], [1]], ["", "M", "W"], "a circle with two ways in: neither of the two dominates the other"),
  caseOf([[1, 2], [3], [3, 1], [2]], ["", "M", "W", "M"], "a circle of three, with two ways in"),
  caseOf([[1, 3], [2], [3, 1], [4, 2], []], ["", "M", "W", "W", ""], "a loop, and a jump into its middle from behind"),
  caseOf([[1, 2], [2], [1, 2]], ["", "M", "LW"], "a loop and wild: from itself, and from what it does not dominate"),
  caseOf([[1, 2], [1, 2], [1]], ["", "ML", "W"], "a loop of one and a merge, and its neighbour is wild"),
];

function drawCase(draw: Draw): Case<ShapesOf> {
  const count = draw.between(2, 14);
  const graph: number[][] = Array.from({ length: count }, () => []);
  // A path to each node, and then whatever else.
  for (let node = 1; node < count; node++) graph[draw.below(node)]!.push(node);
  for (const after of graph) {
    if (draw.bits(1) === 1) after.push(draw.between(1, count - 1));
  }
  const shuffled = graph.map((after) => draw.shuffle(after));
  const [order, dominator] = drawn(shuffled);
  return { args: [shuffled, order, dominator], want: reference(shuffled, order) };
}

function reference(graph: Graph, order: readonly number[]): Shape[] {
  return graph.map((_, node) => {
    const from = graph.flatMap((after, other) => after.filter((to) => to === node).map(() => other));
    const back = from.filter((other) => order[node]! <= order[other]!);
    return {
      isMerge: from.length - back.length >= 2,
      isLoop: back.some((other) => dominates(graph, node, other)),
      isWild: back.some((other) => !dominates(graph, node, other)),
    };
  });
}

const NAMES = [["isMerge", "merge"], ["isLoop", "loop"], ["isWild", "wild"]] as const;

function showShape(it: Shape | undefined, node: number): string {
  if (typeof it !== "object") return `${node}: ${showPlain(it)}`;
  return `${node}: ${NAMES.flatMap(([key, name]) => (it[key] ? [name] : [])).join(" ") || "-"}`;
}

export const noGoto: Trial<ShapesOf> = {
  show: {
    call: (graph, order, dominator) =>
      `shapesOf(${graph.map((to, i) => `${i} -> ${to.join(" ") || "-"}`).join(", ")}; order ${order.join(" ")}; dominators ${dominator.join(" ")})`,
    answer: (answer) => (Array.isArray(answer) ? answer.map(showShape).join(", ") : showPlain(answer)),
  },
  properties: [
    { title: "knows the shapes that languages have", cases: () => REDUCIBLE },
    { title: "knows a circle that is no loop", cases: () => IRREDUCIBLE },
    { title: "agrees with the definitions", cases: (draw) => draw.times(200, () => drawCase(draw)) },
  ],
};
