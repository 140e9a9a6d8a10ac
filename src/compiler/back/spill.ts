// What has no register lives in the frame: whoever writes it stores it, whoever reads it loads it
// first, each into a register of its own that is alive for that moment only. What can be made anew,
// a constant or an address, is made anew instead. Calls and jumps take their arguments from the
// frame themselves: see moves.ts.

import type { Place } from "../ir/function";
import type {
  Exit, FrameSlot, MachineBlock, MachineFunction, MachineInstruction, Register, Source,
} from "./machine";
import { definitionsOf, renamed, renamedExit, usesOf, usesOfExit } from "./registers-of";

/** Where a value is that is not in a register. */
export type Home =
  | { readonly op: "slot"; readonly slot: FrameSlot }
  | Exclude<Source, Register>;

export type Homes = Map<Register, Home>;

/** Gives each of `spilled` a home; rewrites all instructions but those that move. */
export function rewrite(
  machine: MachineFunction, spilled: ReadonlySet<Register>, homes: Homes,
  fresh: (of: Register) => Register,
): void {
  const remade = remakable(machine, spilled);
  for (const register of spilled) {
    const index = slotsOf(homes);
    homes.set(register, remade.get(register) ?? { op: "slot", slot: { kind: "spill", index } });
  }
  for (const block of machine.blocks) new Rewriting(block, spilled, homes, fresh).run();
}

/** How many words of the frame are taken. */
export const slotsOf = (homes: Homes): number =>
  [...homes.values()].filter(({ op }) => op === "slot").length;

/** Of the spilled registers those that hold a constant or an address. */
function remakable(
  { blocks }: MachineFunction, spilled: ReadonlySet<Register>,
): Map<Register, Home> {
  const found = new Map<Register, Home>();
  for (const { instructions } of blocks) {
    for (const instruction of instructions) {
      const isSource = instruction.op === "constant" || instruction.op === "address";
      if (!isSource || !spilled.has(instruction.to)) continue;
      const { to, at: _, ...source } = instruction;
      found.set(to, source);
    }
  }
  return found;
}

class Rewriting {
  readonly #block: MachineBlock;
  readonly #spilled: ReadonlySet<Register>;
  readonly #homes: Homes;
  readonly #fresh: (of: Register) => Register;
  #rewritten: MachineInstruction[] = [];

  constructor(
    block: MachineBlock, spilled: ReadonlySet<Register>, homes: Homes,
    fresh: (of: Register) => Register,
  ) {
    this.#block = block;
    this.#spilled = spilled;
    this.#homes = homes;
    this.#fresh = fresh;
  }

  run(): void {
    for (const instruction of this.#block.instructions) this.#rewrite(instruction);
    const { exit } = this.#block;
    if (exit.op === "branch") this.#block.exit = this.#branch(exit, exit.at);
    this.#block.instructions.splice(0, Infinity, ...this.#rewritten);
  }

  #rewrite(instruction: MachineInstruction): void {
    // These move, and know how to move from the frame and to it.
    const { op } = instruction;
    const moves = op === "enter" || op === "catch" || op === "call";
    const [from] = definitionsOf(instruction).filter((register) => this.#spilled.has(register));
    const home = from === undefined ? undefined : this.#homes.get(from);
    const isMaker = op === "constant" || op === "address";
    if (isMaker && home !== undefined && home.op !== "slot") return; // It is made where it is read.
    if (moves) {
      this.#rewritten.push(instruction);
      return;
    }
    const read = new Map<Register, Register>();
    for (const register of usesOf(instruction)) this.#read(register, read, instruction.at);
    const to = from === undefined ? undefined : this.#fresh(from);
    this.#rewritten.push(renamed(
      instruction, (register) => read.get(register) ?? register,
      (register) => (to !== undefined && register === from ? to : register)));
    if (to === undefined || home?.op !== "slot") return;
    this.#rewritten.push({ op: "store slot", slot: home.slot, from: to, at: instruction.at });
  }

  #read(register: Register, read: Map<Register, Register>, at: Place): void {
    if (!this.#spilled.has(register) || read.has(register)) return;
    const to = this.#fresh(register);
    read.set(register, to);
    const home = this.#homes.get(register)!;
    this.#rewritten.push(home.op === "slot"
      ? { op: "load slot", slot: home.slot, to, at }
      : { ...home, to, at });
  }

  #branch<E extends Exit>(exit: E, at: Place): E & { readonly at: Place } {
    const read = new Map<Register, Register>();
    for (const register of usesOfExit(exit)) this.#read(register, read, at);
    return { ...renamedExit(exit, (register) => read.get(register) ?? register), at };
  }
}
