// Register allocation as a whole: scan, move to the frame what got no register, and scan again,
// until everything has a place. It ends, since what a round adds is alive for one instruction only.

import type { MachineBlock, MachineFunction, Register } from "./machine";
import { isVirtual } from "./machine";
import { ALL_REGISTERS, CALLER_SAVED, type Scan, scan, type Taken } from "./allocate";
import { hintsOf } from "./hints";
import { type Interval, type Liveness, livenessOf } from "./liveness";
import type { BackParts } from "./parts";
import { type Home, type Homes, rewrite, slotsOf } from "./spill";

/** Where a value is: in a machine register, in the frame, or nowhere, being made when wanted. */
export type Location = Register | Home;

export interface Allocation {
  readonly machine: MachineFunction;
  locationOf(register: Register): Location;
  /** As they were before anything was moved to the frame, in the order in which they begin. */
  readonly intervals: readonly Interval[];
  /** How often the scan was run. */
  readonly rounds: number;
  /** Words in the frame for what has no register. */
  readonly spills: number;
}

export function allocate(machine: MachineFunction, parts: Partial<BackParts> = {}): Allocation {
  const homes: Homes = new Map();
  const firstFresh = machine.registers;
  const fresh = (): Register => machine.registers++;
  const first = livenessOf(machine, parts.liveIn);
  rewrite(machine, aliveInHandlers(machine, first), homes, fresh);
  for (let rounds = 1; ; rounds++) {
    const { intervals, starts } = livenessOf(machine, parts.liveIn);
    const rest = intervals.filter(({ register }) => !homes.has(register));
    const taken = takenIn(machine, starts);
    const isFixed = (register: Register): boolean => register >= firstFresh;
    const { assigned, spilled } = parts.assign === undefined
      ? scan(rest, taken, hintsOf(machine), isFixed)
      : scanBy(parts.assign, rest, taken, isFixed);
    if (spilled.size > 0) {
      rewrite(machine, spilled, homes, fresh);
      continue;
    }
    const locationOf = (register: Register): Location =>
      (isVirtual(register) ? assigned.get(register) ?? homes.get(register) ?? 0 : register);
    const spills = slotsOf(homes);
    return { machine, locationOf, intervals: first.intervals, rounds, spills };
  }
}

/** The scan by somebody else's part. */
function scanBy(
  assign: BackParts["assign"], intervals: readonly Interval[], taken: readonly Taken[],
  isFixed: (register: Register) => boolean,
): Scan {
  const candidates = intervals.map(({ register, ranges, weight }) =>
    ({ ranges, weight, isFixed: isFixed(register) }));
  const rows = ALL_REGISTERS.map((register) => taken
    .filter((each) => each.register === register).map(({ range }) => range));
  const answers = assign(candidates, rows);
  const assigned = new Map<Register, Register>();
  intervals.forEach(({ register }, i) => {
    const machine = ALL_REGISTERS[answers[i] ?? -1];
    if (machine !== undefined) assigned.set(register, machine);
  });
  const rest = intervals.filter(({ register }) => !assigned.has(register));
  return { assigned, spilled: new Set(rest.map(({ register }) => register)) };
}

/** A handler finds the frame and nothing else: what is alive there must be in it. */
function aliveInHandlers({ blocks }: MachineFunction, { liveIn }: Liveness): Set<Register> {
  const handlers = blocks.filter(({ instructions: [first] }) => first?.op === "catch");
  return new Set(handlers.flatMap((block) => [...liveIn.get(block)!]));
}

/** Calls lose X0 to X15; assembly loses the registers that it names. */
export function takenIn(
  { blocks }: MachineFunction, starts: ReadonlyMap<MachineBlock, number>,
): Taken[] {
  return blocks.flatMap((block) => block.instructions.flatMap((instruction, position) => {
    const i = starts.get(block)! + position;
    if (instruction.op === "call") {
      const range = { from: 2 * i + 1, to: 2 * i + 2 };
      return CALLER_SAVED.map((register) => ({ register, range }));
    }
    if (instruction.op !== "assembly") return [];
    const range = { from: 2 * i, to: 2 * i + 2 };
    return namedIn(instruction.text).map((register) => ({ register, range }));
  }));
}

const namedIn = (text: string): Register[] =>
  [...text.matchAll(/\b[xw](\d+)\b/gi)].map(([, number]) => Number(number));

