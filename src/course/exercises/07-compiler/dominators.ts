import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import type { CompilerQuestions } from "./questions";

type ImmediateDominators = CompilerQuestions["immediateDominators"];
type Graph = readonly (readonly number[])[];
type Answer = ReturnType<ImmediateDominators>;

const caseOf = (next: Graph, want: Answer, why: string): Case<ImmediateDominators> => ({ args: [next], want, why });

const TELLING: readonly Case<ImmediateDominators>[] = [
  caseOf([[]], [undefined], "the entry alone"),
  caseOf([[1], [2], []], [undefined, 0, 1], "one behind the other"),
  caseOf([[1, 2], [3], [3], []], [undefined, 0, 0, 0], "if and else: what comes behind is dominated by the if, and by neither branch"),
  caseOf([[1], [2, 3], [1], []], [undefined, 0, 1, 1], "a loop: the way back changes nothing"),
  caseOf([[1, 1], []], [undefined, 0], "both ways lead to the same block"),
  caseOf([[0, 1], []], [undefined, 0], "a loop to the entry itself"),
  caseOf([[2], [2], []], [undefined, undefined, 0], "block 1 leads there, but nothing leads to it"),
  caseOf([[1, 4], [2, 3], [4], [4], []], [undefined, 0, 1, 1, 0], "one if in another"),
  caseOf([[1, 2], [2], [1]], [undefined, 0, 0], "a circle that is entered at two places: no loop of any language, but a graph"),
  caseOf([[3], [], [1], [2]], [undefined, 2, 3, 0], "in no order"),
  caseOf([[1], [2, 5], [3, 4], [1], [2], []], [undefined, 0, 1, 2, 2, 1], "a loop in a loop"),
];

/** A block dominates those that are no longer reached when it is taken away. */
function reference(next: Graph): Answer {
  const all = reachedWithout(next, undefined);
  const dominated = next.map((_, d) => (all.has(d) ? [...all].filter((n) => n !== d && !reachedWithout(next, d).has(n)) : []));
  return next.map((_, n) => {
    const above = dominated.flatMap((below, d) => (below.includes(n) ? [d] : []));
    return above.find((d) => above.every((other) => other === d || dominated[other]!.includes(d)));
  });
}

function reachedWithout(next: Graph, removed: number | undefined): Set<number> {
  const seen = new Set<number>();
  const waiting = [0];
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    if (seen.has(block) || block === removed) continue;
    seen.add(block);
    waiting.push(...next[block]!);
  }
  return seen;
}

function drawGraph(draw: Draw): Case<ImmediateDominators> {
  const count = draw.between(2, 12);
  const order = [0, ...draw.shuffle(Array.from({ length: count - 1 }, (_, i) => i + 1))];
  const next: number[][] = Array.from({ length: count }, () => []);
  order.forEach((block, i) => {
    const ahead = order[i + 1];
    if (ahead !== undefined && draw.below(8) > 0) next[block]!.push(ahead);
    if (draw.bits(1) === 1) next[block]!.push(draw.below(count));
  });
  return { args: [next], want: reference(next) };
}

export const dominators: Trial<ImmediateDominators> = {
  show: {
    call: (next) => `immediateDominators(${next.map((to, i) => `${i} -> ${to.join(" ") || "-"}`).join(", ")})`,
    answer: (answer) => (Array.isArray(answer) ? answer.map((d, i) => `${i}: ${d ?? "-"}`).join(", ") : showPlain(answer)),
  },
  properties: [
    { title: "finds what must have been passed", cases: () => TELLING },
    { title: "agrees with the definition", cases: (draw) => draw.times(400, () => drawGraph(draw)) },
  ],
};
