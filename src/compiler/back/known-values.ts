// What a register holds already is not put there again: a parameter that has been saved in X20 is
// still in X0 until something else comes there, and the next call need not fetch it back.

import type { MachineBlock, MachineInstruction, Register } from "./machine";
import type { PhysicalBlock } from "./physical";
import { writtenField } from "./registers-of";

/** A call keeps X19 to X28. */
const isKept = (register: Register): boolean => register >= 19 && register <= 28;

/** What registers are known to hold: two that hold the same have the same name for it. */
class Contents {
  readonly #names: Map<Register, string>;
  readonly #fresh: { count: number };

  constructor(before?: Contents) {
    this.#names = new Map(before === undefined ? [] : before.#names);
    this.#fresh = before === undefined ? { count: 0 } : before.#fresh;
  }

  /** Whether the instruction does something. */
  sees(instruction: MachineInstruction): boolean {
    switch (instruction.op) {
      case "move": return this.#put(instruction.to, this.#nameOf(instruction.from));
      case "constant": return this.#put(instruction.to, `${instruction.value}`);
      case "address": return this.#put(instruction.to, instruction.symbol);
      case "load near": case "load slot": this.#names.delete(instruction.to); return true;
      case "store slot": return true;
      case "row": {
        const written = instruction.fields[writtenField(instruction.row)];
        if (written !== undefined) this.#names.delete(written);
        return true;
      }
      case "call":
        for (const register of this.#names.keys()) {
          if (!isKept(register)) this.#names.delete(register);
        }
        return true;
      case "catch": case "assembly": case "enter": this.#names.clear(); return true;
    }
  }

  #nameOf(register: Register): string {
    const known = this.#names.get(register) ?? `value ${this.#fresh.count++}`;
    this.#names.set(register, known);
    return known;
  }

  #put(register: Register, name: string): boolean {
    if (this.#names.get(register) === name) return false;
    this.#names.set(register, name);
    return true;
  }
}

/** The blocks without moves that change nothing. What is known goes on where there is one way. */
export function withoutIdleMoves(blocks: readonly PhysicalBlock[]): PhysicalBlock[] {
  const ways = waysInto(blocks);
  const ends = new Map<MachineBlock, Contents>();
  return blocks.map((each) => {
    const [way, ...others] = ways.get(each.block) ?? [];
    const before = others.length === 0 && way !== undefined ? ends.get(way) : undefined;
    const contents = new Contents(before);
    const instructions = each.instructions.filter((instruction) => contents.sees(instruction));
    ends.set(each.block, contents);
    return { ...each, instructions };
  });
}

/** The blocks that each may be come to from. */
function waysInto(blocks: readonly PhysicalBlock[]): Map<MachineBlock, MachineBlock[]> {
  const ways = new Map<MachineBlock, MachineBlock[]>();
  const add = (to: MachineBlock, from: MachineBlock): void => {
    ways.set(to, [...ways.get(to) ?? [], from]);
  };
  for (const { block, instructions, exit } of blocks) {
    for (const each of instructions) {
      if (each.op === "call" && each.handler !== undefined) add(each.handler, block);
    }
    if (exit.op === "jump") add(exit.to, block);
    if (exit.op === "branch") for (const to of [exit.then, exit.otherwise]) add(to, block);
  }
  return ways;
}
