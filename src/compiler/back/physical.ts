// Machine instructions with their registers: virtual ones replaced, moves between blocks and around
// calls put into an order, blocks that have become empty left out.

import type { Place } from "../ir/function";
import {
  type Exit, isVirtual, type MachineBlock, type MachineInstruction, type Register, SCRATCH_2,
  type Source,
} from "./machine";
import { inSequence, type Move, sequence } from "./moves";
import type { BackParts } from "./parts";
import type { Allocation, Location } from "./registers";
import { renamed, renamedExit } from "./registers-of";

/** A block whose registers are the machine's. Its jump passes nothing: that has been moved. */
export interface PhysicalBlock {
  readonly block: MachineBlock;
  readonly instructions: readonly MachineInstruction[];
  readonly exit: Exit & { readonly at: Place };
}

export function physicalBlocks(
  allocation: Allocation, order: BackParts["sequence"] = sequence,
): PhysicalBlock[] {
  const blocks = allocation.machine.blocks.map((block) => inRegisters(block, allocation, order));
  return threaded(blocks);
}

function inRegisters(
  block: MachineBlock, allocation: Allocation, order: BackParts["sequence"],
): PhysicalBlock {
  const rewriting = new InRegisters(allocation, order);
  const instructions = block.instructions.flatMap((each) => rewriting.instruction(each));
  const { moves, exit } = rewriting.exit(block.exit);
  return {
    block, exit: { ...exit, at: block.exit.at },
    instructions: [...instructions, ...moves.map((move) => ({ ...move, at: block.exit.at }))],
  };
}

class InRegisters {
  readonly #allocation: Allocation;
  readonly #order: BackParts["sequence"];

  constructor(allocation: Allocation, order: BackParts["sequence"]) {
    this.#allocation = allocation;
    this.#order = order;
  }

  instruction(instruction: MachineInstruction): MachineInstruction[] {
    const { at } = instruction;
    const placed = (moves: readonly Move[]): MachineInstruction[] =>
      inSequence(moves, this.#order).map((step) => ({ ...step, at }));
    switch (instruction.op) {
      case "enter":
        return placed(instruction.to.map((to, i) => ({ from: i, to: this.#location(to) })));
      case "catch": {
        const { to } = instruction;
        const moves = to === undefined ? [] : [{ from: 0, to: this.#location(to) }];
        return [{ op: "catch", to: undefined, at }, ...placed(moves)];
      }
      case "call": {
        const { callee, result } = instruction;
        const target = typeof callee === "string"
          ? callee
          : this.#target(callee, instruction.args.length);
        const moves = instruction.args.map((arg, i) => ({ from: this.#location(arg), to: i }));
        const before = target === SCRATCH_2
          ? [...moves, { from: this.#location(callee as Register), to: SCRATCH_2 }]
          : moves;
        const after = result === undefined ? [] : [{ from: 0, to: this.#location(result) }];
        const call = { ...instruction, callee: target, args: [], result: undefined };
        return [...placed(before), call, ...placed(after)];
      }
      case "move": {
        const { from, to } = instruction;
        return placed([{ from: this.#location(from), to: this.#location(to) }]);
      }
      default: return [renamed(instruction, this.#register, this.#register)];
    }
  }

  exit(exit: Exit): { readonly moves: ReturnType<typeof inSequence>; readonly exit: Exit } {
    switch (exit.op) {
      case "jump": {
        const moves = exit.args.map(
          (arg, i) => ({ from: this.#location(arg), to: this.#location(exit.to.parameters[i]!) }));
        return { moves: inSequence(moves, this.#order), exit: { ...exit, args: [] } };
      }
      case "return": {
        const moves = exit.value === undefined ? [] : [{ from: this.#location(exit.value), to: 0 }];
        return { moves: inSequence(moves, this.#order), exit: { op: "return", value: undefined } };
      }
      default: return { moves: [], exit: renamedExit(exit, this.#register) };
    }
  }

  #location(source: Source): Location {
    return typeof source === "number" ? this.#allocation.locationOf(source) : source;
  }

  /** Where the code's address is when the arguments are in place. */
  #target(callee: Register, args: number): Register {
    const location = this.#location(callee);
    return typeof location === "number" && location >= args ? location : SCRATCH_2;
  }

  readonly #register = (register: Register): Register => {
    const location = isVirtual(register) ? this.#allocation.locationOf(register) : register;
    return typeof location === "number" ? location : 0;
  };
}

/** Jumps to a block that only jumps on go where it goes; nobody is left who comes to it. */
function threaded(blocks: readonly PhysicalBlock[]): PhysicalBlock[] {
  const byBlock = new Map(blocks.map((each) => [each.block, each]));
  const destination = (block: MachineBlock): MachineBlock => {
    const seen = new Set<MachineBlock>();
    let at = block;
    for (;;) {
      const { instructions, exit } = byBlock.get(at)!;
      if (instructions.length > 0 || exit.op !== "jump" || seen.has(at)) return at;
      seen.add(at);
      at = exit.to;
    }
  };
  const redirected = (exit: PhysicalBlock["exit"]): PhysicalBlock["exit"] => {
    if (exit.op === "jump") return { ...exit, to: destination(exit.to) };
    if (exit.op !== "branch") return exit;
    const [then, otherwise] = [destination(exit.then), destination(exit.otherwise)];
    const isOne = then === otherwise;
    return isOne ? { op: "jump", to: then, args: [], at: exit.at } : { ...exit, then, otherwise };
  };
  return reached(blocks.map((each) => ({ ...each, exit: redirected(each.exit) })));
}

function reached(blocks: readonly PhysicalBlock[]): PhysicalBlock[] {
  const byBlock = new Map(blocks.map((each) => [each.block, each]));
  const seen = new Set<MachineBlock>();
  const pending = blocks.slice(0, 1).map(({ block }) => block);
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (seen.has(block)) continue;
    seen.add(block);
    const { exit } = byBlock.get(block)!;
    const last = block.instructions.at(-1);
    const handler = last?.op === "call" && last.handler !== undefined ? [last.handler] : [];
    if (exit.op === "jump") pending.push(exit.to);
    if (exit.op === "branch") pending.push(exit.then, exit.otherwise);
    pending.push(...handler);
  }
  return blocks.filter(({ block }) => seen.has(block));
}
