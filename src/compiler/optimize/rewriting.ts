// How a pass changes a function: it goes over the blocks from the entry on, says for each
// instruction what may stand in its place, and all uses follow.
//
// 1. Blocks come in an order in which a value is seen before its uses, but for those that a loop
//    brings back; these are replaced at the end.

import { Dominators } from "../ir/dominators";
import type { Block, Instruction, IrFunction, Kind, Place, Value } from "../ir/function";
import { replaceOperands, withOperands } from "../ir/operands";

/** Values that have gone, and what stands for them. */
export class Replacements {
  readonly #values = new Map<Value, Value>();

  get size(): number {
    return this.#values.size;
  }

  set(old: Value, value: Value): void {
    this.#values.set(old, value);
  }

  readonly resolve = (value: Value): Value => {
    let last = value;
    for (let next = this.#values.get(last); next !== undefined; next = this.#values.get(last)) {
      last = next;
    }
    return last;
  };

  resolveBlock(block: Block): void {
    for (const instruction of block.instructions) replaceOperands(instruction, this.resolve);
    if (block.terminator !== undefined) {
      block.terminator = withOperands(block.terminator, this.resolve);
    }
  }

  apply(ir: IrFunction): void {
    if (this.#values.size === 0) return;
    for (const block of ir.blocks) this.resolveBlock(block);
  }
}

/** Puts new instructions before the one that is looked at. */
export class Emitter {
  readonly #ir: IrFunction;
  readonly #at: Place;
  readonly made: Instruction[] = [];

  constructor(ir: IrFunction, at: Place) {
    this.#ir = ir;
    this.#at = at;
  }

  emit<T extends Omit<Instruction, "id" | "at">>(made: T): Value {
    const instruction = { ...made, id: this.#ir.newId(), at: this.#at } as unknown as Instruction;
    this.made.push(instruction);
    return instruction;
  }

  constant(value: bigint, kind: Kind = "raw"): Value {
    return this.emit({ op: "constant", kind, value: BigInt.asUintN(64, value) } as const);
  }
}

/** The instruction stays, goes for a value, or goes without one. */
export type Verdict = "keep" | "drop" | Value;

/** Returns whether anything changed. */
export function rewrite(
  ir: IrFunction, judge: (instruction: Instruction, emitter: Emitter) => Verdict,
): boolean {
  const replacements = new Replacements();
  let isChanged = false;
  for (const block of new Dominators(ir).order) {
    const kept: Instruction[] = [];
    for (const instruction of block.instructions) {
      replaceOperands(instruction, replacements.resolve);
      const emitter = new Emitter(ir, instruction.at);
      const verdict = judge(instruction, emitter);
      kept.push(...emitter.made);
      if (verdict === "keep") kept.push(instruction);
      else isChanged = true;
      if (typeof verdict !== "string") replacements.set(instruction, verdict);
    }
    block.instructions.splice(0, block.instructions.length, ...kept);
  }
  replacements.apply(ir);
  return isChanged;
}
