// What selection writes: machine instructions, a block at a time, from the last to the first; and
// the registers of the values that they name.
//
// 1. Whoever wants a value in a register says so (register()), which makes it needed. Blocks and
//    instructions are gone through backwards, so that this is known when its turn comes.

import { bug } from "../../base/bug";
import type { Block, IrFunction, Place, Value } from "../ir/function";
import type { Loops } from "./loops";
import {
  FIRST_VIRTUAL, LIMIT, LIMIT_VALUE, type MachineBlock, type MachineInstruction, type Register,
  type Source, ZERO,
} from "./machine";
import { Names } from "./names";
import type { Bindings, Node, Width } from "./pattern";
import { usesOf } from "./registers-of";
import type { Rule } from "./rules";
import { Uses } from "./uses";

/** An instruction whose place is that of the IR's. */
export type Placeless = MachineInstruction extends infer I
  ? I extends MachineInstruction ? Omit<I, "at"> : never
  : never;

export class Writer {
  readonly uses: Uses;
  readonly names: Names;
  /** Where what is emitted comes from. */
  at: Place;
  readonly #loops: Loops;
  readonly #registers = new Map<Value, Register>();
  readonly #needed = new Set<Value>();
  /** Constants that are wanted in a register, by the block in which they are made. */
  readonly #constants = new Map<Block, Map<string, { register: Register; source: Source }>>();
  #count = FIRST_VIRTUAL;
  #block: Block;
  #reversed: MachineInstruction[] = [];

  constructor(ir: IrFunction, loops: Loops) {
    this.uses = new Uses(ir);
    this.names = new Names(ir, this.uses);
    this.at = ir.at;
    this.#loops = loops;
    this.#block = ir.blocks[0] ?? bug(`${ir.symbol} has no blocks`);
  }

  /** The block that is being selected. */
  get block(): Block {
    return this.#block;
  }

  /** One more than the last virtual register. */
  get registers(): number {
    return this.#count;
  }

  /** What is emitted from now on is this block's. */
  start(block: Block): void {
    this.#block = block;
    this.#reversed = [];
  }

  finish(to: MachineBlock): void {
    to.instructions.push(...this.#reversed.reverse());
  }

  /** In the order in which they run: what is emitted next comes before them. */
  emit(...instructions: Placeless[]): void {
    for (const each of instructions.reverse()) this.#reversed.push({ ...each, at: this.at });
  }

  /** Emits what the first rule makes that matches. */
  emitByRule(rules: readonly Rule[], node: Node, width: Width, Rd: Register): void {
    const { rule, leaves, sf } = this.names.chosen(rules, node, width, this.#block);
    this.emit(rule.make({ ...this.inRegisters(leaves), Rd, sf }));
  }

  /** The leaves of a match, values as registers. */
  inRegisters(leaves: Bindings): Record<string, unknown> {
    return Object.fromEntries(Object.entries(leaves).map(
      ([leaf, bound]) => [leaf, /^[abcs]$/.test(leaf) ? this.register(bound as Value) : bound]));
  }

  /** Whether `value` may be a part of its user's instruction, if its user is in this block. */
  isInner(value: Value): boolean {
    return this.uses.isInner(value, this.#block);
  }

  isNeeded(value: Value): boolean {
    return this.#needed.has(value);
  }

  /** A register that nothing else has. */
  newRegister(): Register {
    return this.#count++;
  }

  /** The register that is a value's, needed or not. */
  registerOf(value: Value): Register {
    const known = this.#registers.get(value) ?? this.#count++;
    this.#registers.set(value, known);
    return known;
  }

  /** The register that holds `value`, which is now needed. */
  register(value: Value): Register {
    const original = this.names.originalOf(value);
    if (original.op === "constant") return this.constant(original.value);
    if (original.op === "symbol") return this.made({ op: "address", symbol: original.symbol });
    this.#needed.add(original);
    return this.registerOf(original);
  }

  /** `value` where it is moved to a place of its own. */
  source(value: Value): Source {
    const original = this.names.originalOf(value);
    if (original.op === "constant") return { op: "constant", value: original.value };
    if (original.op === "symbol") return { op: "address", symbol: original.symbol };
    return this.register(original);
  }

  constant(value: bigint): Register {
    if (value === 0n) return ZERO;
    return value === LIMIT_VALUE ? LIMIT : this.made({ op: "constant", value });
  }

  /** A register for what is made by itself, outside of the loops that make no calls. */
  made(source: Exclude<Source, Register>): Register {
    const key = source.op === "constant" ? `${source.value}` : source.symbol;
    const home = this.#homeOfConstant();
    const known = this.#constants.get(home) ?? new Map();
    this.#constants.set(home, known);
    const made = known.get(key) ?? { register: this.#count++, source };
    known.set(key, made);
    return made.register;
  }

  #homeOfConstant(): Block {
    const quiet = this.#loops.around(this.#block)
      .filter(({ blocks }) => ![...blocks].some(hasCall)).at(-1);
    if (quiet === undefined) return this.#block;
    const before = this.#loops.dominators.immediateDominatorOf(quiet.header);
    return before === undefined || before.terminator?.op === "invoke" ? this.#block : before;
  }

  /** Constants stand before the first use in their block, or at its end for the blocks below. */
  placeConstants(block: Block, machine: MachineBlock): void {
    const waiting = [...this.#constants.get(block)?.values() ?? []];
    if (waiting.length === 0) return;
    const { instructions, exit } = machine;
    const uses = new Map<Register, number>();
    instructions.forEach((each, i) => {
      for (const register of usesOf(each)) if (!uses.has(register)) uses.set(register, i);
    });
    const made = new Map<number, MachineInstruction[]>();
    for (const { register, source } of waiting) {
      if (typeof source === "number") bug("a register is no constant");
      const first = uses.get(register) ?? instructions.length;
      const here = made.get(first) ?? [];
      made.set(first, here);
      here.push({ ...source, to: register, at: instructions[first]?.at ?? exit.at });
    }
    const placed = instructions.flatMap((each, i) => [...made.get(i) ?? [], each]);
    instructions.splice(0, Infinity, ...placed, ...made.get(instructions.length) ?? []);
  }
}

const hasCall = ({ instructions, terminator }: Block): boolean =>
  terminator?.op === "invoke"
  || instructions.some(({ op }) => op === "call" || op === "call indirect");
