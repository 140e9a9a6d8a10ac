// Moves that happen at once: the arguments of a call, of a jump. Done one after the other, a move
// must not overwrite what a later one still reads; where they go round in a circle, one of them
// waits in X16.

import type { MachineInstruction, Register } from "./machine";
import { SCRATCH, SCRATCH_2 } from "./machine";
import type { Location } from "./registers";

export interface Move {
  readonly from: Location;
  readonly to: Location;
}

type Step = MachineInstruction extends infer I
  ? I extends MachineInstruction ? Omit<I, "at"> : never
  : never;

export function inSequence(moves: readonly Move[]): Step[] {
  const steps: Step[] = [];
  let pending = moves.filter(({ from, to }) => keyOf(from) !== keyOf(to));
  while (pending.length > 0) {
    const free = pending.find(({ to }) => pending.every(({ from }) => keyOf(from) !== keyOf(to)));
    if (free !== undefined) {
      steps.push(...one(free));
      pending = pending.filter((move) => move !== free);
      continue;
    }
    // Each target is still to be read: a circle. One value steps aside.
    const waiting = pending[0]!.from;
    steps.push(...one({ from: waiting, to: SCRATCH }));
    pending = pending.map((move) =>
      (keyOf(move.from) === keyOf(waiting) ? { ...move, from: SCRATCH } : move));
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
function keyOf(location: Location): string | Register {
  if (typeof location === "number") return location;
  switch (location.op) {
    case "slot":     return `${location.slot.kind} ${location.slot.index}`;
    case "constant": return `= ${location.value}`;
    case "address":  return `@ ${location.symbol}`;
  }
}
