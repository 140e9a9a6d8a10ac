import type { BackParts, PlaceMove } from "../../../compiler/back/parts";
import { sequence as ours } from "../../../compiler/back/moves";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { Wrong } from "../wrong";

type Sequence = BackParts["sequence"];

/** "x1 x0, x2 x1": from, to. */
const parse = (text: string): PlaceMove[] =>
  text.split(", ").filter((each) => each !== "").map((each) => ({ from: each.split(" ")[0]!, to: each.split(" ")[1]! }));

function caseOf(moves: readonly PlaceMove[], spare: string, why?: string): Case<Sequence> {
  const want = ours(moves, spare);
  return {
    args: [moves, spare], want, ...(why !== undefined && { why }),
    accept: (answer) => {
      const wrong = mistakeIn(answer, moves, spare, want.length);
      if (wrong !== undefined) throw new Wrong(wrong);
    },
  };
}

function mistakeIn(answer: unknown, moves: readonly PlaceMove[], spare: string, most: number): string | undefined {
  if (!Array.isArray(answer)) return "it is no list of moves";
  const held = new Map<string, string>();
  const valueIn = (place: string): string => held.get(place) ?? place;
  for (const step of answer as readonly Partial<PlaceMove>[]) {
    const { from, to } = step;
    if (typeof from !== "string" || typeof to !== "string") return "a step is not { from, to }";
    if (to !== spare && moves.every((move) => move.to !== to)) return `${to} is written, and nobody asked for it`;
    held.set(to, valueIn(from));
  }
  const missed = moves.find(({ from, to }) => valueIn(to) !== from);
  if (missed !== undefined) return `${missed.to} holds what ${valueIn(missed.to)} held, not ${missed.from}`;
  return answer.length > most ? `${answer.length} moves, where ${most} would do` : undefined;
}

const TELLING: readonly (readonly [moves: string, why: string, spare?: string])[] = [
  ["", "nothing to do"],
  ["x1 x0", "one"],
  ["x0 x0", "from a place to itself"],
  ["x1 x0, x2 x1", "in the order in which they stand"],
  ["x0 x1, x1 x2", "the second first, or x1 is lost"],
  ["x0 x1, x1 x2, x2 x3", "the last one first"],
  ["x0 x1, x1 x0", "an exchange: through x16"],
  ["x0 x16, x16 x0", "an exchange: through x17, which is the spare place here", "x17"],
  ["x0 x1, x1 x2, x2 x0", "a circle of three: four moves"],
  ["x1 x0, x2 x1, x0 x2", "a circle of three, the other way"],
  ["x0 x1, x1 x0, x2 x3, x3 x2", "two circles, and x16 for both"],
  ["x0 x1, x0 x2", "one value for two"],
  ["x0 x1, x1 x0, x0 x2", "a circle, and a value of it that is wanted outside too"],
  ["x0 x1, x1 x0, x4 x4", "a circle, and one that stays"],
  ["[sp] x0, x0 [sp]", "a word of the frame is a place like any other"],
  ["=5 x0, x0 x1", "a constant is read, and never written"],
];

function drawMoves(draw: Draw): Case<Sequence> {
  const places = ["x0", "x1", "x2", "x3", "x4", "x19", "[sp]", "[sp, #8]"].slice(0, draw.between(2, 8));
  const targets = draw.shuffle(places).slice(0, draw.between(1, places.length));
  const isPermutation = draw.bits(1) === 1;
  const sources = isPermutation ? draw.shuffle(targets) : targets.map(() => draw.pick([...places, "=7"]));
  return caseOf(targets.map((to, i) => ({ from: sources[i]!, to })), draw.pick(["x16", "x17", "[sp, #16]"]));
}

const text = (moves: readonly PlaceMove[]): string => moves.map(({ from, to }) => `${to} = ${from}`).join(", ");

export const parallelMoves: Trial<Sequence> = {
  show: { call: (moves, spare) => `sequence(${text(moves) || "nothing"}; spare ${spare})`, answer: (answer) => text(answer) || "nothing" },
  properties: [
    { title: "loses nothing", cases: () => TELLING.map(([moves, why, spare = "x16"]) => caseOf(parse(moves), spare, why)) },
    { title: "loses nothing, whatever goes where", cases: (draw) => draw.times(500, () => drawMoves(draw)) },
  ],
};
