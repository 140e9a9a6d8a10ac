// The faults that a vector may have: each a change to the plan of a right one.

import type { Draw } from "../../draw";

/** Registers that are stored and loaded together, and where. */
export interface Unit {
  readonly store: readonly string[];
  readonly load: readonly string[];
  readonly storeAt: number;
  readonly loadAt: number;
}

export interface Plan {
  /** Those through which the program's pc and status go. */
  readonly scratch: Unit;
  readonly units: readonly Unit[];
  /** Where the program's pc and status are kept. */
  readonly stateAt: number;
  readonly scratchIs: "in time" | "overwritten" | "loaded too soon";
  readonly state: "saved" | "status is not" | "too late";
  readonly room: number;
  readonly givenBack: number;
  readonly bytes: number;
}

/** Changes to a unit that is stored and loaded. Those of `UNCONDITIONAL` show whatever the handler does. */
const UNCONDITIONAL = {
  "exchanged":        (unit: Unit): Unit => ({ ...unit, load: [unit.load[1]!, unit.load[0]!] }),
  "not stored":       (unit: Unit): Unit => ({ ...unit, store: [] }),
  "half stored":      (unit: Unit): Unit => ({ ...unit, store: unit.store.slice(0, 1) }),
  "over another":     (unit: Unit, bytes: number): Unit => ({ ...unit, storeAt: beside(unit.storeAt, bytes), loadAt: beside(unit.loadAt, bytes) }),
  "loaded elsewhere": (unit: Unit, bytes: number): Unit => ({ ...unit, loadAt: beside(unit.loadAt, bytes) }),
} as const;

const CONDITIONAL = {
  "left out":    (unit: Unit): Unit => ({ ...unit, store: [], load: [] }),
  "half left":   (unit: Unit): Unit => ({ ...unit, store: unit.store.slice(0, 1), load: unit.load.slice(0, 1) }),
  "not loaded":  (unit: Unit): Unit => ({ ...unit, load: [] }),
  "half loaded": (unit: Unit): Unit => ({ ...unit, load: unit.load.slice(0, 1) }),
} as const;

const beside = (at: number, bytes: number): number => (at === 0 ? bytes : at - bytes);

/** Four or five faults: two of units, one of the state or of the scratch registers or of the frame, perhaps more. */
export function spoil(draw: Draw, plan: Plan): Plan {
  const [first, second, third] = draw.shuffle(plan.units.map((_, i) => i));
  const always = draw.pick(Object.values(UNCONDITIONAL));
  const whenChanged = draw.shuffle(Object.values(CONDITIONAL));
  const units = plan.units.map((unit, i) => {
    if (i === first) return always(unit, plan.bytes);
    if (i === second) return whenChanged[0]!(unit);
    return i === third && draw.bits(1) === 1 ? whenChanged[1]!(unit) : unit;
  });
  return spoilRest(draw, { ...plan, units });
}

function spoilRest(draw: Draw, plan: Plan): Plan {
  const state = draw.pick(["saved", "status is not", "too late"] as const);
  const scratchIs = state === "saved" ? draw.pick(["overwritten", "loaded too soon"] as const) : draw.pick(["in time", "in time", "loaded too soon"] as const);
  switch (draw.below(4)) {
    case 0:  return { ...plan, state, scratchIs, room: plan.room - plan.bytes, givenBack: plan.givenBack - plan.bytes };
    case 1:  return { ...plan, state, scratchIs, givenBack: plan.givenBack + plan.bytes * draw.pick([-1, 1]) };
    default: return { ...plan, state, scratchIs };
  }
}
