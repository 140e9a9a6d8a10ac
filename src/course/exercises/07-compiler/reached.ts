import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { CompilerQuestions } from "./questions";

type Reached = CompilerQuestions["reached"];
type Uses = Readonly<Record<string, readonly string[]>>;

const caseOf = (uses: Uses, roots: readonly string[], want: readonly string[], why: string): Case<Reached> =>
  ({ args: [uses, roots], want, why });

const TELLING: readonly Case<Reached>[] = [
  caseOf({}, ["_start"], ["_start"], "what has no row mentions nothing, and is there all the same"),
  caseOf({ _start: ["prepare", "program"] }, ["_start"], ["_start", "prepare", "program"], "in the order of sort()"),
  caseOf({ program: ["print"], print: ["UARTDR"], sort: ["merge"] }, ["program"], ["UARTDR", "print", "program"], "nobody mentions sort; capitals come first"),
  caseOf({ a: ["b"], b: ["c"], c: ["a"] }, ["b"], ["a", "b", "c"], "a circle, from its middle"),
  caseOf({ fib: ["fib", "fib"] }, ["fib"], ["fib"], "it mentions itself, twice"),
  caseOf({ a: ["shared"], b: ["shared"], c: ["other"] }, ["a", "b"], ["a", "b", "shared"], "two roots, and what both lead to"),
  caseOf({ a: ["b"] }, [], [], "no roots"),
  caseOf({ sort: ["program"], program: [] }, ["program"], ["program"], "who mentions it is not what it mentions"),
  caseOf({ a: ["a", "b"] }, ["a", "a"], ["a", "b"], "a root that is said twice"),
];

/** Found by rounds: what is mentioned by what is known. */
function reference(uses: Uses, roots: readonly string[]): string[] {
  let known = new Set(roots);
  for (;;) {
    const more = new Set([...known, ...[...known].flatMap((name) => uses[name] ?? [])]);
    if (more.size === known.size) return [...known].sort();
    known = more;
  }
}

function drawUses(draw: Draw): Case<Reached> {
  const names = Array.from({ length: draw.between(2, 14) }, (_, i) => `f${draw.below(1000)}-${i}`);
  const uses = Object.fromEntries(names.filter(() => draw.below(5) > 0).map((name) => [name, draw.times(draw.below(4), () => draw.pick(names))]));
  const roots = draw.times(draw.between(0, 3), () => draw.pick(names));
  return { args: [uses, roots], want: reference(uses, roots) };
}

function long(): Case<Reached> {
  const name = (i: number): string => `f${String(i).padStart(5, "0")}`;
  const names = Array.from({ length: 2000 }, (_, i) => name(i));
  const uses = Object.fromEntries(names.slice(1).map((each, i) => [name(i), [each]]));
  return { args: [uses, [name(0)]], want: names, why: "a chain of 2,000" };
}

const rowText = ([name, uses]: readonly [string, readonly string[]]): string => `${name}: ${uses.join(" ") || "nothing"}`;

export const reached: Trial<Reached> = {
  show: {
    call: (uses, roots) => `reached({ ${Object.entries(uses).slice(0, 14).map(rowText).join(", ")} }, [${roots.join(", ")}])`,
    answer: (answer) => `[${answer.slice(0, 20).join(", ")}${answer.length > 20 ? ", ..." : ""}]`,
  },
  properties: [
    { title: "holds what is mentioned", cases: () => TELLING },
    { title: "follows a long chain", cases: () => [long()] },
    { title: "agrees with the reference", cases: (draw) => draw.times(300, () => drawUses(draw)) },
  ],
};
