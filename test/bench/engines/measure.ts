// Has machines make their passes, and holds their checksums together.

import type { Workshop } from "./build";
import { type Machine, type MachineName, runGuest } from "./machines";
import { type Pass, warmest } from "./marks";
import { COLD, COLD_ROUNDS, type Program } from "./programs";
import { disagreements } from "./table";

/** Milliseconds of a round, warm, on each machine. */
export type Times = Partial<Readonly<Record<MachineName, number>>>;

export interface ColdTimes {
  readonly machine: MachineName;
  readonly rounds: number;
  /** Milliseconds of a pass. */
  readonly first: number;
  readonly warm: number;
}

/** Machines that come to different results: no time of theirs means anything. */
export class Disagreement extends Error {
  override readonly name = "Disagreement";
}

export async function measureProgram(workshop: Workshop, { name, rounds }: Program, machines: readonly Machine[]): Promise<Times> {
  const passesOf = new Map<MachineName, readonly Pass[]>();
  for (const machine of machines) {
    const many = Math.max(1, Math.round(rounds * machine.share));
    // A first round is made by all alike, whose checksums must agree, and warms up.
    passesOf.set(machine.name, await passesOn(workshop, name, machine, [1, ...Array<number>(machine.passes).fill(many)]));
  }
  agree(name, passesOf);
  return Object.fromEntries([...passesOf].map(([machine, passes]) => [machine, warmest(passes)]));
}

/** v86 makes the short ones alone: of many functions it takes half a minute to become warm. */
export async function measureCold(workshop: Workshop, machines: readonly Machine[]): Promise<readonly ColdTimes[]> {
  const times: ColdTimes[] = [];
  for (const rounds of COLD_ROUNDS) {
    const passesOf = new Map<MachineName, readonly Pass[]>();
    for (const machine of machines) {
      if (machine.share < 1 && rounds > COLD_ROUNDS[0]) continue;
      const passes = await passesOn(workshop, COLD, machine, Array<number>(1 + machine.passes).fill(rounds));
      passesOf.set(machine.name, passes);
      times.push({ machine: machine.name, rounds, first: passes[0]!.ms, warm: rounds * warmest(passes) });
    }
    agree(COLD, passesOf);
  }
  return times;
}

async function passesOn(workshop: Workshop, name: string, machine: Machine, rounds: readonly number[]): Promise<readonly Pass[]> {
  return runGuest(machine, await workshop.image(name, machine.architecture, rounds));
}

function agree(name: string, passesOf: ReadonlyMap<MachineName, readonly Pass[]>): void {
  const [first] = disagreements(name, passesOf);
  if (first !== undefined) throw new Disagreement(first);
}
