// The ID register of a processor that was never built: what A64's are made of, and what they could have been made of.

import type { Draw } from "../../draw";

// Types, not interfaces: only a type is Plain.
export type IdField =
  /** Versions: the number, unsigned or in two's complement, is at least so much. */
  | { readonly kind: "versions"; readonly signed: boolean; readonly has: readonly (readonly [atLeast: number, feature: string])[] }
  /** A bit that is 1 if something is missing. */
  | { readonly kind: "missing"; readonly feature: string }
  /** A bit that says something only where another feature is there. */
  | { readonly kind: "depends"; readonly feature: string; readonly on: string }
  /** How many there are. */
  | { readonly kind: "count"; readonly things: string; readonly as: "n + 1" | "2 ^ n" };

export type PlacedField = { readonly high: number; readonly low: number; readonly field: IdField };

export type ClaimsVariant = { readonly processor: string; readonly fields: readonly PlacedField[] };

const PROCESSORS = ["Albatross", "Auk", "Fulmar", "Gannet", "Kittiwake", "Petrel", "Puffin", "Skua"] as const;
const FEATURES = [
  "anvil", "auger", "bellows", "bodkin", "chisel", "crucible", "dowel", "flail", "gimlet", "hasp", "ladle", "mallet", "pestle", "pulley", "quern", "rasp",
  "sickle", "spindle", "spokeshave", "trivet", "trowel", "whetstone", "winch", "windlass",
] as const;
const THINGS = ["buckets", "candles", "feathers", "lanterns", "marbles", "needles", "pegs", "thimbles"] as const;

export function drawClaimsVariant(draw: Draw): ClaimsVariant {
  const names: string[] = draw.shuffle(FEATURES);
  const next = (): string => names.pop()!;
  const thresholds = (from: number): readonly [number, number] => {
    const first = from + draw.below(2);
    return [first, first + draw.between(1, 2)];
  };
  const versions = (signed: boolean): IdField => {
    const [first, second] = thresholds(signed ? draw.pick([-1, 0]) : 1);
    return { kind: "versions", signed, has: [[first, next()], [second, next()]] };
  };
  const fields: IdField[] = [versions(false), versions(false), versions(true), { kind: "missing", feature: next() }, { kind: "missing", feature: next() }];
  const on = draw.pick(fields.flatMap((field) => (field.kind === "versions" ? field.has.map(([, feature]) => feature) : [])));
  const count: IdField = { kind: "count", things: draw.pick(THINGS), as: draw.pick(["n + 1", "2 ^ n"] as const) };
  return { processor: draw.pick(PROCESSORS), fields: place(draw, draw.shuffle([...fields, { kind: "depends", feature: next(), on }, count])) };
}

/** Somewhere in 64 bits, the uppermost first. */
function place(draw: Draw, fields: readonly IdField[]): PlacedField[] {
  let low = 0;
  return fields.map((field) => {
    low += draw.below(5);
    const bits = field.kind === "missing" || field.kind === "depends" ? 1 : field.kind === "count" ? draw.between(2, 4) : draw.between(4, 6);
    const placed = { high: low + bits - 1, low, field };
    low += bits;
    return placed;
  }).reverse();
}
