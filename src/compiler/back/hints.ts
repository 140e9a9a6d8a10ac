// Which registers would save a move: those that a value comes from or goes to. An argument wants to
// be computed in the register in which it is passed, a loop's variable in the one in which the next
// round expects it.

import type { MachineBlock, MachineFunction, Register } from "./machine";
import { isVirtual } from "./machine";

type AssignedTo = (register: Register) => Register | undefined;

export class Hints {
  /** By virtual register: the registers, of both kinds, that it is moved from or to; how often. */
  readonly #near = new Map<Register, Map<Register, number>>();

  add(a: Register, b: Register, weight: number): void {
    for (const [from, to] of [[a, b], [b, a]] as const) {
      const near = this.#near.get(from) ?? new Map<Register, number>();
      this.#near.set(from, near);
      near.set(to, (near.get(to) ?? 0) + weight);
    }
  }

  /** How often each machine register would save a move; through those that have none yet, less. */
  wanted(register: Register, assigned: AssignedTo): ReadonlyMap<Register, number> {
    const all = new Map<Register, number>();
    this.#collect(register, assigned, 1, all, new Set([register]));
    return all;
  }

  #collect(
    register: Register, assigned: AssignedTo, factor: number,
    all: Map<Register, number>, seen: Set<Register>,
  ): void {
    for (const [near, weight] of this.#near.get(register) ?? []) {
      if (seen.has(near)) continue;
      seen.add(near);
      const machine = isVirtual(near) ? assigned(near) : near;
      if (machine !== undefined) all.set(machine, (all.get(machine) ?? 0) + weight * factor);
      else if (seen.size < 16) this.#collect(near, assigned, factor / 4, all, seen);
    }
  }
}

export function hintsOf({ blocks }: MachineFunction): Hints {
  const hints = new Hints();
  for (const block of blocks) addHints(block, hints);
  return hints;
}

function addHints(block: MachineBlock, hints: Hints): void {
  const weight = 10 ** Math.min(block.depth, 6);
  const add = (a: unknown, b: unknown): void => {
    if (typeof a === "number" && typeof b === "number") hints.add(a, b, weight);
  };
  for (const instruction of block.instructions) {
    switch (instruction.op) {
      case "move": add(instruction.from, instruction.to); break;
      case "enter": instruction.to.forEach((to, i) => { add(to, i); }); break;
      case "catch": add(instruction.to, 0); break;
      case "call":
        instruction.args.forEach((arg, i) => { add(arg, i); });
        add(instruction.result, 0);
        break;
      default:
    }
  }
  const { exit } = block;
  if (exit.op === "return") add(exit.value, 0);
  if (exit.op !== "jump") return;
  exit.args.forEach((arg, i) => { add(arg, exit.to.parameters[i]); });
}
