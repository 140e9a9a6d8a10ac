// Moves that happen at once: the arguments of a call, of a jump. Done one after the other, a move
// must not overwrite what a later one still reads; where they go round in a circle, one of them
// waits in X16.

import type { MachineInstruction } from "./machine";
import { SCRATCH, SCRATCH_2 } from "./machine";
import type { BackParts, PlaceMove } from "./parts";
import type { Location } from "./registers";

export interface Move {
  readonly from: Location;
  readonly to: Location;
}

type Step = MachineInstruction extends infer I
  ? I extends MachineInstruction ? Omit<I, "at"> : never
  : never;

/** The moves as instructions. Places have names while their order is found. */
export function inSequence(
  moves: readonly Move[], order: BackParts["sequence"] = sequence,
): Step[] {
  const places = new Map<string, Location>([["spare", SCRATCH]]);
  const nameOf = (location: Location): string => {
    const name = keyOf(location);
    places.set(name, location);
    return name;
  };
  const named = moves.map(({ from, to }) => ({ from: nameOf(from), to: nameOf(to) }));
  return order(named, "spare")
    .flatMap(({ from, to }) => one({ from: places.get(from)!, to: places.get(to)! }));
}

/** As few moves as it takes, one after the other. */
export function sequence(moves: readonly PlaceMove[], spare: string): PlaceMove[] {
  const steps: PlaceMove[] = [];
  let pending = moves.filter(({ from, to }) => from !== to);
  while (pending.length > 0) {
    const free = pending.find(({ to }) => pending.every(({ from }) => from !== to));
    if (free !== undefined) {
      steps.push(free);
      pending = pending.filter((move) => move !== free);
      continue;
    }
    // Each target is still to be read: a circle. One value steps aside.
    const waiting = pending[0]!.from;
    steps.push({ from: waiting, to: spare });
    pending = pending.map(({ from, to }) => ({ from: from === waiting ? spare : from, to }));
  }
  return steps;
}

/** One move, through X17 where neither side is a register. */
function one({ from, to }: Move): Step[] {
  if (typeof to !== "number") {
    if (to.op !== "slot") return [];
    if (typeof from === "number") return [{ op: "store slot", slot: to.slot, from }];
    return [...one({ from, to: SCRATCH_2 }), { op: "store slot", slot: to.slot, from: SCRATCH_2 }];
  }
  if (typeof from === "number") return [{ op: "move", from, to }];
  return [from.op === "slot" ? { op: "load slot", slot: from.slot, to } : { ...from, to }];
}

/** The same for two places that are one. */
function keyOf(location: Location): string {
  if (typeof location === "number") return `x${location}`;
  switch (location.op) {
    case "slot":     return `${location.slot.kind} ${location.slot.index}`;
    case "constant": return `= ${location.value}`;
    case "address":  return `@ ${location.symbol}`;
  }
}
